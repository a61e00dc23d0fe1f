package sorte.trading.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketSpecTest {
  @TempDir Path folder;

  @Test
  void the_file_of_version_1_always_loads() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("market.json"),
            """
            {"version":1,"source":{"kind":"built-in","seed":7},
             "instrument":{"symbol":"SIM-USD","tick":0.01,"lot":1.0E-5,"minNotional":10.0},
             "timeframeMinutes":15,"historyBars":3000,"fee":0.001}
            """);
    assertThat(MarketSpec.read(file)).isEqualTo(MarketSpec.builtIn(7));
  }

  @Test
  void what_is_written_reads_back() throws IOException {
    Path data = folder.resolve("data.csv");
    BarsFile.write(data, new BuiltInMarket(1).take(50));
    MarketSpec recorded =
        new MarketSpec(
            new MarketSpec.Recording(data, BarsFile.digest(data)),
            Instrument.wholeUnits("BTC-USD"),
            240,
            10,
            0.002);
    Path file = folder.resolve("market/market.json");
    recorded.write(file);
    MarketSpec back = MarketSpec.read(file);
    assertThat(back).isEqualTo(recorded);
    assertThat(back.source().size()).isEqualTo(50);
    MarketFeed feed = back.source().from(49);
    assertThat(feed.advance()).isTrue();
    assertThat(feed.bar()).isEqualTo(new BuiltInMarket(1).take(50).bar(49));
    assertThat(feed.advance()).isFalse();
    assertThat(feed.advance()).isFalse();
  }

  @Test
  void recorded_bars_that_changed_are_refused() throws IOException {
    Path data = folder.resolve("data.csv");
    BarsFile.write(data, new BuiltInMarket(1).take(50));
    MarketSpec spec =
        new MarketSpec(
            new MarketSpec.Recording(data, BarsFile.digest(data)),
            Instrument.wholeUnits("BTC-USD"),
            15,
            10,
            0);
    BarsFile.write(data, new BuiltInMarket(2).take(50));
    assertThatThrownBy(spec::source)
        .isInstanceOf(MarketSpec.BadMarket.class)
        .hasMessageContaining("is not the file this home was made with");
    Files.delete(data);
    assertThatThrownBy(spec::source).hasMessageContaining("missing-file");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("market.json"),
            """
            {"version":2,"source":{"kind":"dream"},"instrument":{"symbol":5},
             "timeframeMinutes":"x","historyBars":-1,"fee":"free","colour":1}
            """);
    assertThatThrownBy(() -> MarketSpec.read(file))
        .hasMessageContaining("version")
        .hasMessageContaining("kind")
        .hasMessageContaining("symbol")
        .hasMessageContaining("timeframeMinutes")
        .hasMessageContaining("historyBars")
        .hasMessageContaining("fee")
        .hasMessageContaining("unknown key colour");
    assertThatThrownBy(() -> MarketSpec.read(folder.resolve("none.json")))
        .hasMessageContaining("is missing");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> MarketSpec.read(file)).hasMessageContaining("not JSON");
  }

  @Test
  void quantities_go_down_to_the_lot() {
    assertThat(Instrument.simulated().quantityDown(0.123456789)).isEqualTo(0.12345);
    assertThat(Instrument.wholeUnits("X").quantityDown(7.99)).isEqualTo(7);
    assertThat(new Instrument("X", 0, 5, 0).quantityDown(14.9)).isEqualTo(10);
    assertThat(Instrument.simulated().fractional().quantityDown(0.123456789))
        .isEqualTo(0.123456789);
    assertThatThrownBy(() -> new Instrument("X", 0, 0.3, 0)).hasMessageContaining("lot");
    assertThatThrownBy(() -> new Instrument("x y", 0, 1, 0)).hasMessageContaining("symbol");
  }
}
