package sorte.strategy;

/// The bounds of a number of bars.
final class Period {
  /// Ten thousand bars: more than a year of hours. A window costs eight bytes a bar.
  static final int MAX = 10_000;

  private Period() {}

  static int checked(String what, int bars) {
    if (bars < 1 || bars > MAX) {
      throw new IllegalArgumentException(what + " must be between 1 and " + MAX + ", was " + bars);
    }
    return bars;
  }
}
