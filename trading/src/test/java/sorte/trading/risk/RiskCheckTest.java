package sorte.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sorte.trading.risk.Standing.Mode;

class RiskCheckTest {
  private static final Limits LIMITS = new Limits(0.5, 0.8, 0.1, 0.05, 0.2, 10);
  private static final Standing CALM =
      new Standing(0, 10_000, 100, 10_000, 10_000, 0, 7, Mode.RUNNING, false);
  private final RiskCheck risk = new RiskCheck(LIMITS);

  @Test
  void an_order_within_all_limits_passes() {
    assertThat(risk.check(8, 40, 100, false, CALM)).isInstanceOf(Passage.Passed.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("denied")
  void each_limit_denies(String rule, long id, double quantity, double price, Standing standing) {
    assertThat(risk.check(id, quantity, price, false, standing))
        .isInstanceOfSatisfying(
            Passage.Denied.class, denied -> assertThat(denied.rule()).isEqualTo(rule));
  }

  static Stream<Object[]> denied() {
    return Stream.of(
        row("order.quantity", 8, 0, 100, CALM),
        row("order.quantity", 8, Double.NaN, 100, CALM),
        row("order.price", 8, 1, Double.NaN, CALM),
        row("order.duplicate", 7, 1, 100, CALM),
        row("paused", 8, 1, 100, with(0, 10_000, 10_000, 10_000, 0, Mode.PAUSED, false)),
        row("halted", 8, 1, 100, with(0, 10_000, 10_000, 10_000, 0, Mode.HALTED, false)),
        row("reduce-only", 8, 1, 100, with(0, 10_000, 10_000, 10_000, 0, Mode.RUNNING, true)),
        row("account.equity", 8, 1, 100, with(0, 0, 10_000, 10_000, 0, Mode.RUNNING, false)),
        row("limits.max-order", 8, 51, 100, CALM),
        row("limits.price-collar", 8, 1, 111, CALM),
        row("limits.price-collar", 8, 1, 89, CALM),
        row(
            "limits.max-exposure",
            8,
            40,
            100,
            with(41, 10_000, 10_000, 10_000, 0, Mode.RUNNING, false)),
        row("limits.daily-loss", 8, 1, 100, with(0, 9_500, 10_000, 10_000, 0, Mode.RUNNING, false)),
        row(
            "limits.max-drawdown",
            8,
            1,
            100,
            with(0, 7_999, 8_000, 10_000, 0, Mode.RUNNING, false)),
        row(
            "limits.orders-per-day",
            8,
            1,
            100,
            with(0, 10_000, 10_000, 10_000, 10, Mode.RUNNING, false)));
  }

  @Test
  void what_only_reduces_passes_whatever_is_limited() {
    Standing worst = new Standing(90, 100, 100, 10_000, 10_000, 99, 7, Mode.HALTED, true);
    assertThat(risk.check(8, -90, 50, false, worst)).isInstanceOf(Passage.Passed.class);
    assertThat(risk.check(8, -91, 50, false, worst)).isInstanceOf(Passage.Denied.class);
    assertThat(risk.check(7, -90, 50, true, worst)).isInstanceOf(Passage.Denied.class);
  }

  @Test
  void exits_that_enlarge_the_net_position_must_be_borne_by_the_account() {
    Standing paused = with(60, 10_000, 10_000, 10_000, 99, Mode.HALTED, true);
    assertThat(risk.check(8, 20, 100, true, paused)).isInstanceOf(Passage.Passed.class);
    assertThat(risk.check(8, 21, 100, true, paused))
        .isEqualTo(new Passage.Denied("limits.max-exposure", 0.81, 0.8));
    assertThat(risk.check(8, -119, 100, true, paused)).isInstanceOf(Passage.Passed.class);
    assertThat(risk.check(8, -141, 100, true, paused)).isInstanceOf(Passage.Denied.class);
    Standing broke = with(60, 0, 10_000, 10_000, 0, Mode.RUNNING, false);
    assertThat(risk.check(8, 1, 100, true, broke)).isInstanceOf(Passage.Denied.class);
    assertThat(new RiskCheck(LIMITS, true).check(8, 21, 100, true, paused))
        .isInstanceOf(Passage.Passed.class);
  }

  @Test
  void the_headroom_is_what_just_passes() {
    for (double position : new double[] {-70, 0, 30, 79}) {
      for (double others : new double[] {-5, 0, 5}) {
        for (int side : new int[] {-1, 1}) {
          Standing now = with(position, 10_000, 10_000, 10_000, 0, Mode.RUNNING, false);
          double room = risk.headroom(side, others, 100, now);
          double fits = others + side * (room - 1e-6);
          double exceeds = others + side * (room + 1e-6);
          if (room > 0 && !RiskCheck.reduces(position, fits)) {
            assertThat(risk.check(8, fits, 100, false, now)).isInstanceOf(Passage.Passed.class);
            assertThat(risk.check(8, exceeds, 100, false, now)).isInstanceOf(Passage.Denied.class);
          }
        }
      }
    }
  }

  private static Object[] row(
      String rule, long id, double quantity, double price, Standing standing) {
    return new Object[] {rule, id, quantity, price, standing};
  }

  private static Standing with(
      double position,
      double equity,
      double dayStart,
      double peak,
      int orders,
      Mode mode,
      boolean reduceOnly) {
    return new Standing(position, equity, 100, dayStart, peak, orders, 7, mode, reduceOnly);
  }
}
