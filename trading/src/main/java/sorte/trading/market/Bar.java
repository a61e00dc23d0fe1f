package sorte.trading.market;

/// What was traded in one stretch of time.
///
/// @param time its start, in milliseconds since 1970 UTC
/// @param open first price, above zero
/// @param high highest price
/// @param low lowest price
/// @param close last price
/// @param volume quantity traded, zero or more
public record Bar(long time, double open, double high, double low, double close, double volume) {

  public Bar {
    String fault = fault(open, high, low, close, volume);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException("a bar at " + time + ": " + fault);
    }
  }

  /// What is wrong with these numbers as a bar; empty when nothing is.
  static String fault(double open, double high, double low, double close, double volume) {
    if (!(positive(open) && positive(high) && positive(low) && positive(close))) {
      return "a price must be finite and above zero, were open %s, high %s, low %s, close %s"
          .formatted(open, high, low, close);
    }
    if (high < low) {
      return "high must not be below low, were high " + high + ", low " + low;
    }
    if (open > high || open < low || close > high || close < low) {
      return "open and close must lie between low and high, were open %s, high %s, low %s, close %s"
          .formatted(open, high, low, close);
    }
    if (!(volume >= 0 && volume < Double.POSITIVE_INFINITY)) {
      return "volume must be finite and zero or more, was " + volume;
    }
    return "";
  }

  /// The same test without words, for the hot path.
  static boolean sound(double open, double high, double low, double close, double volume) {
    return positive(open)
        && positive(high)
        && positive(low)
        && positive(close)
        && high >= low
        && open <= high
        && open >= low
        && close <= high
        && close >= low
        && volume >= 0
        && volume < Double.POSITIVE_INFINITY;
  }

  private static boolean positive(double price) {
    return price > 0 && price < Double.POSITIVE_INFINITY;
  }
}
