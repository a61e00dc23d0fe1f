package sorte.trading.market;

import java.util.ArrayList;
import java.util.List;

/// Takes the rows of any bars file, whatever its kind, by one set of rules: each row is a sound bar
/// that comes after the one before, or a problem of a name. All of a file is taken, or nothing.
public final class BarsIntake {
  private static final int SHOWN = 80;
  private static final String CORRECT = "Correct or remove the line; nothing of the file was taken";

  private final Bars.Builder bars;
  private final List<BarsReading.Problem> problems = new ArrayList<>();
  private int found;
  private long lastTime = Long.MIN_VALUE;

  /// @param expected how many rows are coming, as far as that is known
  public BarsIntake(int expected) {
    this.bars = new Bars.Builder(expected);
  }

  /// Takes a row; the name of the rule that it breaks, empty when it breaks none.
  public String take(long time, double open, double high, double low, double close, double volume) {
    String broken;
    if (!Bar.sound(open, high, low, close, volume)) {
      broken = rule(open, high, low, close, volume);
    } else if (time <= lastTime) {
      broken = time == lastTime ? "duplicate-time" : "time-goes-back";
    } else {
      bars.add(time, open, high, low, close, volume);
      broken = "";
    }
    lastTime = Math.max(lastTime, time);
    return broken;
  }

  /// Notes what is wrong with a row.
  ///
  /// @param row its number as a person counts: a text's line, a table's row, from 1
  /// @param what the fault in words
  /// @param shown the row as it stands in the file
  public void refuse(String rule, long row, String what, String shown) {
    add(new BarsReading.Problem(rule, row, what + " in \"" + safe(shown) + '"', CORRECT));
  }

  /// Notes what is wrong with the file as a whole, or at a row that ends the reading.
  public void refuse(BarsReading.Problem problem) {
    add(problem);
  }

  /// What is wrong with a row that [#take] refused by a rule, in words.
  public static String fault(
      String rule, double open, double high, double low, double close, double volume) {
    return rule.equals("duplicate-time") || rule.equals("time-goes-back")
        ? "its time does not come after that of the bar before"
        : Bar.fault(open, high, low, close, volume);
  }

  public int size() {
    return bars.size();
  }

  public int found() {
    return found;
  }

  /// How the reading ended.
  ///
  /// @param file as the person named it
  /// @param sha256 the digest of what was read
  public BarsReading reading(String file, String sha256) {
    return problems.isEmpty()
        ? new BarsReading.Read(bars.build(), sha256)
        : new BarsReading.Bad(file, problems, found);
  }

  private void add(BarsReading.Problem problem) {
    found++;
    if (problems.size() < BarsFile.MOST_NAMED) {
      problems.add(problem);
    }
  }

  private static String rule(double open, double high, double low, double close, double volume) {
    boolean finite =
        Double.isFinite(open)
            && Double.isFinite(high)
            && Double.isFinite(low)
            && Double.isFinite(close)
            && Double.isFinite(volume);
    if (!finite) {
      return "not-a-number";
    }
    if (high < low) {
      return "high-below-low";
    }
    if (open <= 0 || high <= 0 || low <= 0 || close <= 0) {
      return "price-not-positive";
    }
    return volume < 0 ? "volume-negative" : "open-or-close-outside";
  }

  /// A row as it may be shown: its beginning, nothing that steers a terminal.
  public static String safe(String text) {
    String safe = text.replaceAll("\\p{C}", "?");
    return safe.length() <= SHOWN ? safe : safe.substring(0, SHOWN) + "…";
  }
}
