package sorte.strategy.run;

/// How long a bar of a run is, from its open to its close; asked when a strategy looks at slower
/// bars, which are made of the run's own.
@FunctionalInterface
public interface BarLength {
  /// Not known: a strategy that looks at slower bars does not start.
  BarLength UNKNOWN = () -> 0;

  /// In milliseconds; 0 where it is not known.
  long millis();

  /// A length that is known.
  static BarLength of(long millis) {
    if (millis < 1) {
      throw new IllegalArgumentException("a bar lasts at least a millisecond, was " + millis);
    }
    return () -> millis;
  }
}
