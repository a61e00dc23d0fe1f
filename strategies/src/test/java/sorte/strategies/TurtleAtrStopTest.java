package sorte.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.strategy.run.Decisions;
import sorte.strategy.run.ParameterSpec;
import sorte.strategy.run.Trial;

/// What stays true of turtle-atr-stop whatever its parameters and conditions become.
class TurtleAtrStopTest {
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

  @Test
  void it_decides_nothing_before_its_lines_have_two_values() {
    Decisions decisions = Trial.of(TurtleAtrStop.class).wander(1, 2_000);
    assertTrue(decisions.firstDecisionBar() >= 1);
    for (int bar = 0; bar < Math.min(decisions.bars(), decisions.firstDecisionBar()); bar++) {
      assertEquals(0, decisions.at(bar), "bar " + bar);
    }
  }

  @Test
  void the_same_market_gives_the_same_decisions() {
    for (long seed : SEEDS) {
      assertEquals(
          Trial.of(TurtleAtrStop.class).wander(seed, 2_000),
          Trial.of(TurtleAtrStop.class).wander(seed, 2_000),
          "seed " + seed);
    }
  }

  @Test
  void what_comes_later_changes_no_decision() {
    for (long seed : SEEDS) {
      String all = Trial.of(TurtleAtrStop.class).wander(seed, 2_000).toString();
      String half = Trial.of(TurtleAtrStop.class).wander(seed, 1_000).toString();
      assertEquals(half, all.substring(0, 1_000), "seed " + seed);
    }
  }

  @Test
  void every_parameter_works_at_both_its_bounds() {
    Trial trial = Trial.of(TurtleAtrStop.class);
    for (ParameterSpec parameter : trial.type().parameters()) {
      for (double value : new double[] {parameter.min(), parameter.max()}) {
        assertEquals(500, trial.with(parameter.name(), value).wander(1, 500).bars());
      }
    }
  }

  @Test
  void a_trade_is_held_on_terms_that_can_be_kept() {
    Decisions decisions = Trial.of(TurtleAtrStop.class).wander(1, 2_000);
    decisions
        .terms()
        .investedFraction()
        .ifPresent(f -> assertTrue(f > 0 && f <= 1, "invested " + f));
    decisions.terms().stopLossFraction().ifPresent(f -> assertTrue(f > 0 && f < 1, "stop " + f));
    decisions.terms().takeProfitFraction().ifPresent(f -> assertTrue(f > 0, "target " + f));
    if (decisions.terms().stopLossDistance().isPresent()) {
      for (int bar = decisions.firstDecisionBar(); bar < decisions.bars(); bar++) {
        assertTrue(decisions.stopDistance(bar) > 0, "stop at bar " + bar);
      }
    }
  }
}
