package sorte.app.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.trading.backtest.Sweep;
import sorte.trading.backtest.SweepAxis;

/// `parameter=from..to:step`, counted in decimals, so that 0.1..0.3:0.1 ends at 0.3.
final class SweepRange {
  private static final String NUMBER = "(-?[0-9]{1,12}(?:\\.[0-9]{1,12})?)";
  private static final Pattern RANGE =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9._-]*)=" + NUMBER + "\\.\\." + NUMBER + "(?::" + NUMBER + ")?");

  private SweepRange() {}

  /// The values of a range; nothing where it is not written as one. A step not said is 1. More
  /// values than a sweep may have runs are cut at one more.
  static Optional<SweepAxis> of(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return Optional.empty();
    }
    BigDecimal from = new BigDecimal(range.group(2));
    BigDecimal to = new BigDecimal(range.group(3));
    BigDecimal step = range.group(4) == null ? BigDecimal.ONE : new BigDecimal(range.group(4));
    if (step.signum() <= 0 || to.compareTo(from) < 0) {
      return Optional.empty();
    }
    List<Double> values = new ArrayList<>();
    for (BigDecimal value = from;
        value.compareTo(to) <= 0 && values.size() <= Sweep.MOST_RUNS;
        value = value.add(step)) {
      values.add(value.doubleValue());
    }
    return Optional.of(new SweepAxis(range.group(1), values));
  }
}
