package sorte.trading.order;

import java.math.BigDecimal;

/// Quantities as longs of 1e-8 of a unit, as money is: exact to add and to compare, so that what
/// was filled and what remains always make the whole.
public final class Quantity {

  /// Parts in one unit.
  public static final long ONE = 100_000_000;

  /// The largest quantity of an order or a position: about 46 thousand million units.
  public static final long LARGEST = Long.MAX_VALUE / 2;

  /// Below it a double knows every whole number.
  private static final long EXACT_BELOW = 1L << 53;

  private Quantity() {}

  /// The largest quantity that is not above it: what so much money pays is never rounded up.
  public static long down(double units) {
    return units < Double.MAX_VALUE && units * ONE < LARGEST
        ? (long) Math.floor(units * ONE)
        : LARGEST;
  }

  /// A quantity as a double, rounded to 1e-8.
  public static long of(double units) {
    double whole = Math.floor(units);
    double parts = whole * ONE;
    if (!(Math.abs(parts) < LARGEST)) {
      throw new IllegalArgumentException(
          "a quantity must be below 46 thousand million units, was "
              + units
              + ": use less cash, or an instrument of larger units");
    }
    return (long) whole * ONE + Math.round((units - whole) * ONE);
  }

  /// The nearest double; exact for whole units.
  public static double toDouble(long quantity) {
    if (Math.abs(quantity) < EXACT_BELOW) {
      return (double) quantity / ONE;
    }
    return (double) (quantity / ONE) + (double) (quantity % ONE) / ONE;
  }

  /// Without trailing zeros: `0.5`.
  public static String words(long quantity) {
    return BigDecimal.valueOf(quantity, 8).stripTrailingZeros().toPlainString();
  }
}
