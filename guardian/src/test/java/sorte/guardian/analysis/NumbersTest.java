package sorte.guardian.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sorte.guardian.LanguageGates;
import sorte.guardian.child.AnalyseAnswer.Seen;

/// What hangs on how large a number is.
class NumbersTest {

  private static List<String> look(String parameter, String condition) {
    String source =
        """
        import sorte.strategy.*;
        public final class Tried extends Strategy<Tried.Parameters> {
          public record Parameters(%s double x, @Bars(value = 5, min = 2, max = 50) int bars) {}
          private final Rsi rsi = rsi(p.bars());
          private final Stochastic stochastic = stochastic(5, 3);
          private final Williams williams = williams(9);
          private final Line mean = ema(9);
          public Tried(Market market, Parameters p) { super(market, p); }
          @Override public boolean enterLong() { return %s; }
        }
        """
            .formatted(parameter, condition);
    return Numbers.look(LanguageGates.compile("Tried", source)).stream().map(Seen::rule).toList();
  }

  private static List<String> look(String condition) {
    return look("@Level(value = 70, min = 50, max = 100)", condition);
  }

  @Test
  void a_comparison_beyond_the_lines_bounds_is_never_true() {
    for (String never :
        List.of(
            "rsi.above(100)",
            "rsi.atOrAbove(100.5)",
            "rsi.below(0)",
            "rsi.crossesAbove(100)",
            "rsi.crossesBelow(0)",
            "stochastic.k().above(120)",
            "williams.above(0)",
            "close.below(0)",
            "p.bars() > 3 && volume.below(0)")) {
      assertThat(look(never)).as(never).containsExactly("never-true");
    }
    assertThat(look("@Level(value = 120, min = 100, max = 150)", "rsi.above(p.x())"))
        .containsExactly("never-true");
    assertThat(look("@Level(value = 70, min = 50, max = 100)", "williams.above(p.x())"))
        .containsExactly("never-true");
  }

  @Test
  void one_that_can_be_true_is_not_named() {
    for (String sound :
        List.of(
            "rsi.above(99.9)",
            "rsi.atOrAbove(100)",
            "rsi.atOrBelow(0)",
            "rsi.above(p.x())",
            "rsi.below(p.x())",
            "close.above(p.x())",
            "volume.above(0)",
            "williams.below(-80)",
            "mean.below(-5)",
            "rsi.below(p.bars())")) {
      assertThat(look(sound)).as(sound).isEmpty();
    }
  }

  @Test
  void what_is_always_true_or_not_as_set_is_named_otherwise() {
    assertThat(look("rsi.above(-1)")).containsExactly("always-true");
    assertThat(look("@Level(value = 100, min = 50, max = 100)", "rsi.above(p.x())"))
        .containsExactly("not-true-as-set");
  }

  @Test
  void a_parameter_has_bounds_and_stays_within_them() {
    assertThat(look("", "rsi.above(p.x())")).containsExactly("unbounded-parameter");
    assertThat(look("@Level(value = 10, min = 50, max = 100)", "rsi.above(p.x())"))
        .containsExactly("parameter-out-of-bounds");
  }

  @Test
  void no_honest_strategy_is_refused_by_its_numbers() throws Exception {
    try (Stream<Path> files =
        Files.list(Path.of(NumbersTest.class.getResource("/honest").toURI()))) {
      List<Path> honest = files.sorted().toList();
      assertThat(honest).hasSizeGreaterThanOrEqualTo(80);
      for (Path file : honest) {
        List<Seen> seen =
            Numbers.look(LanguageGates.compile("Honest", Files.readString(file))).stream()
                .filter(one -> RuleTable.HERE.row(one).weight() != Weight.TOLD)
                .toList();
        assertThat(seen).as(file.toString()).isEmpty();
      }
    }
  }
}
