package sorte.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.trading.market.Bar;
import sorte.trading.market.Bars;

class CandleTest {
  private static final Bars BARS =
      Bars.of(
          List.of(
              new Bar(0, 10, 12, 9, 11, 1),
              new Bar(60_000, 11, 15, 10, 14, 1),
              new Bar(120_000, 14, 14.5, 0.06, 13, 1)));

  @Test
  void the_bars_of_one_place_make_one_candle() {
    assertThat(Candle.of(BARS, Buckets.of(3, 1))).containsExactly(new Candle(10, 15, 0.06, 13));
    assertThat(Candle.of(BARS, Buckets.of(3, 200)))
        .containsExactly(
            new Candle(10, 12, 9, 11), new Candle(11, 15, 10, 14), new Candle(14, 14.5, 0.06, 13));
  }

  @Test
  void a_single_false_print_does_not_press_the_others_into_a_line() {
    List<Candle> candles = Candle.of(BARS, Buckets.of(3, 200));
    Candle.Range range = Candle.Range.of(candles);
    assertThat(range).isEqualTo(new Candle.Range(5, 15));
    assertThat(candles.get(2).within(range)).isEqualTo(new Candle(14, 14.5, 5, 13));
    assertThat(candles.get(0).within(range)).isEqualTo(candles.get(0));
  }
}
