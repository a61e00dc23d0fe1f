package sorte.change.edit;

import java.math.BigDecimal;

/// Numbers as a person writes them in source: `0.02`, not `0.020000000000000004`; `25`, not `25.0`.
public final class Numbers {
  private Numbers() {}

  /// The decimal number that a person meant by a double.
  public static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }

  public static String written(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }

  static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }
}
