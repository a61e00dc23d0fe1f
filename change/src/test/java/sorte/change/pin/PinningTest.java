package sorte.change.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.change.edit.EditOutcome;
import sorte.change.pin.Pinning.Pinned;
import sorte.guardian.Guardian;
import sorte.guardian.sandbox.Confinement;

class PinningTest {
  private static final String BREAKOUT =
      """
      package sorte.strategies;

      import sorte.strategy.*;

      public final class Breakout extends Strategy<Breakout.Parameters> {
        public record Parameters(@Bars(value = 9, min = 2, max = 50) int period) {}

        private final Sma average = sma(p.period());

        public Breakout(Market market, Parameters p) {
          super(market, p);
        }

        @Override
        public boolean enterLong() {
          return close.above(average) && close.value() < 30;
        }
      }
      """;

  @TempDir private Path folder;

  private static Path strategy(String name) {
    Path root = Path.of("").toAbsolutePath();
    String file = "strategies/src/main/java/sorte/strategies/" + name + ".java";
    while (!Files.exists(root.resolve(file))) {
      root = root.getParent();
    }
    return root.resolve(file);
  }

  @Test
  void each_condition_is_seen_true_and_false_alone_and_each_slip_is_told() {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    try (Guardian guardian = Guardian.forChecking(folder)) {
      Pinned pinned = new Pinning(guardian).pin("Breakout.java", BREAKOUT, "BreakoutDecisionsTest");
      assertThat(pinned).isInstanceOf(Pinned.Written.class);
      Pinned.Written written = (Pinned.Written) pinned;
      assertThat(written.caught()).isEqualTo(written.slips()).isEqualTo(3);
      assertThat(written.text())
          .contains(
              "void it_enters_long_when_close_is_above_average_and_close_is_below_30()",
              "void it_does_not_enter_long_unless_close_is_above_average()",
              "void it_does_not_enter_long_unless_close_is_below_30()",
              "new ParameterSpec(\"period\", Kind.BARS, 9, 2, 50)",
              "void its_first_decision_comes_at_bar_9()",
              "void a_period_of_50_puts_it_off()",
              "void a_trade_is_held_so()",
              ".with(\"period\", 2)");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @Tag("long")
  void the_same_source_gives_the_same_bytes() throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    String source = Files.readString(strategy("DonchianTrend"));
    try (Guardian guardian = Guardian.forChecking(folder)) {
      Pinning pinning = new Pinning(guardian);
      Pinned first = pinning.pin("DonchianTrend.java", source, "DonchianTrendDecisionsTest");
      assertThat(first).isInstanceOf(Pinned.Written.class);
      assertThat(pinning.pin("DonchianTrend.java", source, "DonchianTrendDecisionsTest"))
          .isEqualTo(first);
    }
  }

  @Test
  void what_no_gate_lets_run_is_not_run() throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    String source = BREAKOUT.replace("close.value() < 30", "System.nanoTime() < 30");
    try (Guardian guardian = Guardian.forChecking(folder)) {
      assertThat(new Pinning(guardian).pin("Breakout.java", source, "BreakoutDecisionsTest"))
          .isInstanceOf(Pinned.Refused.class);
    }
  }

  @Test
  void what_is_no_strategy_is_refused_with_the_editors_reason() throws Exception {
    try (Guardian guardian = Guardian.forChecking(folder)) {
      assertThat(new Pinning(guardian).pin("Plain.java", "class Plain {}", "PlainDecisionsTest"))
          .isInstanceOfSatisfying(
              Pinned.Not.class,
              not -> assertThat(not.why()).isInstanceOf(EditOutcome.NotPossible.class));
    }
  }
}
