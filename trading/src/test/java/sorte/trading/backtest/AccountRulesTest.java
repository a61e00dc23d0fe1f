package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;
import sorte.trading.money.Costs;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Money;
import sorte.trading.risk.Limits;

/// The last check and the loss budget in a backtest.
class AccountRulesTest {
  private static final Bars BARS = DecisionBlocksTest.market(31, 6000);
  private static final Limits WIDE = new Limits(10, 10, 1, 1, 1, 100_000);
  private static final Backtest BACKTEST = Backtest.with(Costs.fee(0.001));

  @Test
  void limits_that_do_not_bind_change_nothing() {
    for (Class<?> strategy : new Class<?>[] {SmaCrossReverse.class, EmaCross.class}) {
      StrategyType type = StrategyType.of(strategy);
      GuardedBacktest guarded = guarded(strategy, WIDE, 0);
      assertThat(guarded.result()).isEqualTo(BACKTEST.run("x", BARS, Decisions.of(type, Map.of())));
      assertThat(guarded.denied()).isZero();
      assertThat(guarded.orders()).isPositive();
      assertThat(guarded.halted()).isFalse();
    }
  }

  @Test
  void an_order_above_its_limit_does_not_enter_and_is_told() {
    GuardedBacktest guarded =
        guarded(SmaCrossReverse.class, new Limits(0.5, 10, 1, 1, 1, 100_000), 0);
    assertThat(guarded.result().trades()).isEmpty();
    assertThat(guarded.denials().getFirst().rule()).isEqualTo("limits.max-order");
    assertThat(guarded.denials().getFirst().limit()).isEqualTo(0.5);
  }

  @Test
  void a_drawdown_at_its_limit_ends_all_entries() {
    GuardedBacktest guarded =
        guarded(SmaCrossReverse.class, new Limits(10, 10, 1, 1, 0.05, 100_000), 0);
    assertThat(guarded.halted()).isTrue();
    assertThat(guarded.denials()).extracting(GuardedBacktest.Denial::rule).contains("halted");
    int last = guarded.result().trades().getLast().entryBar();
    assertThat(last).isLessThan(guarded.denials().getFirst().bar());
  }

  @Test
  void so_many_orders_a_day_and_no_more() {
    GuardedBacktest guarded = guarded(SmaCrossReverse.class, new Limits(10, 10, 1, 1, 1, 1), 0);
    assertThat(guarded.denials())
        .isNotEmpty()
        .allMatch(denial -> denial.rule().equals("limits.orders-per-day"));
    long days =
        guarded.result().trades().stream().map(t -> t.entryTime() / 86_400_000L).distinct().count();
    assertThat(guarded.result().trades()).hasSize((int) days);
  }

  @Test
  void a_spent_loss_budget_closes_and_ends_the_run() {
    GuardedBacktest guarded = guarded(SmaCrossReverse.class, WIDE, 0.1);
    assertThat(guarded.budgetSpent()).isTrue();
    BacktestResult result = guarded.result();
    BacktestTrade last = result.trades().getLast();
    assertThat(last.reason()).isEqualTo(ExitReason.FORCED);
    assertThat(result.finalEquity()).isLessThan(9_000 * Money.ONE);
    assertThat(result.equity().at(last.exitBar() - 1)).isGreaterThan(9_000 * Money.ONE);
    for (int bar = last.exitBar(); bar < result.bars(); bar++) {
      assertThat(result.equity().at(bar)).isEqualTo(result.finalEquity());
    }
  }

  private static GuardedBacktest guarded(Class<?> strategy, Limits limits, double budget) {
    return BACKTEST.guarded(
        "x",
        BARS,
        Decisions.of(StrategyType.of(strategy), Map.of()),
        new AccountRules(limits, budget));
  }
}
