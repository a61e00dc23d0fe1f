package sorte.trading.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Cash and position as a venue would state them: added up from the fills alone, in decimals.
final class Sums {
  private static final int PLACES = 8;

  private BigDecimal cash = BigDecimal.ZERO;
  private BigDecimal position = BigDecimal.ZERO;
  private BigDecimal fee = BigDecimal.ZERO;
  private int fills;

  void begin(double initial, double rate) {
    cash = rounded(new BigDecimal(initial));
    fee = new BigDecimal(rate);
  }

  void filled(double quantity, double price) {
    BigDecimal worth = new BigDecimal(quantity).multiply(new BigDecimal(price));
    cash = cash.subtract(rounded(worth)).subtract(rounded(worth.abs().multiply(fee)));
    position = position.add(new BigDecimal(quantity));
    fills++;
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(PLACES, RoundingMode.HALF_EVEN);
  }

  /// In 1e-8.
  long cash() {
    return cash.unscaledValue().longValueExact();
  }

  double position() {
    return position.doubleValue();
  }

  int fills() {
    return fills;
  }

  double equity(double price) {
    return cash.doubleValue() + position() * price;
  }
}
