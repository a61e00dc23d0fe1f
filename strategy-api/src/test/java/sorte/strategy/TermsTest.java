package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.strategy.run.FeedSlot;

class TermsTest {
  @Test
  void terms_say_each_word_once() {
    Terms terms =
        Terms.invest(0.25)
            .stopLoss(0.02)
            .takeProfit(0.05)
            .trailingStop(0.03)
            .timeStop(40)
            .cooldown(3)
            .tradingHours("09:30-17:00")
            .renewing();
    assertThat(terms.investedFraction()).hasValue(0.25);
    assertThat(terms.investedMoney()).isEmpty();
    assertThat(terms.stopLossFraction()).hasValue(0.02);
    assertThat(terms.stopLossDistance()).isEmpty();
    assertThat(terms.takeProfitFraction()).hasValue(0.05);
    assertThat(terms.trailingStopFraction()).hasValue(0.03);
    assertThat(terms.timeStopBars()).hasValue(40);
    assertThat(terms.cooldownBars()).isEqualTo(3);
    assertThat(terms.renews()).isTrue();
    assertThat(terms.hours()).contains(new TradingHours(570, 1020));
  }

  @Test
  void of_two_targets_the_one_said_last_counts() {
    Terms byStop = Terms.allIn().stopLoss(0.02).takeProfit(0.05).takeProfitByStop(3).risk(0.01);
    assertThat(byStop.takeProfitTimesStop()).hasValue(3);
    assertThat(byStop.takeProfitFraction()).isEmpty();
    assertThat(byStop.riskFraction()).hasValue(0.01);
    assertThat(byStop.takeProfit(0.05).takeProfitTimesStop()).isEmpty();
    assertThat(Terms.allIn().riskFraction()).isEmpty();
  }

  @Test
  void a_trailing_stop_by_the_stop_needs_one_distance_for_both_sides() {
    Scaled one = new Scaled(new Price(new Market(new FeedSlot(), ZoneOffset.UTC).tape, ""), 1);
    assertThat(Terms.allIn().stopLoss(one).trailingStopByStop(1.5).trailingByStopTimes())
        .hasValue(1.5);
    assertThat(Terms.allIn().trailingByStopTimes()).isEmpty();
    assertThatThrownBy(() -> Terms.allIn().stopLoss(one, one).trailingStopByStop(1))
        .hasMessageContaining("the stop needs one distance for both sides");
    assertThatThrownBy(() -> Terms.allIn().trailingStopByStop(1).stopLoss(one, one))
        .hasMessageContaining("the stop needs one distance for both sides");
    assertThatThrownBy(() -> Terms.allIn().trailingStopByStop(0))
        .hasMessageContaining("a trailing stop by the stop must be above 0");
  }

  @Test
  void a_trade_is_turned_round_unless_it_is_said_otherwise() {
    assertThat(Terms.allIn().reverses()).isTrue();
    assertThat(Terms.allIn().withoutReversing().stopLoss(0.1).reverses()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_ratio_or_a_risk_that_is_none_is_refused(double value) {
    Terms terms = Terms.allIn().stopLoss(0.02);
    assertThatThrownBy(() -> terms.takeProfitByStop(value))
        .hasMessageContaining("a take-profit by the stop must be above 0");
    assertThatThrownBy(() -> terms.risk(value)).hasMessageContaining("the risk of a trade");
    assertThatThrownBy(() -> terms.risk(1)).hasMessageContaining("below 1");
  }

  @Test
  void what_is_not_said_is_not_there() {
    Terms terms = Terms.allIn();
    assertThat(terms.investedFraction()).hasValue(1);
    assertThat(terms.stopLossFraction()).isEmpty();
    assertThat(terms.takeProfitFraction()).isEmpty();
    assertThat(terms.trailingStopFraction()).isEmpty();
    assertThat(terms.timeStopBars()).isEmpty();
    assertThat(terms.cooldownBars()).isZero();
    assertThat(terms.hours()).isEmpty();
    assertThat(terms.renews()).isFalse();
    assertThat(Terms.investMoney(500).investedMoney()).hasValue(500);
    assertThat(Terms.investMoney(500).investedFraction()).isEmpty();
  }

  @Test
  void a_word_more_leaves_the_terms_before_as_they_were() {
    Terms before = Terms.allIn().stopLoss(0.02);
    Terms after = before.stopLoss(0.05).takeProfit(0.1).renewing();
    assertThat(before.stopLossFraction()).hasValue(0.02);
    assertThat(before.takeProfitFraction()).isEmpty();
    assertThat(before.renews()).isFalse();
    assertThat(after.stopLossFraction()).hasValue(0.05);
    assertThat(Terms.allIn().stopLossFraction()).isEmpty();
  }

  @Test
  void nonsense_is_refused_with_the_bounds() {
    assertThatThrownBy(() -> Terms.invest(1.5))
        .hasMessage("the fraction invested must be above 0 and at most 1, was 1.5");
    assertThatThrownBy(() -> Terms.investMoney(0)).hasMessageContaining("above 0 and finite");
    assertThatThrownBy(() -> Terms.allIn().stopLoss(Double.NaN)).hasMessageContaining("was NaN");
    assertThatThrownBy(() -> Terms.allIn().stopLoss(1)).hasMessageContaining("below 1, was 1.0");
    assertThatThrownBy(() -> Terms.allIn().trailingStop(-0.1)).hasMessageContaining("was -0.1");
    assertThatThrownBy(() -> Terms.allIn().takeProfit(0)).hasMessageContaining("was 0.0");
    assertThatThrownBy(() -> Terms.allIn().timeStop(0)).hasMessageContaining("was 0");
    assertThatThrownBy(() -> Terms.allIn().cooldown(-1)).hasMessageContaining("was -1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9:00-17:00",
        "09:00",
        "24:00-08:00",
        "09:00-09:00",
        "09:60-10:00",
        "25:00-26:00",
        "09:00_17:00",
        "09.00-17.00",
        "٠٩:٠٠-١٧:٠٠",
        ""
      })
  void hours_that_are_none_are_refused(String text) {
    assertThatThrownBy(() -> Terms.allIn().tradingHours(text))
        .hasMessage("trading hours must be HH:MM-HH:MM, such as 09:00-17:30, were " + text);
  }

  @Test
  void hours_may_go_over_midnight() {
    TradingHours night = TradingHours.parse("22:00-04:00");
    assertThat(night.contains(22 * 60)).isTrue();
    assertThat(night.contains(0)).isTrue();
    assertThat(night.contains(4 * 60)).isFalse();
    assertThat(night.contains(12 * 60)).isFalse();
    TradingHours evening = TradingHours.parse("20:00-24:00");
    assertThat(evening.contains(24 * 60 - 1)).isTrue();
    assertThat(evening.contains(0)).isFalse();
  }
}
