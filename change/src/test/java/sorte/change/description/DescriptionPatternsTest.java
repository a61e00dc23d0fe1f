package sorte.change.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a text says in several sentences: flags, named patterns, conditions that wait for another,
/// filters and signals that are spoken of once more, sessions by name, trailing stops by range.
class DescriptionPatternsTest {
  private static final DescriptionReader READER = new DescriptionReader();

  private static final String BUY = "Buy when the close crosses above SMA(50). ";
  private static final String COMPRA =
      "Comprar quando o fechamento cruzar acima da média simples de 50. ";
  private static final String STOP = "Stop loss 2%.";

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
  void what_crosses_in_the_trade_direction_crosses_upwards_for_longs() {
    String only =
        "Only take trades when the MACD line crosses the signal line in the trade direction"
            + " while the volume is at least twice the 20-bar average volume. ";
    String macd = "macd.macd(12,26,9) crosses-";
    String volume = " macd.signal(12,26,9) & volume >= (sma(20){volume} * 2))";
    assertThat(
            read(
                only
                    + "Go long on bullish crosses with the volume spike and short on bearish"
                    + " crosses. "
                    + STOP))
        .isEqualTo(
            "+L (" + macd + "above" + volume + " +S (" + macd + "below" + volume + " stop 0.02");
    missing(BUY + "Enter only with the volume spike. " + STOP, "volume spike");
    assertThat(
            read(
                "Opere somente quando a linha MACD cruza a linha de sinal na direção da operação."
                    + " Comprar quando RSI(14) acima de 50. Vender a descoberto quando RSI(14)"
                    + " abaixo de 50. Stop de 2%."))
        .contains("+L (macd.macd(12,26,9) crosses-above macd.signal(12,26,9) & rsi(14) > 50)")
        .contains("+S (macd.macd(12,26,9) crosses-below macd.signal(12,26,9) & rsi(14) < 50)");
  }

  @Test
  void a_flag_is_up_where_it_was_set_later_than_taken_down() {
    String flag = "since[rsi(14) crosses-below 30] < since[rsi(14) crosses-above 70]";
    assertThat(
            read(
                "If RSI(14) crosses below 30, set a flag washed_out=True (stretched=False). If"
                    + " RSI(14) crosses above 70, set stretched=True (washed_out=False). If"
                    + " washed_out is True, go long when the close crosses above SMA(20). "
                    + STOP))
        .isEqualTo("+L (" + flag + " & close crosses-above sma(20)) stop 0.02");
    String marca =
        "Se RSI(14) cruzar abaixo de 30, defina lavado = verdadeiro. Se RSI(14) cruzar acima de 70,"
            + " defina lavado = falso. ";
    String regra = "Comprar quando o fechamento cruzar acima da média simples de 20 e lavado é ";
    assertThat(read(marca + regra + "verdadeiro. Stop de 2%.")).contains(flag);
    assertThat(read(marca + regra + "falso. Stop de 2%.")).contains(flag.replace("<", ">="));
    missing(
        "If RSI(14) crosses below 30, set a flag washed_out=True. If washed_out is True, go long"
            + " when the close crosses above SMA(20). "
            + STOP,
        "go long");
  }

  @Test
  void a_pattern_that_the_text_defines_may_be_called_by_its_bars() {
    assertThat(
            read(
                "Define a bullish engulfing pattern as: bar[-1] is bearish (close[-1] < open[-1]);"
                    + " bar[0] is bullish (close[0] > open[0]); and the body of bar[0] engulfs that"
                    + " of bar[-1] (open[0] <= close[-1] and close[0] >= open[-1]). Add a filter"
                    + " that requires at least 2 consecutive bearish candles immediately preceding"
                    + " bar[-1]. When the engulfing bar closes, submit a market buy. Set a"
                    + " stop-loss at 1% below the pattern low, where pattern_low = min(low[0],"
                    + " low[-1])."))
        .isEqualTo(
            "+L (close@2 < open@2 & close@3 < open@3 & close@1 < open@1 & close > open"
                + " & open <= close@1 & close >= open@1) stop-at ((low min low@1) * 0.99)");
  }

  @Test
  void a_condition_may_wait_for_another_by_its_label() {
    String english =
        """
        **Conditions for entering a long position:**
        1. **Breakout:** The daily close must exceed the highest price over the last 50 days.
        2. **Retest:** Within the next 5 trading days after the breakout, price must pull back to \
        the 10-day EMA, but must not close below it.
        3. **Demand:** On the retest day (when it touches the average), volume must be above the \
        average daily volume over the last 50 days.

        **Exit:** Close the position if the close falls below the 10-day EMA.
        """;
    String retest = "(since[close > highest(50)]@1 <= 4 & low <= ema(10) & close >= ema(10)";
    assertThat(read(english))
        .isEqualTo("1d | +L " + retest + " & volume > sma(50){volume}) -L close < ema(10)");
    missing(english.replace("after the breakout", "after the surge"), "after the surge");
    String portuguese =
        """
        **Condições de entrada (compra):**
        1. **Rompimento:** o fechamento acima da máxima das últimas 50 barras.
        2. **Reteste:** Nas próximas 5 barras após o rompimento, o preço deve recuar até a média \
        exponencial de 10, mas não fechar abaixo dela.

        **Saída:** fechar a posição quando o fechamento ficar abaixo da média exponencial de 10.
        """;
    assertThat(read(portuguese)).isEqualTo("+L " + retest + ") -L close < ema(10)");
  }

  @Test
  void a_range_before_the_breakout_and_a_breakout_that_fails() {
    String before = "close@1 >= bollinger.lower(20,2)@1 & close@1 <= bollinger.upper(20,2)@1";
    String fails =
        "-L (since[close crosses-above bollinger.upper(20,2)] <= 3 & close >="
            + " bollinger.lower(20,2) & close <= bollinger.upper(20,2))";
    String english =
        """
        **Entry conditions:**
        1. The market is in a consolidation state (price moves between the upper and lower \
        Bollinger Bands for at least 3 bars).
        2. Open a long position when the close is above the upper Bollinger Band (20, 2).

        **Exit conditions:**
        1. If after the breakout the price quickly returns within the Bollinger Bands (within 3 \
        bars), the position must be closed.
        2. Stop loss 2%.
        """;
    assertThat(read(english)).contains(before).contains("@3 & close > ").contains(fails);
    String portuguese =
        """
        Condições de entrada:
        1. O preço está em consolidação (o preço oscila entre a banda superior e a banda inferior \
        de Bollinger (20, 2) por pelo menos 3 barras).
        2. Comprar quando o fechamento acima da banda superior de Bollinger (20, 2).

        Condições de saída:
        1. Se o preço voltar para dentro das bandas em até 3 barras após o rompimento, feche a \
        posição.
        2. Stop de 2%.
        """;
    assertThat(read(portuguese)).isEqualTo(read(english));
  }

  @Test
  void the_session_of_what_is_traded_has_an_end() {
    String rest = "No overnight holds — close all positions 5 minutes before the session close. ";
    assertThat(read("5-minute bars of AAPL. " + BUY + rest + STOP))
        .isEqualTo(
            "5m | +L close crosses-above sma(50)"
                + " -L minute-of-day.America/New_York() >= 950 stop 0.02");
    missing("5-minute bars. " + BUY + rest + STOP, "session close");
    missing(
        "5-minute bars of AAPL, London time. Trade 09:00-12:00 London time. " + BUY + rest, "5");
    assertThat(
            read(
                "Estratégia para AAPL em barras de 5 minutos. "
                    + COMPRA
                    + "Fechar a posição no fim do pregão. Stop de 2%."))
        .contains("-L minute-of-day.America/New_York() >= 955");
  }

  @Test
  void a_stop_that_is_optional_and_nowhere_is_left_out_and_named() {
    Reading reading =
        READER.read(
            BUY
                + "Exit when the close crosses below SMA(50) or when an optional protective"
                + " stop-loss is hit. Implement the protective stop as a stop order with a"
                + " parameterized distance.");
    assertThat(reading.whole()).isTrue();
    assertThat(reading.optional()).anyMatch(o -> o.contains("parameterized distance"));
    missing(BUY + "Implement the protective stop with a parameterized distance.", "parameterized");
    assertThat(
            read(
                COMPRA
                    + "Sair quando o fechamento cruzar abaixo da média simples de 50 ou quando um"
                    + " stop opcional for atingido."))
        .isEqualTo("+L close crosses-above sma(50) -L close crosses-below sma(50)");
  }

  @Test
  void a_filter_may_be_spoken_of_again_where_the_text_gives_it() {
    String again = BUY.replace(". ", " while satisfying the volatility filter. ");
    String both = "+L (close crosses-above sma(50) & (atr(14) / close) < 0.04) stop 0.02";
    assertThat(read("Volatility filter: ATR(14) / close < 0.04. " + again + STOP)).isEqualTo(both);
    missing(again + STOP, "volatility filter");
    assertThat(
            read(
                "Filtro de volatilidade: ATR(14) / fechamento < 0,04. "
                    + COMPRA.replace(". ", " desde que o filtro de volatilidade seja atendido. ")
                    + "Stop de 2%."))
        .isEqualTo(both);
  }

  @Test
  void a_trailing_stop_by_range_hangs_on_the_stop_or_is_it() {
    String long50 = "+L close crosses-above sma(50) stop ";
    assertThat(read(BUY + "Initial stop loss 1.5 * ATR(14). Trailing stop 3 * ATR(14)."))
        .isEqualTo(long50 + "(atr(14) * 1.5) trails-by-stop 2");
    assertThat(read(COMPRA + "Stop móvel de 3 ATR(14)."))
        .isEqualTo(long50 + "(atr(14) * 3) trails-by-stop 1");
    assertThat(
            read(
                BUY
                    + "For long: trail_stop = max(previous_trail_stop,"
                    + " highest_close_since_entry - 3*ATR(14))."))
        .isEqualTo(long50 + "(atr(14) * 3) trails-by-stop 1");
    missing(BUY + "Stop loss 2%. Trailing stop 3 * ATR(14).", "Trailing stop");
    missing(BUY + "Stop loss 2 * ATR(20). Trailing stop 3 * ATR(14).", "Trailing stop");
  }

  @Test
  void who_enters_only_when_flat_is_not_turned_round() {
    String shorts = "sell short when the close crosses below SMA(50). ";
    assertThat(
            read(
                "If flat, " + BUY.toLowerCase(java.util.Locale.ROOT) + "If flat, " + shorts + STOP))
        .endsWith("stop 0.02 flat-only");
    assertThat(read(BUY + shorts + STOP)).doesNotContain("flat-only");
    assertThat(
            read(
                COMPRA.replace(". ", " e não há posição aberta. ")
                    + "Vender a descoberto quando o fechamento cruzar abaixo da média simples de"
                    + " 50. Stop de 2%."))
        .endsWith("flat-only");
  }

  @Test
  void brackets_may_say_once_more_what_stands_before_them() {
    assertThat(
            read(
                "Buy when the close is below the lower Bollinger band (20, 2), with elevated"
                    + " volatility: ATR(14) > SMA(ATR(14), 50) or Bollinger width (upper-lower) >"
                    + " SMA(width, 50). Exit when the close is above the upper band. Outside"
                    + " extreme zones — cash."))
        .contains(" & (atr(14) > sma(50){atr(14)} or (bollinger.upper(20,2) - ");
    assertThat(
            read(
                "Spread = (Close - EMA50) / EMA50. Yearly volatility ≈ (ATR(14) / close) *"
                    + " sqrt(256). Buy when Spread <= -1%. Do not open positions if this estimate >"
                    + " 80%. Exit when the spread converges to zero (price crossing EMA50:"
                    + " CrossOver(Close, EMA50))."))
        .isEqualTo(
            "+L (((atr(14) / close) * 16) <= 0.8 & ((close - ema(50)) / ema(50)) <= -0.01)"
                + " -L ((close - ema(50)) / ema(50)) crosses 0");
  }

  @Test
  void between_two_bands_is_between_them_whichever_is_named_first() {
    String between =
        "+L (close >= bollinger.lower(20,2) & close <= bollinger.upper(20,2) & rsi(14) < 30)";
    assertThat(
            read(
                "Buy when the close is between the upper and lower Bollinger Bands (20, 2) and"
                    + " RSI(14) < 30. "
                    + STOP))
        .startsWith(between);
    assertThat(
            read(
                "Comprar quando o fechamento estiver entre a banda superior e a banda inferior de"
                    + " Bollinger (20, 2) e RSI(14) < 30. Stop de 2%."))
        .startsWith(between);
  }

  @Test
  void what_binds_is_not_passed_over_for_what_stands_beside_it() {
    missing(
        "5-minute bars. "
            + BUY
            + STOP
            + " Ensure only one position at a time and no new entries after 13:30.",
        "13:30");
    missing(
        "A momentum strategy on a single asset: entry either at the open or on the dip within the first"
            + " 30 minutes. "
            + BUY
            + STOP,
        "first 30 minutes");
    missing(
        BUY + STOP + " When the gap is closed, go short at the next bar's open.", "gap is closed");
    missing(
        "**Entry:**\n1. The close is above SMA(50).\n2. The average is above its 44th percentile (as"
            + " the original description says).\n\n**Exit:** Stop loss 2%.",
        "44th percentile");
    assertThat(read(BUY + STOP + " Only one position at a time, on a single asset."))
        .isEqualTo("+L close crosses-above sma(50) stop 0.02");
  }
}
