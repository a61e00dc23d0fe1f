package sorte.trading.money;

/// Amounts of money as longs of 1e-8: exact to add, and never more than one rounding away from the
/// true product. Static methods on a long, so that marking a position allocates nothing.
///
/// The factors of an amount are doubles (prices are the market's own); they are taken at their
/// exact binary value, multiplied in 192 bits and rounded once, half to even. What does not fit is
/// refused by [MoneyOverflow]; nothing wraps, nothing saturates.
public final class Money {

  /// Units in one of the account's currency.
  public static final long ONE = 100_000_000;

  /// The largest amount: about 92 thousand million.
  public static final long LARGEST = Long.MAX_VALUE;

  /// No amount: what [#quick] cannot vouch for.
  static final long UNSURE = Long.MIN_VALUE;

  /// Below it a double knows every whole number, and the short way is tried.
  private static final double EXACT_BELOW = 0x1p52;

  /// What three multiplications may lose, as a fraction of what they give: three halves of a last
  /// bit, and as much again.
  private static final double MAY_BE_OFF = 0x1p-50;

  /// Added to a double below [#ROUNDS_BELOW] it leaves no place for a fraction: the sum is rounded
  /// half to even, and its lowest bits are the whole number.
  private static final double ROUNDS_AT_ONE = 0x1.8p52;

  private static final long BITS_OF_ROUNDS_AT_ONE = Double.doubleToRawLongBits(ROUNDS_AT_ONE);
  private static final double ROUNDS_BELOW = 0x1p50;

  private static final double CLEAR_OF_HALF = 0.4999;

  private static final long FIVE_TO_8 = 390_625;
  private static final int TWO_TO_8 = 8;
  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
  private static final int EXPONENT_BIAS = 1075;
  private static final int SUBNORMAL_EXPONENT = -1074;
  private static final int LONG_BITS = 64;

  private Money() {}

  /// An amount a person or a file stated, rounded to 1e-8.
  public static long of(double amount) {
    return product(amount, 1, 1);
  }

  /// `quantity` times `price`.
  public static long of(double quantity, double price) {
    double worth = quantity * price;
    double units = worth * ONE;
    double whole = Math.rint(units);
    if (sure(units, whole)) {
      return (long) whole;
    }
    if (Math.abs(units) < EXACT_BELOW) {
      double beyond = units - whole + lost(quantity, price, worth, units);
      double more = Math.rint(beyond);
      if (Math.abs(beyond - more) < CLEAR_OF_HALF) {
        return (long) whole + (long) more;
      }
    }
    return product(quantity, price, 1);
  }

  /// Whether what multiplying may have lost cannot change how it rounds.
  private static boolean sure(double units, double whole) {
    return Math.abs(units - whole) + Math.abs(units) * MAY_BE_OFF < 0.5;
  }

  /// What the two multiplications lost, so that the short way rounds as the long one does.
  private static double lost(double quantity, double price, double worth, double units) {
    return Math.fma(worth, ONE, -units) + Math.fma(quantity, price, -worth) * ONE;
  }

  /// What a price of 1 gives for this quantity, rounded to a double; see [#quick].
  static double each(double quantity) {
    return quantity * ONE;
  }

  /// What [#each] lost.
  static double rest(double quantity, double each) {
    return Math.fma(quantity, ONE, -each);
  }

  /// [#of] of the quantity that gave `each` and `rest`, and `price`. Hardly anything is left to
  /// guess for the processor, so that it costs little.
  ///
  /// @return [#UNSURE] where the product is large, or its rounding near a half: then it takes [#of]
  static long quick(double each, double rest, double price) {
    double units = each * price;
    double shifted = units + ROUNDS_AT_ONE;
    double lost = Math.fma(rest, price, Math.fma(each, price, -units));
    double beyond = units - (shifted - ROUNDS_AT_ONE) + lost;
    if (!(Math.abs(units) < ROUNDS_BELOW)) {
      return UNSURE;
    }
    if (!(Math.abs(beyond) < CLEAR_OF_HALF)) {
      double more = Math.rint(beyond);
      if (!(Math.abs(beyond - more) < CLEAR_OF_HALF)) {
        return UNSURE;
      }
      shifted += more;
    }
    return Double.doubleToRawLongBits(shifted) - BITS_OF_ROUNDS_AT_ONE;
  }

  /// `rate` times `quantity` times `price`, rounded once.
  public static long of(double rate, double quantity, double price) {
    double units = Math.abs(rate) <= 1 ? rate * (quantity * price) * ONE : Double.NaN;
    double whole = Math.rint(units);
    return sure(units, whole) ? (long) whole : product(rate, quantity, price);
  }

  /// The amount as a double, for figures and formulas.
  public static double toDouble(long amount) {
    return (double) amount / ONE;
  }

  public static long plus(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      throw new MoneyOverflow(words(a) + " plus " + words(b));
    }
    return sum;
  }

  public static long minus(long a, long b) {
    long difference = a - b;
    if (((a ^ b) & (a ^ difference)) < 0) {
      throw new MoneyOverflow(words(a) + " minus " + words(b));
    }
    return difference;
  }

  /// All eight decimals: `-12.50000000`.
  public static String words(long amount) {
    String digits = Long.toString(amount);
    String bare = amount < 0 ? digits.substring(1) : digits;
    String padded = "0".repeat(Math.max(0, 9 - bare.length())) + bare;
    int point = padded.length() - 8;
    return (amount < 0 ? "-" : "") + padded.substring(0, point) + "." + padded.substring(point);
  }

  private static long product(double a, double b, double c) {
    if (!(Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(c))) {
      throw new MoneyOverflow(a + " times " + b + " times " + c);
    }
    long magnitude =
        scaled(
            mantissa(a),
            mantissa(b),
            mantissa(c),
            exponent(a) + exponent(b) + exponent(c),
            a,
            b,
            c);
    boolean negative =
        (Double.doubleToRawLongBits(a)
                ^ Double.doubleToRawLongBits(b)
                ^ Double.doubleToRawLongBits(c))
            < 0;
    return negative ? -magnitude : magnitude;
  }

  /// x * y * z * 5^8 * 2^(exponent + 8), rounded half to even. The three mantissas and 5^8 make at
  /// most 178 bits: three limbs.
  private static long scaled(long x, long y, long z, int exponent, double a, double b, double c) {
    long zf = z * FIVE_TO_8;
    long carryZ = Math.unsignedMultiplyHigh(z, FIVE_TO_8);
    long low = x * y;
    long high = Math.multiplyHigh(x, y);
    // (high, low) * (carryZ, zf); carryZ is below 2^8 and high below 2^42, so that no limb is lost
    long limb0 = low * zf;
    long limb1 = Math.unsignedMultiplyHigh(low, zf);
    long limb2 = carry(limb1, high * zf);
    limb1 += high * zf;
    limb2 += carry(limb1, low * carryZ);
    limb1 += low * carryZ;
    limb2 += Math.unsignedMultiplyHigh(high, zf);
    limb2 += Math.unsignedMultiplyHigh(low, carryZ);
    limb2 += high * carryZ;
    return rounded(limb2, limb1, limb0, exponent + TWO_TO_8, a, b, c);
  }

  private static long carry(long a, long b) {
    return Long.compareUnsigned(a + b, a) < 0 ? 1 : 0;
  }

  private static long rounded(
      long limb2, long limb1, long limb0, int exponent, double a, double b, double c) {
    if ((limb2 | limb1 | limb0) == 0) {
      return 0;
    }
    if (exponent >= 0) {
      boolean fits =
          (limb2 | limb1) == 0 && limb0 > 0 && Long.numberOfLeadingZeros(limb0) > exponent;
      if (!fits) {
        throw tooLarge(a, b, c);
      }
      return limb0 << exponent;
    }
    int shift = -exponent;
    if (shift > 3 * LONG_BITS) {
      return 0;
    }
    long whole = bits(limb2, limb1, limb0, shift);
    boolean above =
        bits(limb2, limb1, limb0, shift + LONG_BITS) != 0
            || bits(limb2, limb1, limb0, shift + 2 * LONG_BITS) != 0;
    if (above || whole < 0) {
      throw tooLarge(a, b, c);
    }
    boolean half = (bits(limb2, limb1, limb0, shift - 1) & 1) != 0;
    boolean beyondHalf = lowerBits(limb2, limb1, limb0, shift - 1);
    long up = half && (beyondHalf || (whole & 1) != 0) ? 1 : 0;
    if (whole + up < 0) {
      throw tooLarge(a, b, c);
    }
    return whole + up;
  }

  /// The 64 bits that start `shift` bits up.
  private static long bits(long limb2, long limb1, long limb0, int shift) {
    int within = shift & (LONG_BITS - 1);
    long low;
    long high;
    switch (shift >> 6) {
      case 0 -> {
        low = limb0;
        high = limb1;
      }
      case 1 -> {
        low = limb1;
        high = limb2;
      }
      case 2 -> {
        low = limb2;
        high = 0;
      }
      default -> {
        low = 0;
        high = 0;
      }
    }
    return within == 0 ? low : (low >>> within) | (high << (LONG_BITS - within));
  }

  /// Whether any of the lowest `count` bits is set.
  private static boolean lowerBits(long limb2, long limb1, long limb0, int count) {
    return switch (count >> 6) {
      case 0 -> masked(limb0, count);
      case 1 -> limb0 != 0 || masked(limb1, count);
      case 2 -> (limb0 | limb1) != 0 || masked(limb2, count);
      default -> (limb0 | limb1 | limb2) != 0;
    };
  }

  private static boolean masked(long limb, int count) {
    return (limb & ((1L << (count & (LONG_BITS - 1))) - 1)) != 0;
  }

  private static long mantissa(double x) {
    long bits = Double.doubleToRawLongBits(x);
    long fraction = bits & MANTISSA_MASK;
    return biased(bits) == 0 ? fraction : fraction | (1L << MANTISSA_BITS);
  }

  private static int exponent(double x) {
    int biased = biased(Double.doubleToRawLongBits(x));
    return biased == 0 ? SUBNORMAL_EXPONENT : biased - EXPONENT_BIAS;
  }

  private static int biased(long bits) {
    return (int) (bits >>> MANTISSA_BITS) & 0x7FF;
  }

  private static MoneyOverflow tooLarge(double a, double b, double c) {
    return new MoneyOverflow(a + " times " + b + " times " + c);
  }
}
