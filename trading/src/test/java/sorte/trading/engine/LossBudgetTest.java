package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.trading.money.Money;
import sorte.trading.risk.Limits;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Behaviour;

/// Whatever a candidate decides, it loses no more than its budget and what one bar can do.
class LossBudgetTest {
  private static final Limits WIDE = new Limits(3, 3, 1, 0.99, 0.99, 100_000);
  private static final double FEE = 0.001;
  private static final double SLIPPAGE = 0.0005;
  private static final int DECIDERS_A_MARKET = 10;

  @TempDir Path root;

  @Test
  void thirty_random_deciders_stay_within_their_budgets() {
    deciders(1, 3);
  }

  @Test
  @Tag("long")
  void three_hundred_random_deciders_stay_within_their_budgets() {
    deciders(100, 30);
  }

  private void deciders(int firstSeed, int markets) {
    int spent = 0;
    double worst = 0;
    for (int seed = firstSeed; seed < firstSeed + markets; seed++) {
      Desktop desk =
          new Desktop(root.resolve("seed-" + seed), seed, Behaviour.ALWAYS_FILLS, WIDE, SLIPPAGE);
      desk.load("seed", "stable", 1, EmaCross.class, EmaCross.Parameters.class);
      for (int i = 0; i < DECIDERS_A_MARKET; i++) {
        desk.bars(1 + i); // another moment of the market for the same seed of decisions
        desk.load("ch-" + i, "canary", 0.25, Hostile.class, Hostile.Parameters.class);
        double over = lives(desk, seed + ", decider " + i);
        if (over > 0) {
          spent++;
          worst = Math.max(worst, over);
        }
      }
    }
    System.out.printf(
        "%d of %d deciders spent their budgets; the most lost was %.4f of the budget%n",
        spent, markets * DECIDERS_A_MARKET, worst);
    assertThat(spent).isGreaterThan(markets * DECIDERS_A_MARKET / 2);
  }

  /// Lets a canary trade until it is taken back; the share of its budget that it lost, 0 when it
  /// never was.
  private static double lives(Desktop desk, String which) {
    Slot canary = desk.engine.candidate().orElseThrow();
    double budget = Money.toDouble(canary.mayLose());
    assertThat(budget).isPositive();
    for (int bar = 0; bar < 600; bar++) {
      double price = desk.engine.last();
      double worth = Money.toDouble(canary.allocated());
      desk.bars(1);
      if (desk.engine.candidate().isEmpty()) {
        assertThat(desk.engine.runningOff()).as(which).isEmpty();
        double lost = Money.toDouble(canary.allocated()); // put in, less all that came back
        double moved = Math.abs(desk.engine.last() / price - 1);
        // out, in again and out at the end: three fills, and the bar's own move on all it had
        double oneBar = worth * (moved + 3 * (FEE + SLIPPAGE)) * 1.01;
        assertThat(lost).as("seed " + which).isBetween(0.0, budget + oneBar);
        return lost / budget;
      }
      double equity = Money.toDouble(canary.ledger().equity(desk.engine.last()));
      assertThat(Money.toDouble(canary.allocated()) - equity)
          .as("seed " + which)
          .isLessThan(budget);
    }
    desk.tell("rollback", canary.change(), 0);
    return 0;
  }
}
