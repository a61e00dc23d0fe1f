package sorte.trading.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.journal.AppendLog;

class LiveFeedTest {
  private static final long MINUTE = 60_000;

  @TempDir Path folder;

  @Test
  void bars_come_as_they_are_written_and_bar_n_is_the_same_for_every_pass() throws IOException {
    Path file = folder.resolve("feed/bars.log");
    MarketFeed feed = new MarketSource.Live(file).from(0);
    assertThat(feed.advance()).isFalse();
    assertThat(feed.mayGoOn()).isTrue();
    try (AppendLog log = AppendLog.open(file)) {
      assertThat(feed.advance()).isFalse();
      for (int i = 0; i < 5; i++) {
        log.append(bar(i).bytes());
        assertThat(feed.advance()).isTrue();
        assertThat(feed.advance()).isFalse();
        assertThat(feed.number()).isEqualTo(i);
        assertThat(feed.bar()).isEqualTo(bar(i).bar());
      }
    }
    MarketFeed again = new MarketSource.Live(file).from(3);
    assertThat(again.number()).isEqualTo(2);
    assertThat(again.advance()).isTrue();
    assertThat(again.number()).isEqualTo(3);
    assertThat(again.bar()).isEqualTo(bar(3).bar());
    assertThat(new MarketSource.Live(file).from(0).take(100).size()).isEqualTo(5);
  }

  @Test
  void a_pass_that_waits_for_its_first_bar_knows_how_old_the_one_before_is() throws IOException {
    Path file = folder.resolve("bars.log");
    try (AppendLog log = AppendLog.open(file)) {
      log.append(bar(0).bytes());
    }
    MarketFeed feed = new MarketSource.Live(file).from(1);
    assertThat(feed.advance()).isFalse();
    assertThat(feed.number()).isZero();
    // taken in 250 ms after its end, written at 1,000,000
    assertThat(feed.age(1_000_000)).isEqualTo(250);
    assertThat(feed.age(1_040_000)).isEqualTo(40_250);
  }

  @Test
  void a_half_written_record_is_not_there_yet_and_a_flipped_bit_before_the_end_is_named()
      throws IOException {
    Path file = folder.resolve("bars.log");
    try (AppendLog log = AppendLog.open(file)) {
      log.append(bar(0).bytes());
      log.append(bar(1).bytes());
    }
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 1; cut < ExchangeBar.BYTES; cut += 7) {
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length - cut));
      assertThat(new MarketSource.Live(file).from(0).take(9).size()).isEqualTo(1);
    }
    byte[] flipped = whole.clone();
    flipped[40] ^= 4;
    Files.write(file, flipped);
    assertThatThrownBy(() -> new MarketSource.Live(file).from(0).advance())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void a_market_that_is_live_reads_back_with_the_log_of_its_home() throws IOException {
    Path file = folder.resolve("home/market/market.json");
    MarketSpec spec =
        new MarketSpec(
            new MarketSpec.Live("binance:BTCUSDT:1m", folder.resolve("home/feed/bars.log")),
            new Instrument("BTCUSDT", 0.01, 0.00001, 5),
            1,
            300,
            0.001);
    spec.write(file);
    assertThat(Files.readString(file)).doesNotContain(folder.toString());
    assertThat(MarketSpec.read(file)).isEqualTo(spec);
    Files.writeString(file, Files.readString(file).replace("BTCUSDT:1m", "btc;1m"));
    assertThatThrownBy(() -> MarketSpec.read(file)).hasMessageContaining("binance:BTCUSDT:1m");
  }

  private static ExchangeBar bar(int number) {
    Bar bar = new Bar(number * MINUTE, 10 + number, 12 + number, 9 + number, 11 + number, number);
    return new ExchangeBar(bar, MINUTE, bar.time() + MINUTE + 250, 1_000_000);
  }
}
