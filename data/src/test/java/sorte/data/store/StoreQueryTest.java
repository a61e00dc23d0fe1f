package sorte.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.data.store.StoreQuery.Answered;
import sorte.data.store.StoreQuery.Refused;
import sorte.trading.market.Bars;

class StoreQueryTest {
  @TempDir Path folder;
  private Path root;
  private MarketStore store;
  private final Bars bars = TestBars.walk(1, 2_500, TestBars.MINUTE);

  @BeforeEach
  void fill() throws IOException {
    root = folder.resolve("it's the store");
    store = MarketStore.at(root);
    for (String symbol : List.of("BTCUSDT", "A-B", "A/B")) {
      store.put(Series.of(symbol, "1m"), bars, "test", false);
    }
  }

  private Answered answer(String sql) throws IOException {
    return (Answered) store.query().ask(sql, StoreQuery.USUAL_ROWS);
  }

  @Test
  void a_series_is_a_view() throws IOException {
    Answered all = answer("SELECT count(*) AS n, min(low), max(time) FROM \"BTCUSDT:1m\"");
    assertThat(all.columns().getFirst()).isEqualTo("n");
    assertThat(all.rows().getFirst().getFirst()).isEqualTo(2_500L);
    assertThat(all.rows().getFirst().get(2)).isEqualTo("2024-01-02T17:39:00Z");
    assertThat(answer("FROM BTCUSDT_1m LIMIT 1").rows()).hasSize(1);
    assertThat(
            answer("WITH x AS (SELECT 1 AS a) SELECT a, NULL, true, 0.1, 'NaN'::DOUBLE FROM x")
                .rows())
        .containsExactly(
            java.util.Arrays.asList(1L, null, true, new java.math.BigDecimal("0.1"), "NaN"));
  }

  @Test
  void a_name_that_could_mean_two_series_means_none() throws IOException {
    assertThat(store.query().ask("FROM A_B_1m", 10)).isInstanceOf(Refused.class);
    assertThat(answer("SELECT count(*) FROM \"A/B:1m\"").rows()).hasSize(1);
  }

  @Test
  void rows_are_bounded_and_more_are_told() throws IOException {
    Answered some = (Answered) store.query().ask("FROM BTCUSDT_1m", 100);
    assertThat(some.rows()).hasSize(100);
    assertThat(some.more()).isTrue();
    assertThat(((Answered) store.query().ask("FROM BTCUSDT_1m LIMIT 100", 100)).more()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM '/etc/passwd'",
        "COPY (SELECT 1) TO '$STORE/evil.csv'",
        "COPY (SELECT 1 AS time) TO '$STORE/BTCUSDT-1m.parquet' (FORMAT parquet)",
        "SELECT 1; COPY (SELECT 1) TO '$STORE/evil.csv'",
        "SELECT 1; SELECT 2",
        "ATTACH '$STORE/evil.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "CREATE TABLE t AS SELECT 1",
        "DROP VIEW BTCUSDT_1m",
        "PRAGMA version",
        "EXPORT DATABASE '$STORE/evil'",
        "SELECT * FROM query('COPY (SELECT 1) TO ''$STORE/evil.csv''')",
        "SELECT * FROM nothing",
        "SELEC 1",
        "",
        "--",
      })
  void what_reaches_outside_changes_anything_or_is_no_question_is_refused(String sql)
      throws IOException {
    byte[] before = Files.readAllBytes(root.resolve("BTCUSDT-1m.parquet"));
    String told = sql.replace("$STORE", root.toString().replace("'", "''"));
    assertThat(store.query().ask(told, 10)).isInstanceOf(Refused.class);
    assertThat(Files.readAllBytes(root.resolve("BTCUSDT-1m.parquet"))).isEqualTo(before);
    try (var files = Files.list(root)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .noneMatch(name -> name.contains("evil"));
    }
  }

  @Test
  void a_question_that_takes_too_long_is_stopped() throws IOException {
    String endless = "SELECT sum(a.range * b.range % 13) FROM range(30000000) a, range(3000000) b";
    Refused refused = (Refused) store.query().ask(endless, 10, java.time.Duration.ofSeconds(1));
    assertThat(refused.rule()).isEqualTo("too-slow");
  }

  @Test
  void an_empty_store_answers_too() throws IOException {
    Answered answered =
        (Answered) MarketStore.at(folder.resolve("empty")).query().ask("SELECT 1 AS one", 10);
    assertThat(answered.rows()).containsExactly(List.of(1L));
    assertThat(folder.resolve("empty")).doesNotExist();
  }
}
