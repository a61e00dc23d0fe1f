package sorte.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.trading.market.BarsReading;
import sorte.trading.market.BarsReading.Bad;
import sorte.trading.market.BarsReading.Read;

/// Parquet files as others write them: the same rules as for CSV, each bad row by its number.
class ParquetBarsTest {
  private static final String GOOD =
      "1.0::DOUBLE, 2.0::DOUBLE, 0.5::DOUBLE, 1.5::DOUBLE, 7::DOUBLE";

  @TempDir Path folder;

  /// Writes the rows of a SELECT and reads them as bars.
  private BarsReading read(String select) throws SQLException, IOException {
    Path file = folder.resolve("x.parquet");
    try (Duck duck = Duck.open(folder.resolve("spill"))) {
      duck.run("COPY (" + select + ") TO " + Duck.text(file) + " (FORMAT parquet)");
    }
    return MarketStore.at(folder.resolve("store")).read(file);
  }

  private static String rows(String... rows) {
    return "SELECT * FROM (VALUES "
        + String.join(", ", rows)
        + ") AS t(time, open, high, low, close, volume)";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1704067200000::BIGINT",
        "1704067200000::UBIGINT",
        "TIMESTAMP '2024-01-01 00:00:00'",
        "TIMESTAMP_MS '2024-01-01 00:00:00'",
        "TIMESTAMP_NS '2024-01-01 00:00:00'",
        "TIMESTAMPTZ '2023-12-31 21:00:00-03'",
        "DATE '2024-01-01'",
        "'2024-01-01T00:00:00Z'",
        "'2024-01-01'",
        "'1704067200000'",
      })
  void a_time_may_be_written_in_any_of_these_types(String time) throws Exception {
    Read read = (Read) read(rows("(" + time + ", " + GOOD + ")"));
    assertThat(read.bars().time(0)).isEqualTo(TestBars.START);
    assertThat(read.bars().close(0)).isEqualTo(1.5);
  }

  @Test
  void columns_may_stand_in_any_order_and_numbers_in_any_type() throws Exception {
    Read read =
        (Read)
            read(
                "SELECT 7 AS volume, 1.5::DECIMAL(9,2) AS close, 0.5::FLOAT AS low, 2 AS high,"
                    + " 1.25::DECIMAL(30,10) AS open, 1704067200000 AS time");
    assertThat(read.bars().open(0)).isEqualTo(1.25);
    assertThat(read.bars().volume(0)).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "duplicate-time | 1704067200000 | 1, 2, 0.5, 1.5, 7",
        "time-goes-back | 1704067100000 | 1, 2, 0.5, 1.5, 7",
        "bad-time | NULL | 1, 2, 0.5, 1.5, 7",
        "bad-time | 99999999999999999 | 1, 2, 0.5, 1.5, 7",
        "not-a-number | 1704067300000 | 1, 2, 'NaN', 1.5, 7",
        "not-a-number | 1704067300000 | NULL, 2, 0.5, 1.5, 7",
        "not-a-number | 1704067300000 | 1, 'Infinity', 0.5, 1.5, 7",
        "high-below-low | 1704067300000 | 1, 0.4, 0.5, 1.5, 7",
        "price-not-positive | 1704067300000 | 0, 2, 0, 1.5, 7",
        "open-or-close-outside | 1704067300000 | 1, 2, 0.5, 2.5, 7",
        "volume-negative | 1704067300000 | 1, 2, 0.5, 1.5, -7",
      })
  void a_bad_row_is_named_by_its_number(String rule, String time, String values) throws Exception {
    String cast =
        "SELECT time::BIGINT AS time, open::DOUBLE AS open, high::DOUBLE AS high,"
            + " low::DOUBLE AS low, close::DOUBLE AS close, volume::DOUBLE AS volume FROM (";
    Bad bad =
        (Bad)
            read(
                cast
                    + rows(
                        "('1704067200000', '1', '2', '0.5', '1.5', '7')",
                        "(" + quoted(time + ", " + values) + ")")
                    + ")");
    assertThat(bad.found()).isEqualTo(1);
    assertThat(bad.problems().getFirst().rule()).isEqualTo(rule);
    assertThat(bad.problems().getFirst().line()).isEqualTo(2);
  }

  private static String quoted(String values) {
    return java.util.Arrays.stream(values.split(", "))
        .map(value -> value.equals("NULL") ? value : "'" + value.replace("'", "") + "'")
        .collect(java.util.stream.Collectors.joining(", "));
  }

  @Test
  void a_bad_row_far_into_the_file_is_named_by_its_number() throws Exception {
    Bad bad =
        (Bad)
            read(
                "SELECT 1704067200000 + i * 60000 AS time, 1.0::DOUBLE AS open,"
                    + " CASE WHEN i IN (9999, 123456) THEN 0.1 ELSE 2 END::DOUBLE AS high,"
                    + " 0.5::DOUBLE AS low, 1.5::DOUBLE AS close, 1 AS volume"
                    + " FROM range(200000) AS r(i)");
    assertThat(bad.found()).isEqualTo(2);
    assertThat(bad.problems())
        .extracting(BarsReading.Problem::line)
        .containsExactly(10_000L, 123_457L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wrong-header | SELECT 1 AS time, 2 AS open",
        "wrong-header | SELECT 1 AS time, 1 AS open, 1 AS high, 1 AS low, 1 AS close, 1 AS volume, 1 AS x",
        "wrong-type   | SELECT 1.5 AS time, 1 AS open, 1 AS high, 1 AS low, 1 AS close, 1 AS volume",
        "wrong-type   | SELECT 1 AS time, 'a' AS open, 1 AS high, 1 AS low, 1 AS close, 1 AS volume",
        "no-bars      | SELECT 1 AS time, 1 AS open, 1 AS high, 1 AS low, 1 AS close, 1 AS volume WHERE false",
      })
  void columns_that_are_not_those_of_bars_are_told(String rule, String select) throws Exception {
    assertThat(((Bad) read(select)).problems().getFirst().rule()).isEqualTo(rule);
  }

  @Test
  void a_time_finer_than_a_millisecond_is_no_bars_time() throws Exception {
    Bad bad = (Bad) read(rows("(TIMESTAMP '2024-01-01 00:00:00.000001', " + GOOD + ")"));
    assertThat(bad.problems().getFirst().rule()).isEqualTo("bad-time");
  }

  @Test
  void what_is_no_parquet_or_is_not_there_is_told() throws Exception {
    MarketStore store = MarketStore.at(folder.resolve("store"));
    Path text = Files.writeString(folder.resolve("a.parquet"), "PAR1 and no more");
    assertThat(((Bad) store.read(text)).problems().getFirst().rule()).isEqualTo("bad-parquet");
    Path odd = Files.writeString(folder.resolve("a[1].parquet"), "PAR1");
    assertThat(((Bad) store.read(odd)).problems().getFirst().rule()).isEqualTo("odd-name");
    assertThat(((Bad) store.read(folder.resolve("none.parquet"))).problems().getFirst().rule())
        .isEqualTo("missing-file");
  }
}
