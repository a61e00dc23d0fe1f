package sorte.change.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void what_fits_stays_in_a_line() {
    assertThat(Wrapped.lines("a.b(c).d();", 20)).containsExactly("a.b(c).d();");
  }

  @Test
  void a_chain_breaks_before_each_call() {
    assertThat(Wrapped.lines("return a(b).with(\"x.y\", 2).with(\"z\", 3);", 30))
        .containsExactly("return a(b)", "    .with(\"x.y\", 2)", "    .with(\"z\", 3);");
  }

  @Test
  void numbers_fill_their_lines() {
    assertThat(Wrapped.lines("f(10, 20.5, 30, 40);", 16))
        .containsExactly("f(", "    10, 20.5,", "    30, 40);");
  }

  @Test
  void brackets_within_words_are_words() {
    assertThat(Wrapped.lines("assertEquals(\"--(.\", brief().closes(1, 2).toString());", 40))
        .containsExactly("assertEquals(", "    \"--(.\",", "    brief().closes(1, 2).toString());");
  }
}
