package sorte.change.request;

/// A number with the unit in which it was said. A clock time holds minutes since midnight.
record Quantity(double value, Unit unit) {
  enum Unit {
    BARE,
    PERCENT,
    POINT,
    PERCENT_POINT,
    MONEY,
    TIMES,
    BARS,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    CLOCK
  }

  boolean bare() {
    return unit == Unit.BARE;
  }

  boolean whole() {
    return value == Math.rint(value) && Math.abs(value) < 1e9;
  }

  /// Bars, or a bare number that can be a count of bars.
  boolean bars() {
    return (unit == Unit.BARE || unit == Unit.BARS) && whole() && value >= 1;
  }
}
