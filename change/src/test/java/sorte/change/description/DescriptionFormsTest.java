package sorte.change.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The forms that came later: stops at a line, the clock and the calendar, one thing after another,
/// plainer words.
class DescriptionFormsTest {
  private static final DescriptionReader READER = new DescriptionReader();

  private static final String BUY = "Buy when the close crosses above SMA(50). ";
  private static final String SHORT = "Sell short when the close crosses below SMA(50). ";

  private static String read(String text) {
    Reading reading = READER.read(text);
    assertThat(reading.missing()).as(text).isEmpty();
    assertThat(reading.problem()).as(text).isEmpty();
    return Notation.of(reading.design().orElseThrow());
  }

  private static void missing(String text, String part) {
    assertThat(READER.read(text).missing()).as(text).anyMatch(m -> m.contains(part));
  }

  @Test
  void a_stop_stands_at_the_low_of_the_last_bars() {
    assertThat(read(BUY + "Stop-loss at the low of the last 10 bars. Take profit at 2R."))
        .isEqualTo("+L close crosses-above sma(50) times-stop 2 stop-at lowest(10)");
    assertThat(read(BUY + "Set the stop 1% below the lowest low of the last 5 bars."))
        .endsWith("stop-at (lowest(5) * 0.99)");
    assertThat(read(BUY + "Place the stop 1.5 ATR(14) below the lower band of BB(20, 2)."))
        .contains("stop-at (bollinger.lower(20,2) - ");
    assertThat(read(BUY + "Stop loss at the signal candle's low.")).endsWith("stop-at low");
  }

  @Test
  void um_stop_fica_na_minima_das_ultimas_barras() {
    String text = "Comprar quando o fechamento cruzar acima da média simples de 50. ";
    assertThat(read(text + "Stop na mínima das últimas 10 barras. Alvo de 2 vezes o stop."))
        .isEqualTo("+L close crosses-above sma(50) times-stop 2 stop-at lowest(10)");
  }

  @Test
  void each_side_has_a_stop_of_its_own() {
    String both = "stop-at lowest(20) short-stop-at highest(20)";
    assertThat(
            read(
                BUY
                    + SHORT
                    + "Stop-loss: for longs, at the low of the last 20 bars;"
                    + " for shorts, at the high of the last 20 bars."))
        .endsWith(both);
    assertThat(
            read(
                BUY
                    + SHORT
                    + "Stop below the lowest low of the last 20 bars for longs,"
                    + " above the highest high of the last 20 bars for shorts."))
        .endsWith(both);
    assertThat(read(BUY + SHORT + "Place a stop loss at the opposite Bollinger band (20, 2)."))
        .endsWith("stop-at bollinger.lower(20,2) short-stop-at bollinger.upper(20,2)");
  }

  @Test
  void a_stop_that_nobody_can_place_is_asked_about() {
    missing(BUY + "Stop-loss slightly below the low of the last 10 bars.", "slightly below");
    missing(BUY + SHORT + "Stop-loss at the low of the last 10 bars.", "low of the last 10");
    missing(BUY + "Stop-loss a few ticks under the signal candle's low.", "few ticks");
    missing(BUY + "Stop-loss 2%. Stop-loss at the low of the last 10 bars.", "low of the last");
  }

  @Test
  void hours_are_those_of_the_zone_that_is_named() {
    assertThat(
            read(
                "5-minute bars. "
                    + BUY
                    + "Only enter between 9:45 AM and 3:30 PM New York time. Stop 1%."
                    + " Close all positions at 15:55."))
        .isEqualTo(
            "5m | +L (minute-of-day.America/New_York() >= 585"
                + " & minute-of-day.America/New_York() < 930 & close crosses-above sma(50))"
                + " -L minute-of-day.America/New_York() >= 950 stop 0.01");
  }

  @Test
  void the_end_of_a_session_is_known_where_the_text_says_when_it_is() {
    String text = "15-minute bars. " + BUY + "Stop 1%. ";
    assertThat(
            read(
                text
                    + "The trading session is from 09:30 to 16:00."
                    + " Close all positions 15 minutes before the market close."))
        .contains("-L minute-of-day() >= 930");
    missing(text + "Close all positions at the end of the session.", "end of the session");
    missing(BUY + "Stop 1%. Session 09:30-16:00. Exit at the session close.", "session close");
  }

  @Test
  void an_afternoon_is_meant_where_only_its_end_says_so() {
    assertThat(
            read(
                "5-minute bars. "
                    + BUY
                    + "Stop 1%. Do not enter within the last 30 minutes of trading"
                    + " (3:30-4:00 PM EST)."))
        .contains("(minute-of-day.America/New_York() < 930")
        .contains("minute-of-day.America/New_York() >= 960)");
  }

  @Test
  void days_of_the_week_are_filters() {
    assertThat(read(BUY + "Only enter on Mondays and Fridays. Stop 2%."))
        .startsWith("+L ((")
        .contains("weekday() >= 1 & weekday() <= 1", "weekday() >= 5 & weekday() <= 5");
    assertThat(read(BUY + "Do not trade on Fridays. Stop 2%."))
        .contains("(weekday() < 5 or weekday() > 5)");
    assertThat(
            read(
                "Comprar quando o fechamento cruzar acima da média simples de 50."
                    + " Operar somente às segundas. Stop de 2%."))
        .contains("weekday() >= 1");
  }

  @Test
  void days_of_the_month_are_trading_days_or_dates() {
    assertThat(
            read(
                "Daily bars. Go long on the first trading day of each month."
                    + " Close the position on the fifth trading day of the month. Stop 3%."))
        .isEqualTo(
            "1d | +L (trading-day-of-month() >= 1 & trading-day-of-month() <= 1)"
                + " -L (trading-day-of-month() >= 5 & trading-day-of-month() <= 5) stop 0.03");
    assertThat(
            read(
                "Daily bars. Go long on the first trading day on or after the 20th of each month."
                    + " Exit after 5 bars. Stop 3%."))
        .contains("day-of-month() >= 20", "day-of-month()@1 < 20");
  }

  @Test
  void one_thing_after_another_is_remembered() {
    assertThat(
            read("Buy when RSI(14) falls below 30 and then crosses above 50. Exit after 5 bars."))
        .isEqualTo(
            "+L (rsi(14) crosses-above 50 & since[rsi(14) < 30]@1 < since[rsi(14) crosses-above"
                + " 50]@1) bars 5");
    assertThat(
            read("Buy when RSI(14) crosses below 25 within the last 20 bars. Exit after 5 bars."))
        .isEqualTo("+L since[rsi(14) crosses-below 25] <= 19 bars 5");
    assertThat(read("Buy when RSI(14) falls below 30 and then rises above 30. Exit after 5 bars."))
        .isEqualTo("+L rsi(14) crosses-above 30 bars 5");
  }

  @Test
  void what_brackets_define_is_what_words_before_them_mean() {
    assertThat(
            read(
                BUY
                    + "Avoid entries if the market is in a squeeze (defined as ATR(14) < 2). Stop 2%."))
        .contains("atr(14) >= 2");
    assertThat(
            read(
                "Buy when the close is above SMA(20) and volatility is not extreme (ATR(14) < 3)."
                    + " Stop 2%."))
        .contains("atr(14) < 3");
    missing(
        "Buy when the close is above SMA(20) and volatility is not extreme (ATR(14) > 3). Stop 2%.",
        "not extreme");
  }

  @Test
  void two_waits_are_a_sequence_that_is_not_told_apart() {
    String text =
        """
        **Long Entry:**
        1. Price above SMA(200).
        2. Wait for the price to close above SMA(20).
        3. Enter a long position after the confirmation.

        **Exit:**
        - Stop-loss 2%.
        """;
    assertThat(read(text)).isEqualTo("+L (close > sma(200) & close > sma(20)) stop 0.02");
    missing(text.replace("1. Price above", "1. Wait for the price to close above"), "SMA(20)");
  }

  @Test
  void of_sizes_left_to_choose_the_first_is_taken_and_the_other_named() {
    Reading reading =
        READER.read(BUY + "Stop 2%. Position size: 5% of capital or a size scaled by volatility.");
    assertThat(reading.missing()).isEmpty();
    assertThat(reading.optional()).anyMatch(o -> o.contains("scaled by volatility"));
    assertThat(Notation.of(reading.design().orElseThrow())).contains("size 0.05");
  }

  @Test
  void what_is_asked_of_the_market_is_named_and_left_to_its_owner() {
    Reading reading =
        READER.read(BUY + "Stop 2%. Trading is conducted only on liquid large cap stocks.");
    assertThat(reading.missing()).isEmpty();
    assertThat(reading.optional()).anyMatch(o -> o.contains("large cap stocks"));
  }

  @Test
  void a_break_goes_through_what_is_highest_upwards() {
    assertThat(
            read(
                "Daily bars. Go long when the close breaks the highest high of the last 55 days."
                    + " Short on a break of the 55-day low. Stop 5%."))
        .isEqualTo(
            "1d | +L close crosses-above highest(55) +S close crosses-below lowest(55) stop 0.05");
    missing(BUY + "Exit when the close breaks SMA(20). Stop 5%.", "breaks");
  }

  @Test
  void the_other_side_leaves_the_other_way_round() {
    assertThat(
            read(
                "Go long when +DI crosses above -DI. Go short when -DI crosses above +DI."
                    + " Exit longs when ADX(14) falls under 20 or +DI drops below -DI,"
                    + " and exit shorts on the reverse. Stop 2%."))
        .contains("-S (adx(14) < 20 or minus-di(14) < plus-di(14))");
  }

  @Test
  void both_are_the_lines_that_crossed() {
    assertThat(
            read(
                "Buy when %K(14, 3, 3) crosses above %D while both are below 20."
                    + " Exit after 5 bars. Stop 2%."))
        .contains("stochastic.k(14,3,3) < 20 & stochastic.d(14,3,3) < 20");
  }

  @Test
  void bars_in_a_row_are_each_of_them() {
    assertThat(
            read("Buy when there are three consecutive lower closes. Exit after 5 bars. Stop 2%."))
        .contains("(close < close@1 & close@1 < close@2 & close@2 < close@3)");
  }

  @Test
  void an_exit_behind_an_entry_is_of_its_side() {
    assertThat(
            read(
                "Go long when the close crosses above SMA(50), exit when RSI(14) rises above 70."
                    + " Go short when the close crosses below SMA(50), exit when RSI(14) falls under"
                    + " 30. Stop 2%."))
        .contains("-L rsi(14) > 70", "-S rsi(14) < 30");
  }

  @Test
  void a_formula_gives_its_name_to_what_it_says() {
    assertThat(
            read(
                "Define 10-bar percentage momentum as (Close[0] / Close[-10] - 1) * 100."
                    + " Enter long when momentum > 5. Exit after 5 bars."))
        .isEqualTo("+L (((close / close@10) - 1) * 100) > 5 bars 5");
  }

  @Test
  void an_exit_at_the_next_open_is_no_remark() {
    missing(BUY + "Exit on the next day's open. Stop 2%.", "next day's open");
  }

  @Test
  void a_new_entry_that_the_rules_ask_for_anyway_asks_for_nothing_more() {
    String text =
        "Open a short position when RSI(14) > 70. Close the short position when RSI(14) < 50."
            + " After exit, a new entry is possible only after RSI rises above 70 again.";
    assertThat(read(text)).isEqualTo("+S rsi(14) > 70 -S rsi(14) < 50");
    missing(text + " Stop-loss 2%.", "new entry");
  }

  @Test
  void what_must_be_so_must_be_so_for_any_entry() {
    assertThat(read(BUY + "Volume must be above its 20-period average. Stop 2%."))
        .contains("volume > sma(20){volume} & close crosses-above sma(50)");
  }

  @Test
  void deviations_from_a_mean_are_counted() {
    assertThat(
            read(
                "Buy when price is more than 2 standard deviations below its 20-bar mean."
                    + " Exit after 5 bars."))
        .isEqualTo("+L close < (sma(20) - (deviation(20) * 2)) bars 5");
    assertThat(read("Buy when the z-score of close over 20 bars is below -2. Exit after 5 bars."))
        .isEqualTo("+L ((close - sma(20)) / deviation(20)) < -2 bars 5");
  }

  @Test
  void beyond_a_range_is_on_either_side_of_it() {
    assertThat(read(BUY + "Exit if RSI(14) moves outside the 30-70 range. Stop 2%."))
        .contains("-L (rsi(14) < 30 or rsi(14) > 70)");
  }
}
