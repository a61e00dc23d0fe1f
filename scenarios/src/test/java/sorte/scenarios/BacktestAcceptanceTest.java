package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sorte.trading.door.Json;

/// `backtest`, as docs/contracts/cli.md has it.
class BacktestAcceptanceTest {
  private static final String SOURCES = "strategies/src/main/java/sorte/strategies/";
  private static final String HEADER = "time,open,high,low,close,volume\n";
  private static final double STARTING_CASH = 10_000;

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void home() {
    session = Session.at(folder.resolve("home"));
  }

  static Stream<String> references() {
    return Stream.of(
        "EURUSD-1h-RsiMeanReversion-c002",
        "EURUSD-1h-SmaCrossLong-c002",
        "EURUSD-1h-TurtleAtrStop-c002",
        "GOOG-1d-RsiMeanReversion-c002",
        "GOOG-1d-SmaCrossLong-c002",
        "GOOG-1d-SmaCrossReverse-c002",
        "GOOG-1d-SmaCrossReverse-s002",
        "GOOG-1d-TurtleAtrStop-c002");
  }

  @ParameterizedTest
  @MethodSource("references")
  void the_reference_engines_trades_come_out_one_by_one(String name) throws IOException {
    JsonNode expected = Json.read(Files.readString(Session.shared("expected/" + name + ".json")));
    String kebab =
        expected
            .path("strategy")
            .asText()
            .replaceAll("(?<=.)([A-Z])", "-$1")
            .toLowerCase(Locale.ROOT);
    JsonNode cost = expected.path("cost");
    JsonNode result =
        backtest(
                "--strategy", kebab,
                "--data", Session.shared("data/" + expected.path("data").asText()).toString(),
                "--fee", cost.path("commission").asText("0"),
                "--spread", cost.path("spread").asText("0"))
            .left(0)
            .json();
    JsonNode trades = expected.path("trades");
    List<String> theirs = new ArrayList<>();
    trades.forEach(t -> theirs.add(expected(t)));
    int open = expected.path("openTradesAtEnd").size();
    List<String> ours = new ArrayList<>();
    result.path("trades").forEach(t -> ours.add(ours(t)));
    assertThat(theirs).isNotEmpty();
    assertThat(ours).hasSize(theirs.size() + open);
    assertThat(ours.subList(0, theirs.size())).isEqualTo(theirs);
    assertThat(result.path("finalEquity").asDouble())
        .isCloseTo(
            expected.path("stats").path("Equity Final [$]").asDouble(),
            within(1e-8 * STARTING_CASH));
  }

  private static String expected(JsonNode trade) {
    return Instant.ofEpochMilli(trade.path("entryTime").asLong())
        + " "
        + (trade.path("size").asLong() > 0 ? "long " : "short ")
        + Math.abs(trade.path("size").asLong())
        + " "
        + rounded(trade.path("entryPrice"))
        + " "
        + rounded(trade.path("exitPrice"));
  }

  private static String ours(JsonNode trade) {
    return trade.path("entryTime").asText()
        + " "
        + trade.path("side").asText()
        + " "
        + trade.path("quantity").asLong()
        + " "
        + rounded(trade.path("entryPrice"))
        + " "
        + rounded(trade.path("exitPrice"));
  }

  private static String rounded(JsonNode price) {
    return String.format(Locale.ROOT, "%.7f", price.asDouble());
  }

  @ParameterizedTest
  @CsvSource({"macd-cross", "bollinger-breakout", "ema-cross", "donchian-trend"})
  void every_shipped_strategy_answers_with_the_contracts_fields_and_the_same_bytes_again(
      String strategy) {
    String data = Session.shared("data/GOOG-1d.csv").toString();
    JsonNode first = backtest("--strategy", strategy, "--data", data).left(0).json();
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "strategy",
            "bars",
            "start",
            "end",
            "startEquity",
            "finalEquity",
            "returnPct",
            "maxDrawdownPct",
            "sharpe",
            "winRatePct",
            "exposurePct",
            "feesPaid",
            "trades",
            "elapsedMillis",
            "barsPerSecond");
    assertThat(first.path("trades").path(0).fieldNames())
        .toIterable()
        .containsExactly(
            "side", "entryTime", "entryPrice", "exitTime", "exitPrice", "quantity", "fees", "pnl");
    assertThat(timeless(backtest("--strategy", strategy, "--data", data).json()))
        .isEqualTo(timeless(first));
  }

  @ParameterizedTest
  @CsvSource({"sma-cross-long,SmaCrossLong", "turtle-atr-stop,TurtleAtrStop", "ema-cross,EmaCross"})
  void a_source_file_in_the_sandbox_trades_as_the_shipped_class(String name, String type) {
    String data = Session.shared("data/GOOG-1d.csv").toString();
    String source = Session.ROOT.resolve(SOURCES + type + ".java").toString();
    assertThat(timeless(backtest("--strategy", source, "--data", data).left(0).json()))
        .isEqualTo(timeless(backtest("--strategy", name, "--data", data).left(0).json()));
  }

  @Test
  void a_year_of_minutes_runs_from_a_source_file() {
    String data = Session.shared("data/BTCUSD-bitfinex-1m-2015.csv.gz").toString();
    String source = Session.ROOT.resolve(SOURCES + "SmaCrossLong.java").toString();
    JsonNode result = backtest("--strategy", source, "--data", data).left(0).json();
    assertThat(result.path("bars").asInt()).isGreaterThan(300_000);
    assertThat(timeless(result))
        .isEqualTo(
            timeless(backtest("--strategy", "sma-cross-long", "--data", data).left(0).json()));
  }

  @Test
  void fills_dates_and_settings_are_heard() {
    String data = Session.shared("data/GOOG-1d.csv").toString();
    JsonNode open = backtest("--strategy", "sma-cross-long", "--data", data).left(0).json();
    JsonNode close =
        backtest("--strategy", "sma-cross-long", "--data", data, "--fill", "close").left(0).json();
    assertThat(close.path("trades")).isNotEqualTo(open.path("trades"));
    JsonNode year =
        backtest(
                "--strategy",
                "sma-cross-long",
                "--data",
                data,
                "--from",
                "2010-01-01",
                "--to",
                "2011-01-01T00:00:00Z")
            .left(0)
            .json();
    assertThat(year.path("start").asText()).startsWith("2010-01-04");
    assertThat(year.path("end").asText()).startsWith("2010-12-31");
    JsonNode set =
        backtest(
                "--strategy",
                "sma-cross-long",
                "--data",
                data,
                "--set",
                "fast-ma.period=5",
                "--set",
                "slow-ma.period=50")
            .left(0)
            .json();
    assertThat(set.path("trades")).isNotEqualTo(open.path("trades"));
  }

  @Test
  void a_parameter_out_of_its_bounds_is_refused_with_the_bounds() {
    String data = Session.shared("data/GOOG-1d.csv").toString();
    for (String strategy :
        List.of("ema-cross", Session.ROOT.resolve(SOURCES + "EmaCross.java").toString())) {
      Session.Said said =
          backtest(
                  "--strategy",
                  strategy,
                  "--data",
                  data,
                  "--set",
                  "stop-loss=7",
                  "--set",
                  "nonsense=1")
              .left(1);
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).contains("0.002", "0.2", "nonsense");
    }
  }

  @Test
  void wrong_usage_says_the_right_one() {
    String data = Session.shared("data/GOOG-1d.csv").toString();
    assertThat(backtest("--strategy", "nope", "--data", data).left(2).err())
        .contains("sma-cross-long");
    assertThat(backtest("--strategy", "ema-cross", "--data", data, "--fill", "later").left(2).err())
        .contains("next-open");
    assertThat(backtest("--strategy", "ema-cross", "--data", data, "--fee", "-1").left(2).err())
        .contains("--fee");
    assertThat(backtest("--strategy", "ema-cross", "--data", data, "--cash", "NaN").left(2).err())
        .contains("--cash");
    assertThat(backtest("--strategy", "ema-cross", "--data", data, "--cash", "much").left(2).err())
        .contains("--cash", "much");
    assertThat(
            backtest("--strategy", "ema-cross", "--data", data, "--set", "stop-loss").left(2).err())
        .contains("--set");
    assertThat(
            backtest("--strategy", "ema-cross", "--data", data, "--from", "yesterday")
                .left(2)
                .err())
        .contains("--from");
    assertThat(
            backtest("--strategy", "ema-cross", "--data", data, "--from", "2030-01-01")
                .left(2)
                .err())
        .contains("--from");
    assertThat(backtest("--strategy", "ema-cross").left(2).err()).contains("--data");
    assertThat(backtest("--strategy", "none/Missing.java", "--data", data).left(2).err())
        .contains("Missing.java");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2024-01-01,1,2,0.5,1.5,10~2024-01-02,x,2,0.5,1.5,10|line 3",
        "2024-01-01,1,2,0.5,1.5,10~2024-01-02,1,NaN,0.5,1.5,10|line 3",
        "2024-01-01,1,0.5,2,1.5,10|line 2",
        "2024-01-02,1,2,0.5,1.5,10~2024-01-01,1,2,0.5,1.5,10|line 3",
        "2024-01-01,1,2,0.5,1.5,10~2024-01-01,1,2,0.5,1.5,10|line 3",
        "2024-01-01,1,2,0.5|line 2",
      })
  void a_bad_row_is_named_by_its_line(String rows, String line) throws IOException {
    Path data = folder.resolve("bars.csv");
    Files.writeString(data, HEADER + rows.replace('~', '\n') + "\n");
    Session.Said said = backtest("--strategy", "ema-cross", "--data", data.toString()).left(2);
    assertThat(said.err()).contains(line, "Nothing of the file was taken");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void a_file_that_is_missing_empty_of_another_kind_or_header_is_bad_input() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Path headed = Files.writeString(folder.resolve("headed.csv"), HEADER);
    Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    Path fake = Files.writeString(folder.resolve("fake.csv.gz"), HEADER);
    for (Path file : List.of(folder.resolve("missing.csv"), empty, headed, other, fake, folder)) {
      Session.Said said = backtest("--strategy", "ema-cross", "--data", file.toString()).left(2);
      assertThat(said.err()).as(file.toString()).contains(String.valueOf(file.getFileName()));
    }
  }

  @Test
  void a_source_that_does_not_compile_is_told_in_the_compilers_words_at_its_line()
      throws IOException {
    Path source = folder.resolve("Broken.java");
    Files.writeString(
        source, "package sorte.strategies;\npublic final class Broken {\n  int x = \"no\";\n}\n");
    Session.Said said =
        backtest(
                "--strategy",
                source.toString(),
                "--data",
                Session.shared("data/GOOG-1d.csv").toString())
            .left(1);
    assertThat(said.err()).contains("line 3", "incompatible types");
    assertThat(said.out()).as("standard output holds JSON only").isEmpty();
  }

  @Test
  void a_source_that_throws_is_told_with_its_bar_and_line() throws IOException {
    String text = Files.readString(Session.ROOT.resolve(SOURCES + "SmaCrossLong.java"));
    Path source = folder.resolve("SmaCrossLong.java");
    Files.writeString(
        source,
        text.replace("return fast.crossesAbove(slow);", "return 1 / (p.fastMaPeriod() - 10) > 0;"));
    Session.Said said =
        backtest(
                "--strategy",
                source.toString(),
                "--data",
                Session.shared("data/GOOG-1d.csv").toString())
            .left(1);
    assertThat(said.err()).contains("line 24", "by zero");
  }

  private Session.Said backtest(String... options) {
    return session.run(
        Stream.concat(Stream.of("backtest", "--json"), Stream.of(options)).toArray(String[]::new));
  }

  private static String timeless(JsonNode result) {
    return Json.line(
        ((ObjectNode) result.deepCopy()).without(List.of("elapsedMillis", "barsPerSecond")));
  }
}
