package sorte.guardian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.market.Bars;
import sorte.trading.market.ColumnFile;
import sorte.trading.market.Instrument;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;

class OtherMarketsTest {
  @TempDir Path store;

  private static MarketSpec recorded(String symbol, int minutes) {
    return new MarketSpec(
        new MarketSpec.Recording(Path.of("history.csv"), "0".repeat(64)),
        Instrument.wholeUnits(symbol),
        minutes,
        100,
        0);
  }

  private static Bars bars(long seed, int count) {
    return new MarketSource.BuiltIn(seed).from(0).take(count);
  }

  private void series(String name, Bars bars) throws IOException {
    ColumnFile.write(store.resolve(name + ColumnFile.ENDING), bars, "");
  }

  private static List<String> names(List<Ground.Other> others) {
    return others.stream().map(Ground.Other::name).toList();
  }

  @Test
  void beside_a_recorded_market_stand_other_symbols_of_the_same_length_of_bar() throws IOException {
    Bars all = bars(1, OtherMarkets.BARS_MOST + 500);
    series("BTCUSDT-1h", bars(2, 1_000));
    series("ETHUSDT-1h", all);
    series("SOL%2FUSDT-60m", bars(3, 700));
    series("XRPUSDT-15m", bars(4, 700));
    series("ADAUSDT-1h", bars(5, OtherMarkets.BARS_LEAST - 1));
    series("no symbol-1h", bars(6, 700));
    Files.writeString(store.resolve("DOGEUSDT-1h" + ColumnFile.ENDING), "nothing of the kind");
    Files.writeString(store.resolve("ETHUSDT-1h.parquet"), "");
    OtherMarkets markets = new OtherMarkets(store);
    List<Ground.Other> others = markets.beside(recorded("BTCUSDT", 60));
    assertThat(names(others)).containsExactly("ETHUSDT", "SOL/USDT");
    Bars latest = others.getFirst().bars();
    assertThat(latest.size()).isEqualTo(OtherMarkets.BARS_MOST);
    assertThat(latest.bar(latest.size() - 1)).isEqualTo(all.bar(all.size() - 1));
    assertThat(latest.length().millis()).isEqualTo(3_600_000);
    assertThat(names(markets.beside(recorded("ETHUSDT", 15)))).containsExactly("XRPUSDT");
  }

  @Test
  void a_series_is_read_again_when_it_has_changed_and_left_out_when_it_was_altered()
      throws IOException {
    series("ETHUSDT-1h", bars(1, 600));
    OtherMarkets markets = new OtherMarkets(store);
    MarketSpec btc = recorded("BTCUSDT", 60);
    Bars first = markets.beside(btc).getFirst().bars();
    assertThat(markets.beside(btc).getFirst().bars().size()).isEqualTo(first.size());
    series("ETHUSDT-1h", bars(1, 800));
    assertThat(markets.beside(btc).getFirst().bars().size()).isEqualTo(800);
    Path file = store.resolve("ETHUSDT-1h" + ColumnFile.ENDING);
    series("ETHUSDT-1h", bars(1, 900));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThat(markets.beside(btc)).isEmpty();
    Files.delete(file);
    assertThat(markets.beside(btc)).isEmpty();
  }

  @Test
  void only_the_first_few_count() throws IOException {
    for (char symbol = 'A'; symbol < 'H'; symbol++) {
      series(symbol + "-1d", bars(symbol, 600));
    }
    OtherMarkets markets = new OtherMarkets(store);
    assertThat(names(markets.beside(recorded("B", 24 * 60)))).containsExactly("A", "C", "D");
  }

  @Test
  void beside_a_simulated_market_stand_simulated_ones_that_follow_from_its_seed()
      throws IOException {
    OtherMarkets markets = new OtherMarkets(store.resolve("missing"));
    List<Ground.Other> some = markets.beside(MarketSpec.builtIn(1));
    assertThat(names(some)).containsExactly("SIM-1", "SIM-2", "SIM-3");
    assertThat(some.getFirst().bars().bar(9))
        .isEqualTo(markets.beside(MarketSpec.builtIn(1)).getFirst().bars().bar(9))
        .isNotEqualTo(markets.beside(MarketSpec.builtIn(2)).getFirst().bars().bar(9))
        .isNotEqualTo(some.get(1).bars().bar(9))
        .isNotEqualTo(bars(1, 10).bar(9));
    assertThat(markets.beside(recorded("BTCUSDT", 60))).isEmpty();
  }
}
