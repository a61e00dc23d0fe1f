package sorte.trading.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sorte.strategies.EmaCross;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;

class WarmUpTest {
  private final Bars bars = Waves.of(1_500);

  private WarmUp warmUp(StrategyType type) {
    return WarmUp.of(
        Deciding.of(type),
        bars,
        Waves.NO_SETTINGS,
        200,
        Optional.of(new Lines(type, Waves.NO_SETTINGS)));
  }

  @Test
  void a_plain_average_needs_what_it_declares_and_no_more() {
    WarmUp found = warmUp(Waves.CROSSING);
    assertThat(found.lines()).containsExactly("sma-1", "sma-2");
    assertThat(found.rows().getFirst().history()).isEqualTo(found.firstDecisionBar());
    assertThat(found.settled()).isEqualTo(found.firstDecisionBar());
    assertThat(found.rows())
        .allSatisfy(r -> assertThat(r.percent()).allSatisfy(p -> assertThat(p).isLessThan(1e-10)));
  }

  @Test
  void a_recursive_average_depends_on_its_first_bar_and_less_and_less() {
    WarmUp found = warmUp(StrategyType.of(EmaCross.class));
    assertThat(found.lines()).containsExactly("ema-1", "ema-2", "rsi-1");
    double first = found.rows().getFirst().percent().get(1);
    double last = found.rows().getLast().percent().get(1);
    assertThat(first).isGreaterThan(1e-3);
    assertThat(last).isLessThan(first / 1_000);
    assertThat(found.settled()).isPositive();
  }

  @Test
  void decisions_alone_are_compared_where_values_are_out_of_sight() {
    WarmUp found =
        WarmUp.of(
            Deciding.of(Waves.CROSSING), bars, Waves.NO_SETTINGS, 200, Optional.<Lines>empty());
    assertThat(found.lines()).isEmpty();
    assertThat(found.settled()).isEqualTo(found.firstDecisionBar());
  }

  @Test
  void a_window_that_does_not_fit_is_refused_in_numbers() {
    assertThatThrownBy(() ->
            WarmUp.of(
                Deciding.of(Waves.CROSSING),
                bars,
                Waves.NO_SETTINGS,
                1_490,
                Optional.<Lines>empty()))
        .hasMessageContaining("1490")
        .hasMessageContaining("1500");
  }
}
