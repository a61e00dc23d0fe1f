package sorte.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;
import sorte.trading.market.ColumnFile;

class MarketStoreTest {
  private static final Series HOURLY = Series.of("BTC/USD", "1h");
  private static final long HOUR = 60 * TestBars.MINUTE;

  @TempDir Path folder;
  private Path root;
  private MarketStore store;

  @BeforeEach
  void open() {
    root = folder.resolve("market-data");
    store = MarketStore.at(root);
  }

  private Taking.Taken put(Bars bars) throws IOException {
    return (Taking.Taken) store.put(HOURLY, bars, "test", false);
  }

  private static void same(Bars one, Bars other) {
    assertThat(ColumnFile.digest(one)).isEqualTo(ColumnFile.digest(other));
  }

  @Test
  void what_was_put_in_is_there_to_the_bit_with_and_without_its_columns() throws IOException {
    Bars bars = TestBars.without(TestBars.walk(1, 500, HOUR), 100, 103);
    StoredSeries stored = put(bars).stored();
    assertThat(stored.rows()).isEqualTo(497);
    assertThat(stored.gaps()).isEqualTo(1);
    assertThat(stored.missing()).isEqualTo(3);
    assertThat(stored.sha256()).isEqualTo(ColumnFile.digest(bars));
    same(store.bars(HOURLY).orElseThrow().bars(), bars);
    Files.delete(root.resolve("BTC%2FUSD-1h.columns"));
    same(store.bars(HOURLY).orElseThrow().bars(), bars);
    assertThat(store.list()).containsExactly(stored);
    store.verify(stored);
  }

  @Test
  void columns_that_are_altered_or_stale_are_made_again() throws IOException {
    Bars bars = TestBars.walk(2, 300, HOUR);
    put(bars);
    Path columns = root.resolve("BTC%2FUSD-1h.columns");
    byte[] bytes = Files.readAllBytes(columns);
    bytes[bytes.length - 3] ^= 4;
    Files.write(columns, bytes);
    same(store.bars(HOURLY).orElseThrow().bars(), bars);
    ColumnFile.write(columns, bars.slice(0, 10), "");
    same(store.bars(HOURLY).orElseThrow().bars(), bars);
  }

  @Test
  void a_second_import_adds_what_is_new_and_what_both_have_must_be_the_same() throws IOException {
    Bars bars = TestBars.walk(3, 400, HOUR);
    put(bars.slice(0, 250));
    Taking.Taken more = put(bars.slice(200, 400));
    assertThat(more.given()).isEqualTo(200);
    assertThat(more.added()).isEqualTo(150);
    assertThat(put(bars).added()).isZero();
    same(store.bars(HOURLY).orElseThrow().bars(), bars);
  }

  @Test
  void what_contradicts_the_store_is_refused_by_its_row_and_nothing_changes() throws IOException {
    Bars bars = TestBars.walk(4, 100, HOUR);
    put(bars);
    Bars.Builder other = new Bars.Builder(3);
    other.add(bars.time(50), 1, 1, 1, 1, 1);
    other.add(bars.time(99) + HOUR, 1, 1, 1, 1, 1);
    Taking taking = store.put(HOURLY, other.build(), "test", false);
    assertThat(taking)
        .isEqualTo(new Taking.Contradicting(0, bars.bar(50), other.build().bar(0), 1, 0));
    same(store.bars(HOURLY).orElseThrow().bars(), bars);
    assertThat(store.put(HOURLY, other.build(), "test", true)).isInstanceOf(Taking.Taken.class);
    assertThat(store.list().getFirst().rows()).isEqualTo(2);
  }

  @Test
  void an_import_in_another_time_zone_is_told_by_its_shift() throws IOException {
    Bars bars = TestBars.walk(5, 200, HOUR);
    put(bars);
    Taking taking = store.put(HOURLY, TestBars.moved(bars, 0, -3 * HOUR), "test", false);
    assertThat(((Taking.Contradicting) taking).shiftMinutes()).isEqualTo(180);
  }

  @Test
  void bars_that_are_shorter_than_was_said_are_refused() throws IOException {
    Taking taking = store.put(HOURLY, TestBars.walk(6, 200, TestBars.MINUTE), "test", false);
    assertThat(taking).isEqualTo(new Taking.OtherTimeframe(HOURLY.timeframe(), TestBars.MINUTE));
    assertThat(store.list()).isEmpty();
  }

  @Test
  void a_bad_row_of_a_file_leaves_the_store_as_it_was() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), BarsFile.HEADER + "\n1,1,1,2,1,1\n");
    Taking.Unusable no = (Taking.Unusable) store.take(file, HOURLY);
    assertThat(no.bad().problems().getFirst().line()).isEqualTo(2);
    assertThat(root).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "7"})
  void a_parquet_file_of_the_store_that_was_altered_is_never_used(int fromEnd) throws IOException {
    StoredSeries stored = put(TestBars.walk(7, 300, HOUR)).stored();
    Path parquet = root.resolve("BTC%2FUSD-1h.parquet");
    byte[] bytes = Files.readAllBytes(parquet);
    bytes[fromEnd == 0 ? 2_000 : bytes.length - fromEnd] ^= 1;
    Files.write(parquet, bytes);
    Files.delete(root.resolve("BTC%2FUSD-1h.columns"));
    assertThatThrownBy(() -> store.bars(HOURLY)).isInstanceOf(StoreDamaged.class);
    assertThatThrownBy(() -> store.verify(stored)).isInstanceOf(StoreDamaged.class);
  }

  @Test
  void every_source_is_remembered_once() throws IOException {
    Bars bars = TestBars.walk(8, 60, HOUR);
    store.put(HOURLY, bars.slice(0, 20), "a.csv", false);
    store.put(HOURLY, bars.slice(20, 40), "it's \"b\".csv", false);
    store.put(HOURLY, bars.slice(40, 60), "a.csv", false);
    assertThat(store.list().getFirst().sources()).containsExactly("it's \"b\".csv", "a.csv");
  }

  @Test
  void a_series_that_is_not_there_is_empty_and_makes_nothing() throws IOException {
    assertThat(store.bars(HOURLY)).isEmpty();
    assertThat(store.list()).isEmpty();
    assertThat(root).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "AAPL-1d.csv,1d",
    "BTCUSD-index-1d.csv,1d",
    "SPX-1w.csv,1w",
    "SPY-1h.csv.gz,1h",
    "BTCUSD-bitfinex-1m-2015.csv.gz,1m",
  })
  void recorded_bars_come_out_as_they_went_in(String name, String timeframe) throws IOException {
    Path original = TestBars.shared(name);
    Series series = Series.of("REAL", timeframe);
    Taking taking = store.take(original, series);
    assertThat(taking).isInstanceOf(Taking.Taken.class);
    Bars bars = ((BarsReading.Read) BarsFile.read(original)).bars();
    same(store.bars(series).orElseThrow().bars(), bars);
    Path csv = folder.resolve("out.csv");
    BarsFile.write(csv, store.bars(series).orElseThrow().bars());
    same(((BarsReading.Read) BarsFile.read(csv)).bars(), bars);
    Path parquet = folder.resolve("out.parquet");
    store.export(store.list().getFirst(), parquet);
    same(((BarsReading.Read) store.read(parquet)).bars(), bars);
    Series again = Series.of("AGAIN", timeframe);
    assertThat(((Taking.Taken) store.take(parquet, again)).stored().sha256())
        .isEqualTo(ColumnFile.digest(bars));
  }

  @Test
  void names_are_told_apart_and_read_back() {
    for (String text : List.of("BTCUSDT:1m", "BTC-USD:4h", "BTC/USD:1w", "A.B_C:15m")) {
      Series series = Series.named(text).orElseThrow();
      assertThat(series).hasToString(text);
      assertThat(Series.ofFileName(series.fileName())).contains(series);
    }
    for (String text : List.of("BTCUSDT", "x.csv", "BTC:1x", "BTC:0m", ":1m", "../A:1m", "A:32d")) {
      assertThat(Series.named(text)).as(text).isEmpty();
    }
  }
}
