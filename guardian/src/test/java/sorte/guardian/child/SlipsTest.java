package sorte.guardian.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sorte.guardian.child.MutateAnswer.Mutant;
import sorte.guardian.child.MutateAnswer.Slip;

/// The slips of the trade, found by the syntax tree, and only where the source changed.
class SlipsTest {
  private static final String SOURCE =
      """
      package sorte.strategies;

      import sorte.strategy.*;

      public final class Slipping extends Strategy<Slipping.Parameters> {
        public record Parameters(
            @Bars(value = 9, min = 2, max = 100) int period,
            @Level(value = 70, min = 10, max = 72) double high,
            @Fraction(value = 0.03, min = 0.002, max = 0.20) double stop) {}

        private final Sma mean = sma(p.period());

        public Slipping(Market market, Parameters p) {
          super(market, p);
        }

        @Override
        public boolean enterLong() {
          return close.crossesAbove(mean) && close.below(p.high());
        }

        @Override
        public boolean exitLong() {
          return close.value() > 2.5 * mean.previous();
        }

        @Override
        public Terms terms() {
          return Terms.allIn().stopLoss(p.stop()).timeStop(20);
        }
      }
      """;

  private static List<String> slips(int... lines) throws IOException {
    TreeSet<Integer> changed = new TreeSet<>(IntStream.of(lines).boxed().toList());
    MutateTask task = new MutateTask("sorte/strategies/Slipping.java", SOURCE, changed);
    MutateAnswer answer = new Mutating(new CompilerHere().compiling()).run(task);
    assertThat(answer.places()).isGreaterThanOrEqualTo(answer.mutants().size());
    return answer.mutants().stream().map(SlipsTest::said).toList();
  }

  private static String said(Mutant mutant) {
    String was = SOURCE.substring(mutant.from(), mutant.to()).strip();
    assertThat(mutant.classes()).containsKey("sorte.strategies.Slipping");
    return mutant.slip() == Slip.SIDE
        ? "SIDE"
        : mutant.slip() + " " + was + " -> " + mutant.with().strip();
  }

  @Test
  void a_comparison_is_flipped_a_condition_forgotten_and_or_and_the_side_and_the_level_change()
      throws IOException {
    assertThat(slips(19))
        .containsExactlyInAnyOrder(
            "SIDE",
            "RULE close.crossesAbove(mean) && close.below(p.high()) -> false",
            "RULE close.crossesAbove(mean) && close.below(p.high()) -> true",
            "JUNCTION && -> ||",
            "CONDITION close.crossesAbove(mean) && -> ",
            "CONDITION && close.below(p.high()) -> ",
            "COMPARISON crossesAbove -> crossesBelow",
            "COMPARISON below -> above",
            "LIMIT below -> atOrBelow",
            "THRESHOLD p.high() -> 1.1 * p.high()",
            "OFF_BY_ONE p.high() -> p.high() + 1");
  }

  @Test
  void bars_are_off_by_one_and_signs_and_numbers_move() throws IOException {
    assertThat(slips(24))
        .containsExactlyInAnyOrder(
            "SIDE",
            "RULE close.value() > 2.5 * mean.previous() -> false",
            "RULE close.value() > 2.5 * mean.previous() -> true",
            "COMPARISON > -> <",
            "LIMIT > -> >=",
            "ARITHMETIC * -> /",
            "THRESHOLD 2.5 -> 2.75d",
            "OFF_BY_ONE value -> previous",
            "OFF_BY_ONE previous -> value");
    assertThat(slips(11)).containsExactly("OFF_BY_ONE p.period() -> p.period() + 1");
  }

  @Test
  void a_stop_and_every_other_term_is_forgotten() throws IOException {
    assertThat(slips(29))
        .contains("TERM .stopLoss(p.stop()) -> ", "TERM .timeStop(20) -> ", "OFF_BY_ONE 20 -> 21");
  }

  @Test
  void a_default_moves_within_its_bounds_and_the_bounds_do_not() throws IOException {
    assertThat(slips(7, 8, 9))
        .containsExactly("OFF_BY_ONE 9 -> 10", "OFF_BY_ONE 70 -> 71", "THRESHOLD 0.03 -> 0.033");
  }

  @Test
  void where_nothing_changed_there_is_no_slip() throws IOException {
    assertThat(slips(1, 2, 3, 4)).isEmpty();
  }

  @Test
  void two_sides_change_places() throws IOException {
    String both =
        SOURCE.replace(
            "  @Override\n  public Terms",
            "  @Override\n  public boolean enterShort() {\n    return close.falling();\n  }\n\n"
                + "  @Override\n  public Terms");
    MutateTask task =
        new MutateTask("sorte/strategies/Slipping.java", both, new TreeSet<>(List.of(19)));
    List<Mutant> mutants = new Mutating(new CompilerHere().compiling()).run(task).mutants();
    Mutant side = mutants.stream().filter(m -> m.slip() == Slip.SIDE).findFirst().orElseThrow();
    String other = both.substring(0, side.from()) + side.with() + both.substring(side.to());
    assertThat(other)
        .contains("enterShort() {\n    return close.crossesAbove(mean)")
        .contains("enterLong() {\n    return close.falling()");
  }
}
