package sorte.meter;

/// Counts the steps of one release. Defined once in each release's loader; the engine fills it
/// before a decision and reads it afterwards, whatever the release caught.
public final class Meter {
  private static long fuel;
  private static long life;
  private static boolean spent;

  private Meter() {}

  /// Takes `weight` steps. Woven code calls this with weights that are never negative.
  public static void spend(int weight) {
    long left = fuel - weight;
    fuel = left;
    if (left < 0) {
      spent = true;
      fuel = Long.MIN_VALUE / 2;
      throw new FuelSpent();
    }
  }

  /// Fills up for one decision out of what the release's life still holds. Returns whether there is
  /// anything to run on: a meter that was spent stays spent.
  static boolean refill(long decision) {
    if (spent || life <= 0) {
      spent = true;
      fuel = Long.MIN_VALUE / 2;
      return false;
    }
    fuel = Math.min(decision, life);
    return true;
  }

  /// Ends a decision and begins the next one. Returns whether there is anything to run on. Where
  /// nothing was spent there is nothing to do.
  static boolean next(long decision) {
    return fuel == decision || (settle(decision) >= 0 && refill(decision));
  }

  /// Ends a decision: what it used leaves the release's life. Returns the steps used, or -1 when
  /// the meter is spent.
  static long settle(long decision) {
    if (spent) {
      return -1;
    }
    long used = Math.min(decision, life) - fuel;
    life -= used;
    fuel = 0;
    return used;
  }

  static void live(long steps) {
    life = steps;
  }

  static boolean spent() {
    return spent;
  }
}
