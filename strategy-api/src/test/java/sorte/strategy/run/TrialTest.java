package sorte.strategy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrialTest {
  @Test
  void a_strategy_is_tried_in_one_line() {
    assertThat(Trial.of(Samples.Follow.class).closes(9, 9, 8, 9, 7, 7, 9).toString())
        .isEqualTo("---E*.E");
  }

  @Test
  void the_bars_of_each_decision_can_be_asked_for() {
    Decisions decisions = Trial.of(Samples.Follow.class).closes(9, 9, 8, 9, 7, 7, 9);
    assertThat(decisions.entersLong()).containsExactly(3, 6);
    assertThat(decisions.exitsLong()).containsExactly(4);
    assertThat(decisions.entersShort()).containsExactly(4);
    assertThat(decisions.exitsShort()).isEmpty();
    assertThat(decisions.firstDecisionBar()).isEqualTo(3);
    assertThat(decisions.bars()).isEqualTo(7);
    assertThat(decisions.stopDistance(6)).isGreaterThan(0);
  }

  @Test
  void a_parameter_is_set_by_any_of_its_names() {
    Trial trial = Trial.of(Samples.Follow.class);
    assertThat(trial.with("ma.period", 5).closes(1, 2, 3).firstDecisionBar()).isEqualTo(5);
    assertThat(trial.with("maPeriod", 6).closes(1, 2, 3).firstDecisionBar()).isEqualTo(6);
    assertThat(trial.closes(1, 2, 3).firstDecisionBar()).isEqualTo(3);
    assertThatThrownBy(() -> trial.with("ma.period", 51).closes(1))
        .hasMessage("ma.period must be between 2 and 50, was 51");
  }

  @Test
  void a_made_up_market_is_the_same_for_the_same_seed() {
    Trial trial = Trial.of(Samples.Follow.class);
    assertThat(trial.wander(5, 3_000)).isEqualTo(trial.wander(5, 3_000));
    assertThat(trial.wander(5, 3_000)).isNotEqualTo(trial.wander(6, 3_000));
    assertThat(trial.wander(5, 3_000).entersLong()).hasSizeGreaterThan(100);
  }

  @Test
  void a_made_up_market_keeps_its_bits() {
    double[][] bars = MadeUpMarket.bars(42, 20_000);
    long hash = 0;
    for (double[] bar : bars) {
      for (double value : bar) {
        hash = hash * 31 + Double.doubleToRawLongBits(value);
      }
    }
    assertThat(hash).isEqualTo(3740568367964342980L);
  }

  @Test
  void a_row_that_is_no_bar_is_named() {
    assertThatThrownBy(() -> Trial.of(Samples.Follow.class).bars(new double[] {1, 2, 3}))
        .hasMessage("a bar is {open, high, low, close, volume}; bar 0 has 3");
  }
}
