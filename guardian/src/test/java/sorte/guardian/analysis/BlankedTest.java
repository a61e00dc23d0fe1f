package sorte.guardian.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which constants an analysis does not hang on.
class BlankedTest {

  private static boolean same(String one, String other) {
    return Blanked.of(one).equals(Blanked.of(other));
  }

  @Test
  void bounds_defaults_and_lone_arguments_are_blanked() {
    assertThat(same("@Bars(value = 5, min = 2)", "@Bars(value = 50, min = 20)")).isTrue();
    assertThat(same("rsi.above(70)", "rsi.above(65)")).isTrue();
    assertThat(same("rsi.above(-70.5)", "rsi.above(-65.25)")).isTrue();
    assertThat(same("super(2, open, 1e-3)", "super(3, open, 2.5)")).isTrue();
  }

  @Test
  void which_are_equal_counts() {
    assertThat(same("a(70) && a(60)", "a(30) && a(20)")).isTrue();
    assertThat(same("a(70) && a(60)", "a(70) && a(70)")).isFalse();
  }

  @Test
  void what_may_be_a_fault_by_itself_stands() {
    assertThat(same("x / 2", "x / 3")).isFalse();
    assertThat(same("ring[3]", "ring[5]")).isFalse();
    assertThat(same("if (3)", "if (4)")).isFalse();
    assertThat(same("f(0)", "f(1)")).isFalse();
    assertThat(same("f(010)", "f(011)")).isFalse();
    assertThat(same("f(1)", "f(1.0)")).isFalse();
    assertThat(same("f(1 / 2)", "f(1 / 3)")).isFalse();
    assertThat(same("f(x, (2))", "f(x, (3))")).isFalse();
    assertThat(same("n > 4", "n > 5")).isFalse();
  }

  @Test
  void words_texts_and_comments_stand_and_hide_nothing() {
    assertThat(same("f(\"a(1\") + g(2)", "f(\"a(2\") + g(2)")).isFalse();
    assertThat(same("// f(1)\nf(2)", "// f(3)\nf(2)")).isFalse();
    assertThat(same("/* ( */ x + 1", "/* ( */ x + 2")).isFalse();
    assertThat(same("'(' + 1", "'(' + 2")).isFalse();
    assertThat(same("f('\\'', 1)", "f('\\'', 2)")).isTrue();
    assertThat(same("\"\"\"\n ( \" \"\"\" + 1", "\"\"\"\n ( \" \"\"\" + 2")).isFalse();
    assertThat(Blanked.of("ema12 = x2.y(3)")).isEqualTo("ema12 = x2.y(#i0)");
  }

  @Test
  void what_is_cut_off_ends() {
    for (String cut : new String[] {"f(", "\"", "'", "/*", "\"\"\"", "1e", "@", "f(1", "\\", ")"}) {
      assertThat(Blanked.of(cut)).isNotNull();
    }
  }
}
