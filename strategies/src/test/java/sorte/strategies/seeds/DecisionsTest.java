package sorte.strategies.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.strategies.BollingerBreakout;
import sorte.strategies.DonchianTrend;
import sorte.strategies.EmaCross;
import sorte.strategies.MacdCross;
import sorte.strategies.RsiMeanReversion;
import sorte.strategies.SmaCrossLong;
import sorte.strategies.SmaCrossReverse;
import sorte.strategies.TurtleAtrStop;
import sorte.strategy.Strategy;
import sorte.strategy.run.Decisions;
import sorte.strategy.run.Signals;
import sorte.strategy.run.Trial;

/// What each strategy shipped does today, with its defaults.
class DecisionsTest {
  private static final List<Class<? extends Strategy<?>>> ALL =
      List.of(
          BollingerBreakout.class,
          DonchianTrend.class,
          EmaCross.class,
          MacdCross.class,
          RsiMeanReversion.class,
          SmaCrossLong.class,
          SmaCrossReverse.class,
          TurtleAtrStop.class);

  @Test
  void strategies_have_the_names_people_use() {
    assertThat(ALL.stream().map(type -> Trial.of(type).type().name()))
        .containsExactly(
            "bollinger-breakout",
            "donchian-trend",
            "ema-cross",
            "macd-cross",
            "rsi-mean-reversion",
            "sma-cross-long",
            "sma-cross-reverse",
            "turtle-atr-stop");
  }

  @Test
  void each_decides_first_where_the_reference_says() {
    assertThat(first(BollingerBreakout.class)).isEqualTo(20);
    assertThat(first(DonchianTrend.class)).isEqualTo(41);
    assertThat(first(EmaCross.class)).isEqualTo(26);
    assertThat(first(MacdCross.class)).isEqualTo(34);
    assertThat(first(RsiMeanReversion.class)).isEqualTo(15);
    assertThat(first(SmaCrossLong.class)).isEqualTo(20);
    assertThat(first(SmaCrossReverse.class)).isEqualTo(20);
    assertThat(first(TurtleAtrStop.class)).isEqualTo(21);
  }

  private static int first(Class<? extends Strategy<?>> type) {
    return Trial.of(type).closes().firstDecisionBar();
  }

  @Test
  void every_strategy_enters_and_leaves_on_a_wandering_market() {
    for (Class<? extends Strategy<?>> type : ALL) {
      Decisions decisions = Trial.of(type).wander(1, 5_000);
      assertThat(decisions.entersLong()).as(type.getSimpleName()).isNotEmpty();
      assertThat(decisions.exitsLong().size() + decisions.entersShort().size())
          .as(type.getSimpleName())
          .isPositive();
    }
  }

  @Test
  void ema_cross_does_not_buy_what_is_overbought() {
    Trial trial = Trial.of(EmaCross.class);
    assertThat(trial.with("rsi.overbought", 95).wander(3, 5_000).entersLong())
        .hasSizeGreaterThan(trial.with("rsi.overbought", 50).wander(3, 5_000).entersLong().size());
    assertThat(trial.closes(1).terms().stopLossFraction()).hasValue(0.03);
    assertThat(trial.closes(1).terms().takeProfitFraction()).hasValue(0.06);
  }

  @Test
  void ema_cross_buys_the_turn_up_and_leaves_at_the_turn_down() {
    Trial trial = Trial.of(EmaCross.class).with("fast-ma.period", 2).with("slow-ma.period", 4);
    assertThat(
            trial
                .with("rsi.period", 3)
                .with("rsi.overbought", 95)
                .closes(9, 8, 7, 6, 5, 6, 8, 8, 6, 4)
                .toString())
        .isEqualTo("----..E.x.");
  }

  @Test
  void sma_cross_reverse_sells_short_where_sma_cross_long_leaves() {
    Decisions reverse = Trial.of(SmaCrossReverse.class).wander(2, 3_000);
    Decisions along = Trial.of(SmaCrossLong.class).wander(2, 3_000);
    assertThat(reverse.entersLong()).isEqualTo(along.entersLong());
    assertThat(reverse.entersShort()).isEqualTo(along.exitsLong());
  }

  @Test
  void turtle_atr_stop_buys_above_the_high_of_the_bars_before_with_a_stop_two_ranges_away() {
    double[] closes = new double[30];
    Arrays.fill(closes, 100);
    closes[24] = 101;
    closes[27] = 90;
    Decisions decisions = Trial.of(TurtleAtrStop.class).closes(closes);
    assertThat(decisions.entersLong()).containsExactly(24);
    assertThat(decisions.exitsLong()).containsExactly(27);
    assertThat(decisions.stopDistance(24)).isEqualTo(2 * (1.0 / 20));
  }

  @Test
  void rsi_mean_reversion_buys_what_fell_and_sells_what_rose() {
    double[] closes = new double[40];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = i < 20 ? 100 - i : 80 + 2 * (i - 19);
    }
    Decisions decisions = Trial.of(RsiMeanReversion.class).closes(closes);
    assertThat(decisions.at(15)).isEqualTo(Signals.ENTER_LONG);
    assertThat(decisions.at(39)).isEqualTo(Signals.EXIT_LONG);
  }

  @Test
  void averages_that_tie_cross_nothing() {
    double[] closes = new double[80];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = i < 30 ? 1.1 + 0.0001 * (i % 7) : 1.1;
    }
    Decisions decisions = Trial.of(SmaCrossReverse.class).closes(closes);
    for (int bar = 51; bar < closes.length; bar++) {
      assertThat(decisions.at(bar)).as("bar %d", bar).isZero();
    }
  }

  @Test
  void donchian_trend_trades_both_ways_and_rests_after_a_trade() {
    Decisions decisions = Trial.of(DonchianTrend.class).wander(4, 5_000);
    assertThat(decisions.entersLong()).isNotEmpty();
    assertThat(decisions.entersShort()).isNotEmpty();
    assertThat(decisions.terms().cooldownBars()).isEqualTo(4);
    assertThat(decisions.terms().stopLossDistance()).isPresent();
  }
}
