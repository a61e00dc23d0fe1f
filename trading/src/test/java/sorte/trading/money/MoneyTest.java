package sorte.trading.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void a_product_is_rounded_once_half_to_even() {
    SplittableRandom random = new SplittableRandom(20);
    int refused = 0;
    for (int i = 0; i < 300_000; i++) {
      double a = factor(random);
      double b = factor(random);
      double c = random.nextBoolean() ? 1 : factor(random);
      BigDecimal exact =
          new BigDecimal(a)
              .multiply(new BigDecimal(b))
              .multiply(new BigDecimal(c))
              .multiply(BigDecimal.valueOf(Money.ONE))
              .setScale(0, RoundingMode.HALF_EVEN);
      if (exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
        refused++;
        assertThatThrownBy(() -> Money.of(a, b, c)).isInstanceOf(MoneyOverflow.class);
      } else {
        if (c == 1) {
          assertThat(Money.of(a, b))
              .as("%s x %s (seed 20)", a, b)
              .isEqualTo(exact.longValueExact());
        }
        assertThat(Money.of(a, b, c))
            .as("%s x %s x %s (seed 20)", a, b, c)
            .isEqualTo(exact.longValueExact());
      }
    }
    assertThat(refused).isBetween(1000, 200_000);
  }

  @Test
  void a_quick_product_is_the_exact_one_or_is_not_given() {
    SplittableRandom random = new SplittableRandom(21);
    int given = 0;
    for (int i = 0; i < 100_000; i++) {
      double quantity = factor(random);
      double price = factor(random);
      long quick = quick(quantity, price);
      if (quick != Money.UNSURE) {
        given++;
        assertThat(quick)
            .as("%s x %s (seed 21)", quantity, price)
            .isEqualTo(exact(quantity, price));
      }
    }
    assertThat(given).isBetween(20_000, 98_000);
    assertThat(quick(1, Double.NaN)).isEqualTo(Money.UNSURE);
    assertThat(quick(Double.POSITIVE_INFINITY, 1)).isEqualTo(Money.UNSURE);
  }

  private static long quick(double quantity, double price) {
    double each = Money.each(quantity);
    return Money.quick(each, Money.rest(quantity, each), price);
  }

  @Test
  void amounts_of_an_account_are_given_at_once_but_where_rounding_hangs_on_a_hair() {
    SplittableRandom random = new SplittableRandom(22);
    int given = 0;
    for (int i = 0; i < 100_000; i++) {
      double quantity = random.nextInt(1, 20_000) / (random.nextBoolean() ? 1.0 : 100_000.0);
      double price = random.nextDouble(20, 500);
      long expected = exact(quantity, price);
      long quick = quick(quantity, price);
      if (quick != Money.UNSURE) {
        given++;
        assertThat(quick).as("%s x %s (seed 22)", quantity, price).isEqualTo(expected);
      }
      assertThat(Money.of(quantity, price)).isEqualTo(expected);
      double rate = random.nextDouble(1e-6, 1e-2);
      assertThat(Money.of(rate, quantity, price))
          .as("%s x %s x %s (seed 22)", rate, quantity, price)
          .isEqualTo(exact(rate, quantity, price));
    }
    assertThat(given).isGreaterThan(99_900);
  }

  private static long exact(double... factors) {
    BigDecimal product = BigDecimal.valueOf(Money.ONE);
    for (double factor : factors) {
      product = product.multiply(new BigDecimal(factor));
    }
    return product.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  private static double factor(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt(-1_000_000, 1_000_000);
      case 1 -> random.nextDouble(1e-9, 1e-3);
      case 2 -> random.nextDouble(-1e6, 1e6);
      case 3 -> Double.longBitsToDouble(random.nextLong() & 0x7FDF_FFFF_FFFF_FFFFL);
      case 4 -> 0.5 * random.nextInt(100); // ties
      case 5 -> Math.scalb(1.0, random.nextInt(-1074, 60));
      case 6 -> random.nextInt(3) * 0.125e-8;
      default -> random.nextInt(1, 100_000_000) / 100.0;
    };
  }

  @Test
  void nothing_wraps_and_nothing_saturates() {
    assertThat(Money.plus(Money.LARGEST - 1, 1)).isEqualTo(Money.LARGEST);
    assertThatThrownBy(() -> Money.plus(Money.LARGEST, 1))
        .hasMessageContaining("92233720368.54775807 plus 0.00000001")
        .hasMessageContaining("does not fit");
    assertThatThrownBy(() -> Money.minus(-Money.LARGEST, 2)).isInstanceOf(MoneyOverflow.class);
    assertThatThrownBy(() -> Money.of(Double.NaN)).isInstanceOf(MoneyOverflow.class);
    assertThatThrownBy(() -> Money.of(Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(MoneyOverflow.class);
    assertThatThrownBy(() -> Money.of(1e11)).isInstanceOf(MoneyOverflow.class);
  }

  @Test
  void amounts_are_said_with_all_their_decimals() {
    assertThat(Money.words(0)).isEqualTo("0.00000000");
    assertThat(Money.words(-1)).isEqualTo("-0.00000001");
    assertThat(Money.words(Money.of(-12.5))).isEqualTo("-12.50000000");
    assertThat(Money.words(Long.MIN_VALUE)).isEqualTo("-92233720368.54775808");
  }
}
