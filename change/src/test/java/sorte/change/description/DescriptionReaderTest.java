package sorte.change.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DescriptionReader reader = new DescriptionReader();

  private String read(String text) {
    Reading reading = reader.read(text);
    assertThat(reading.missing()).isEmpty();
    assertThat(reading.problem()).isEmpty();
    return Notation.of(reading.design().orElseThrow());
  }

  @Test
  void own_portuguese_descriptions_give_what_was_written_down_for_them() throws IOException {
    int read = 0;
    int made = 0;
    for (String line : lines("/descriptions/portuguese.jsonl")) {
      JsonNode one = JSON.readTree(line);
      Reading reading = reader.read(one.get("text").asText());
      String id = one.get("id").asText();
      List<String> missing = new ArrayList<>();
      one.path("missing").forEach(m -> missing.add(m.asText()));
      assertThat(reading.missing()).as(id).isEqualTo(missing);
      assertThat(reading.problem()).as(id).isEqualTo(one.path("problem").asText());
      assertThat(reading.design().map(Notation::of).orElse(""))
          .as(id)
          .isEqualTo(one.path("design").asText());
      read++;
      made += reading.whole() ? 1 : 0;
    }
    assertThat(read).isEqualTo(30);
    assertThat(made).isGreaterThan(20);
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = DescriptionReaderTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void headings_and_lists_say_what_belongs_where() {
    String text =
        """
        **Indicators:**
        - RSI with a period of 10

        **Entry Conditions:**
        - **Long position:**
          1. The closing price of the current bar must be above the 50 SMA (an uptrend).
          2. RSI must be below 40.
        - **Short position:**
          1. The closing price must be below the 50 SMA.
          2. RSI must be above 60.

        **Exit Conditions:**
        - Close a long position when RSI rises above 70.
        - Close a short position when RSI falls below 30.

        **Risk management:**
        - Stop-loss at 2% from the entry price, take-profit at 4%.
        """;
    assertThat(read(text))
        .isEqualTo(
            "+L (close > sma(50) & rsi(10) < 40) -L rsi(10) > 70"
                + " +S (close < sma(50) & rsi(10) > 60) -S rsi(10) < 30 stop 0.02 target 0.04");
  }

  @Test
  void a_list_under_any_of_is_alternatives_and_under_all_of_it_is_not() {
    String text =
        """
        Open a long position when **both** conditions are met:
        1. RSI(14) is below 30
        2. Volume is above its 20-bar average
        Close the long position when **any** of the following conditions is met:
        1. RSI(14) is above 60
        2. The close falls below the 50-day SMA
        """;
    assertThat(read(text))
        .isEqualTo(
            "+L (rsi(14) < 30 & volume > sma(20){volume}) -L (rsi(14) > 60 or close < sma(50))");
  }

  @Test
  void names_of_the_text_s_own_stand_for_their_values() {
    String text =
        "Mean reversion on 5-minute bars. Define upper_band = SMA(20) + 2 * StdDev(close, 20) and"
            + " lower_band = SMA(20) - 2 * StdDev(close, 20). Enter long when the close crosses above"
            + " lower_band. Exit long when the close crosses above the SMA(20).";
    assertThat(read(text))
        .isEqualTo(
            "5m | +L close crosses-above (sma(20) - (2 * deviation(20))) -L close crosses-above"
                + " sma(20)");
  }

  @Test
  void a_name_that_could_not_be_read_spoils_what_uses_it() {
    Reading reading =
        reader.read(
            "Momentum = the hidden state of a Markov chain. Enter long when momentum is above 0."
                + " Exit long when RSI(14) is above 70.");
    assertThat(reading.whole()).isFalse();
    assertThat(reading.missing()).contains("Enter long when momentum is above 0");
  }

  @Test
  void one_word_that_nobody_knows_is_no_rule() {
    Reading reading =
        reader.read(
            "Enter long when the weekly RSI(14) is below 30. Exit long when RSI(14) is above 70.");
    assertThat(reading.design()).isEmpty();
    assertThat(reading.missing()).containsExactly("Enter long when the weekly RSI(14) is below 30");
  }

  @Test
  void what_is_said_twice_and_differs_is_not_guessed() {
    Reading reading =
        reader.read(
            "Enter long when RSI(14) is below 30. Exit long when RSI(14) is above 70."
                + " Stop-loss: 2%. Stop-loss: 3%.");
    assertThat(reading.missing()).containsExactly("Stop-loss: 3%");
  }

  @Test
  void and_mixed_with_or_is_asked_about() {
    Reading reading =
        reader.read(
            "Enter long when RSI(14) is below 30 and close is above SMA(200) or volume is above"
                + " SMA(volume, 20). Exit long when RSI(14) is above 70.");
    assertThat(reading.whole()).isFalse();
    assertThat(reading.missing()).hasSize(1);
  }

  @Test
  void what_is_optional_is_left_out_and_told() {
    Reading reading =
        reader.read(
            "Enter long when RSI(14) is below 30. Exit long when RSI(14) is above 70."
                + " Optionally, add a filter with ADX above 25.");
    assertThat(reading.whole()).isTrue();
    assertThat(reading.optional()).containsExactly("Optionally, add a filter with ADX above 25");
  }

  @Test
  void a_short_side_that_mirrors_the_long_one_is_turned_over() {
    String text =
        "Long entry: close crosses above the upper band of Bollinger Bands(20, 2) and RSI(14) > 60."
            + " Short entry: mirrored. Stop-loss: 2%.";
    assertThat(read(text))
        .isEqualTo(
            "+L (close crosses-above bollinger.upper(20,2) & rsi(14) > 60)"
                + " +S (close crosses-below bollinger.lower(20,2) & rsi(14) < 40) stop 0.02");
  }

  @Test
  void a_text_that_is_too_long_is_refused_with_the_bound() {
    assertThatThrownBy(() -> reader.read("a".repeat(DescriptionReader.LONGEST + 1)))
        .hasMessageContaining("20000 characters");
  }

  @Test
  void both_lines_are_both_and_a_reverse_cross_is_the_crossing_alone() {
    assertThat(
            read(
                "Enter long when both Stochastic lines are below 20. Exit long when RSI(14) is above 70."))
        .isEqualTo("+L (stochastic.k(14,3,3) < 20 & stochastic.d(14,3,3) < 20) -L rsi(14) > 70");
    assertThat(
            read(
                "Enter long when close crosses above EMA(20) and volume is above SMA(volume, 20)."
                    + " Exit long on the reverse cross."))
        .isEqualTo(
            "+L (close crosses-above ema(20) & volume > sma(20){volume}) -L close crosses-below"
                + " ema(20)");
  }

  @Test
  void an_entry_that_hardly_ever_comes_about_is_a_question() {
    Reading reading =
        reader.read(
            "Enter long when RSI(14) is below 30 and close is above the upper band of Donchian(20)."
                + " Exit long when RSI(14) is above 70.");
    assertThat(reading.problem()).isEqualTo("unlikely");
    assertThat(reading.whole()).isFalse();
  }

  private static final String CROSS =
      "Buy when SMA(10) crosses above SMA(50). Exit when SMA(10) crosses below SMA(50). ";

  private String terms(String text) {
    String all = read(CROSS + text);
    return all.substring(all.lastIndexOf("sma(50)") + "sma(50)".length()).strip();
  }

  private List<String> missing(String text) {
    return reader.read(CROSS + text).missing();
  }

  @Test
  void sizes_and_targets_may_hang_on_a_stop_that_moves_with_the_market() {
    String whole = "stop (atr(14) * 2) times-stop 2 risk 0.01";
    assertThat(
            terms("Stop loss at 2*ATR(14). Take profit at 4*ATR(14). Risk 1% of equity per trade."))
        .isEqualTo(whole);
    assertThat(
            terms(
                "Stop at 2 ATR(14) from entry. Take profit at 2R. Each trade risks 1% of capital."))
        .isEqualTo(whole);
    assertThat(
            terms(
                "Stop at entry - 2*ATR(14). Risk/reward ratio 1:2. Size = floor(0.01 * equity / stop_distance)."))
        .isEqualTo(whole);
    assertThat(
            terms(
                "Stop-loss: 2*ATR(14). TP = 4 * ATR(14) from the entry price (fixed R:R = 2:1). Position"
                    + " size = min((Capital * 0.01) / (2*ATR(14)), Capital / Close)."))
        .isEqualTo(whole);
    assertThat(
            read(
                "Compra quando a SMA(10) cruza acima da SMA(50). Sai depois de 9 barras. Stop a 2 ATR(14)"
                    + " do preço de entrada. Alvo a 4 ATR(14). Arriscar 1% do capital por operação."))
        .endsWith("stop (atr(14) * 2) times-stop 2 risk 0.01 bars 9");
  }

  @Test
  void the_larger_or_the_smaller_of_two_distances_is_a_stop() {
    String larger = "stop ((close * 0.02) max (atr(14) * 2))";
    assertThat(terms("Stop = max(2% of the entry price, 2*ATR(14)).")).isEqualTo(larger);
    assertThat(terms("Stop at 2% or 2*ATR(14), whichever is larger.")).isEqualTo(larger);
    assertThat(terms("Stop for long = min(entry_price*0.98, entry_price - 2*ATR(14))."))
        .isEqualTo(larger);
    String smaller = "stop ((close * 0.02) min (atr(14) * 2))";
    assertThat(terms("Stop-loss: the tighter of a 2% move and 2*ATR(14).")).isEqualTo(smaller);
    assertThat(terms("Stop for long = max(entry_price*0.98, entry_price - 2*ATR(14))."))
        .isEqualTo(smaller);
    assertThat(
            terms(
                "Set a stop at entry_price - d for long, where d = min(2 * ATR(14), 0.02 * entry_price)."))
        .isEqualTo(smaller);
  }

  @Test
  void a_size_by_another_stop_than_there_is_is_not_understood() {
    assertThat(missing("Stop at 2*ATR(14). Size = floor(0.01*equity/(3*ATR(14))).")).hasSize(1);
    assertThat(
            missing(
                "Stop at 2*ATR(14). Risk 1% of equity (size = floor(0.01*equity/(3*ATR(14))))."))
        .hasSize(1);
    assertThat(missing("Risk 1% of equity per trade.")).hasSize(1);
    Reading target = reader.read(CROSS + "Stop at 2*ATR(14). Take profit at 4*ATR(20).");
    assertThat(target.problem()).isEqualTo("no-target");
    Reading ratio = reader.read(CROSS + "Stop at 2*ATR(14). TP = 4*ATR(14) (R:R 3:1).");
    assertThat(ratio.problem()).isEqualTo("no-target");
  }

  @Test
  void what_is_announced_must_be_said_somewhere() {
    assertThat(terms("Immediately after entry, SL and TP are placed. Stop of 2%, target of 4%."))
        .isEqualTo("stop 0.02 target 0.04");
    assertThat(missing("Immediately after entry, SL and TP are placed. Stop of 2%."))
        .containsExactly("Immediately after entry, SL and TP are placed");
  }

  @Test
  void what_is_optional_in_part_binds_in_the_rest() {
    Reading reading = reader.read(CROSS + "Use a stop of 2% and an optional target of 4%.");
    assertThat(Notation.of(reading.design().orElseThrow())).endsWith(" stop 0.02");
    assertThat(reading.optional()).containsExactly("and an optional target of 4%");
    assertThat(reader.read(CROSS + "A trailing stop of 3% is optional.").optional())
        .containsExactly("A trailing stop of 3% is optional");
  }

  @Test
  void tests_may_be_of_the_bars_before() {
    assertThat(
            read("Buy when SMA(5) crosses above SMA(9) within the last 2 bars. Exit after 3 bars."))
        .isEqualTo("+L (sma(5) crosses-above sma(9) or sma(5)@1 crosses-above sma(9)@1) bars 3");
    assertThat(read("Buy when RSI(14) is below 30 for 3 consecutive bars. Exit after 3 bars."))
        .isEqualTo("+L (rsi(14) < 30 & rsi(14)@1 < 30 & rsi(14)@2 < 30) bars 3");
    assertThat(
            reader.read("Buy when close crosses SMA(20) for 3 bars. Exit after 3 bars.").missing())
        .hasSize(1);
  }

  @Test
  void a_percentage_is_of_what_it_stands_beside() {
    assertThat(read("Buy when RSI(14) > 70% and ROC(5) > 3%. Exit when ATR(14)/close > 2%."))
        .isEqualTo("+L (rsi(14) > 70 & roc(5) > 3) -L (atr(14) / close) > 0.02");
    assertThat(reader.read("Buy when close > 2%. Exit after 3 bars.").missing()).hasSize(1);
  }

  @Test
  void a_clause_behind_its_label_stands_together() {
    assertThat(
            read(
                "Buy when RSI(14) < 30, with elevated volatility: ATR(14) > 2 or RSI(2) < 5. Exit after 3 bars."))
        .isEqualTo("+L (rsi(14) < 30 & (atr(14) > 2 or rsi(2) < 5)) bars 3");
  }
}
