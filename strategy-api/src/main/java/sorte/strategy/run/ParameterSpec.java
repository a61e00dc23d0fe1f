package sorte.strategy.run;

/// One parameter of a strategy, as its record declares it.
///
/// @param name the record component's name, such as `fastMaPeriod`
/// @param kind its unit
/// @param value the default
/// @param min the smallest value allowed
/// @param max the largest value allowed
public record ParameterSpec(String name, Kind kind, double value, double min, double max) {
  /// The units, after the annotations of the language.
  public enum Kind {
    BARS,
    FRACTION,
    LEVEL,
    MULTIPLE,
    MONEY
  }

  /// Refuses bounds that are not ordered or do not hold the default.
  public ParameterSpec {
    if (!(min <= value && value <= max) || !Double.isFinite(min) || !Double.isFinite(max)) {
      throw new IllegalArgumentException(
          spoken(name)
              + ": the default must lie between finite bounds, was "
              + ParameterName.number(value)
              + " with bounds "
              + ParameterName.number(min)
              + " and "
              + ParameterName.number(max));
    }
  }

  /// The name as people say it: `fast-ma.period`, `stop-loss`.
  public String spoken() {
    return spoken(name);
  }

  private static String spoken(String name) {
    return ParameterName.spoken(name);
  }
}
