package sorte.guardian.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A test may follow a parameter's new name, and nothing may come along with it.
class RenamedTest {
  private static final String BEFORE =
      "record Parameters(@Level(value = 70, min = 50, max = 95) double rsiOverbought) {} "
          + "boolean enterLong() { return rsi.below(p.rsiOverbought()); }";
  private static final String AFTER = BEFORE.replace("rsiOverbought", "rsiCeiling");
  private static final String TEST =
      "assertEquals(\"--E\", Trial.of(EmaCross.class).with(\"rsi.overbought\", 70).closes(1))";

  private static boolean explained(String before, String after, String test, String changed) {
    Optional<Renamed> renamed = Renamed.between(before, after);
    return renamed.isPresent() && renamed.get().explains(test, changed);
  }

  @Test
  void a_test_says_the_same_by_the_new_name() {
    assertThat(explained(BEFORE, AFTER, TEST, TEST.replace("rsi.overbought", "rsiCeiling")))
        .isTrue();
  }

  @Test
  void a_test_may_not_expect_something_else() {
    String other = TEST.replace("rsi.overbought", "rsiCeiling");
    assertThat(explained(BEFORE, AFTER, TEST, other.replace("--E", "--."))).isFalse();
    assertThat(explained(BEFORE, AFTER, TEST, other.replace("70", "71"))).isFalse();
    assertThat(explained(BEFORE, AFTER, TEST, TEST.replace("rsi.overbought", "rsi.period")))
        .isFalse();
  }

  @Test
  void a_strategy_in_which_more_changed_explains_nothing() {
    String changed = TEST.replace("rsi.overbought", "rsiCeiling");
    assertThat(explained(BEFORE, AFTER.replace("below", "above"), TEST, changed)).isFalse();
    assertThat(explained(BEFORE, AFTER.replace("70", "71"), TEST, changed)).isFalse();
    assertThat(explained(BEFORE, BEFORE, TEST, changed)).isFalse();
  }

  @Test
  void what_is_no_parameter_or_a_name_in_use_explains_nothing() {
    assertThat(Renamed.between(BEFORE, BEFORE.replace("enterLong", "exitLong"))).isEmpty();
    assertThat(Renamed.between(BEFORE, BEFORE.replace("rsiOverbought", "rsi"))).isEmpty();
  }
}
