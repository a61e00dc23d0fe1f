package sorte.change.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sorte.change.request.Parameter;
import sorte.change.request.Rule;

/// Sentences do not speak of slower bars: what an edit adds reads the run's own, and what it takes
/// out goes whatever bars it reads.
class SlowerBarsEditTest {
  private static final String SLOW =
      EditorTest.EMA_CROSS
          .replace(
              "import sorte.strategy.Strategy;",
              "import sorte.strategy.Series;\nimport sorte.strategy.Strategy;")
          .replace(
              "  private final Ema fast = ema(p.fastMaPeriod());\n",
              "  private final Series fourHours = series(\"4h\");\n"
                  + "  private final Ema fast = ema(p.fastMaPeriod());\n")
          .replace("Rsi rsi = rsi(p.rsiPeriod())", "Rsi rsi = fourHours.rsi(p.rsiPeriod())");

  @Test
  void a_parameter_of_an_indicator_over_them_is_set_like_any_other() {
    assertThat(EditorTest.edited(SLOW, EditorTest.set(Parameter.RSI_PERIOD, "21")))
        .isEqualTo(SLOW.replace("value = 14,", "value = 21,"));
  }

  @Test
  void a_condition_on_the_same_indicator_gets_one_over_the_run_s_own_bars() {
    String with =
        EditorTest.edited(SLOW, EditorTest.add(RuleMethod.ENTER_LONG, EditorTest.RSI_BELOW_35));
    assertThat(with)
        .contains("Rsi rsi = fourHours.rsi(p.rsiPeriod());")
        .contains("Rsi rsi14 = rsi(p.rsi14Period());")
        .contains("&& rsi.below(p.rsiOverbought())\n        && rsi14.below(p.rsiOversold())");
  }

  @Test
  void a_condition_on_them_goes_with_its_field_and_they_with_the_last() {
    String without = EditorTest.edited(SLOW, EditorTest.remove(Rule.ENTRY, "rsi"));
    assertThat(without).doesNotContain("rsi").doesNotContain("series");
  }
}
