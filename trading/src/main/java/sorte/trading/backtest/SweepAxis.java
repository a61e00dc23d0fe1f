package sorte.trading.backtest;

import java.util.List;

/// The values of one parameter that a sweep goes through, in that order.
public record SweepAxis(String parameter, List<Double> values) {
  public SweepAxis {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a range has at least one value, " + parameter + " has 0");
    }
  }
}
