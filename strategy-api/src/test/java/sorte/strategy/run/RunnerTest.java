package sorte.strategy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sorte.strategy.Strategy;

class RunnerTest {
  private static Runner start(Class<? extends Strategy<?>> type) {
    return Runner.start(StrategyType.of(type), Map.of());
  }

  private static int close(Runner runner, int bar, double close) {
    return runner.onBar(bar * 60_000L, close, close, close, close, 1);
  }

  @Test
  void rules_are_first_asked_one_bar_after_the_last_indicator_has_a_value() {
    assertThat(start(Samples.Follow.class).firstDecisionBar()).isEqualTo(3);
    assertThat(start(Samples.Nothing.class).firstDecisionBar()).isEqualTo(1);
    assertThat(start(Samples.Own.class).firstDecisionBar()).isEqualTo(2);
    assertThat(start(Samples.Busy.class).firstDecisionBar()).isEqualTo(56);
  }

  @Test
  void the_rules_that_are_true_set_their_bits() {
    Runner runner = start(Samples.Follow.class);
    assertThat(close(runner, 0, 10)).isEqualTo(Signals.NONE);
    assertThat(close(runner, 1, 10)).isEqualTo(Signals.NONE);
    assertThat(close(runner, 2, 8)).isEqualTo(Signals.NONE);
    assertThat(close(runner, 3, 12)).isEqualTo(Signals.ENTER_LONG);
    assertThat(close(runner, 4, 5)).isEqualTo(Signals.EXIT_LONG | Signals.ENTER_SHORT);
    assertThat(close(runner, 5, 5)).isEqualTo(Signals.NONE);
  }

  @Test
  void a_stop_on_a_line_is_read_as_of_the_last_bar() {
    Runner runner = start(Samples.Follow.class);
    close(runner, 0, 10);
    close(runner, 1, 12);
    close(runner, 2, 11);
    assertThat(runner.stopDistance()).isEqualTo(2 * 1.5);
    close(runner, 3, 11);
    assertThat(runner.stopDistance()).isEqualTo(2 * 0.75);
    assertThat(start(Samples.Nothing.class).stopDistance()).isNaN();
  }

  @Test
  void an_indicator_of_ones_own_is_updated_once_a_bar() {
    assertThat(Trial.of(Samples.Own.class).closes(1, 5, 9, 12, 12, 3).toString())
        .isEqualTo("--.EE.");
    double[][] gaps = {
      {1, 1, 1, 1, 1}, {5, 5, 5, 5, 1}, {9, 9, 5, 5, 1}, {9, 9, 5, 5, 1}, {5, 5, 5, 5, 1}
    };
    assertThat(Trial.of(Samples.Own.class).bars(gaps).toString()).isEqualTo("--.EE");
  }

  @Test
  void an_indicator_that_is_made_and_not_used_is_refused() {
    assertThatThrownBy(() -> start(Samples.Forgetful.class))
        .hasMessageContaining("not given to use(…)");
  }

  @Test
  void an_indicator_declared_in_a_rule_is_refused() {
    Runner runner = start(Samples.Late.class);
    close(runner, 0, 1);
    assertThatThrownBy(() -> close(runner, 1, 1))
        .hasMessageContaining("an indicator is declared in a field");
  }

  @Test
  void an_exception_goes_to_the_caller_and_ends_the_run() {
    Runner runner = start(Samples.Faulty.class);
    for (int bar = 0; bar < 5; bar++) {
      close(runner, bar, bar);
    }
    assertThatThrownBy(() -> close(runner, 5, 5))
        .isExactlyInstanceOf(ArithmeticException.class)
        .hasMessage("at five");
    assertThatThrownBy(() -> close(runner, 6, 1))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageContaining("start anew");
  }

  @Test
  void a_bar_that_is_none_is_refused_and_changes_nothing() {
    Runner runner = start(Samples.Follow.class);
    close(runner, 1, 10);
    assertThatThrownBy(() -> close(runner, 1, 10)).hasMessageContaining("after the one before");
    assertThatThrownBy(() -> runner.onBar(9, 1, 1, 1, 1, 1))
        .hasMessageContaining("must come after");
    assertThatThrownBy(() -> close(runner, 2, Double.NaN)).hasMessageContaining("close NaN");
    assertThatThrownBy(() -> runner.onBar(120_000, 1, 2, 3, 2, 1)).hasMessageContaining("low 3.0");
    assertThatThrownBy(() -> runner.onBar(120_000, 1, 1, 1, 1, -1)).hasMessageContaining("volume");
    assertThatThrownBy(() -> close(runner, 2, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    close(runner, 2, 10);
    close(runner, 3, 8);
    assertThat(close(runner, 4, 12)).isEqualTo(Signals.ENTER_LONG);
  }
}
