package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.app.launch.MarketChoice;
import sorte.trading.home.Home;
import sorte.trading.market.MarketSpec;

/// `data`, and `--data` of what it stores, as docs/contracts/cli.md and docs/market-data.md have
/// it.
class DataAcceptanceTest {
  private static final long START = 1_704_067_200_000L; // 2024-01-01T00:00:00Z
  private static final long MINUTE = 60_000;

  @TempDir Path folder;
  private Session session;
  private Session portuguese;

  @BeforeEach
  void home() {
    session = Session.at(folder.resolve("home"));
    portuguese = Session.in("pt", folder.resolve("home"));
  }

  /// A bars file of minutes, with those from `from` up to `to` left out.
  private Path minutes(int count, int from, int to) throws IOException {
    StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
    for (int i = 0; i < count; i++) {
      if (i < from || i >= to) {
        double price = 100 + Math.floorMod(i * 7, 31) / 10.0;
        text.append(START + i * MINUTE)
            .append(",%s,%s,%s,%s,%s\n".formatted(price, price + 1, price - 1, price, i % 5 + 1));
      }
    }
    return Files.writeString(folder.resolve("minutes.csv"), text.toString());
  }

  private JsonNode imported(Path file) {
    return session
        .run(
            "data", "import", file.toString(), "--symbol", "btcusdt", "--timeframe", "1m", "--json")
        .left(0)
        .json();
  }

  @Test
  void an_import_is_told_with_its_gaps_and_listed() throws IOException {
    JsonNode json = imported(minutes(3_000, 100, 110));
    assertThat(json.path("rows").asInt()).isEqualTo(2_990);
    assertThat(json.path("symbol").asText()).isEqualTo("BTCUSDT");
    JsonNode gap = json.path("findings").path(0);
    assertThat(gap.path("rule").asText()).isEqualTo("gap");
    assertThat(gap.path("extent").asInt()).isEqualTo(10);
    assertThat(gap.path("first").path(0).path("row").asInt())
        .as("the line of the file")
        .isEqualTo(102);
    JsonNode listed = session.run("data", "list", "--verify", "--json").left(0).json();
    assertThat(listed.path("series").path(0).path("sha256")).isEqualTo(json.path("sha256"));
    assertThat(session.run("data", "list").left(0).out())
        .contains("BTCUSDT:1m", "2990", "minutes.csv");
    assertThat(portuguese.run("data", "list").left(0).out()).contains("candles", "lacunas 1");
    assertThat(folder.resolve("home/market-data/BTCUSDT-1m.parquet")).exists();
  }

  @Test
  void a_bad_row_is_named_by_its_line_and_nothing_is_taken() throws IOException {
    Path file = minutes(10, 3, 3);
    Files.writeString(file, Files.readString(file).replace("101.4,102.4", "101.4,100.4"));
    Session.Said said =
        portuguese
            .run("data", "import", file.toString(), "--symbol", "X", "--timeframe", "1m")
            .left(2);
    assertThat(said.err()).contains("linha 4", "Nada do arquivo foi aproveitado");
    assertThat(session.run("data", "list", "--json").left(0).json().path("series")).isEmpty();
  }

  @Test
  void what_contradicts_the_store_is_refused_by_its_line_unless_it_is_to_replace()
      throws IOException {
    Path file = minutes(100, 0, 0);
    imported(file);
    assertThat(imported(file).path("added").asInt()).isZero();
    Files.writeString(file, Files.readString(file).replaceFirst(",1\n", ",9\n"));
    String[] again = {
      "data", "import", file.toString(), "--symbol", "BTCUSDT", "--timeframe", "1m"
    };
    assertThat(session.run(again).left(2).err()).contains("row 2", "--replace");
    String[] replacing = java.util.Arrays.copyOf(again, again.length + 1);
    replacing[again.length] = "--replace";
    session.run(replacing).left(0);
  }

  @Test
  void the_store_answers_sql_and_only_questions() throws IOException {
    imported(minutes(2_000, 0, 0));
    JsonNode answer =
        session.run("data", "sql", "SELECT count(*) AS n FROM BTCUSDT_1m", "--json").left(0).json();
    assertThat(answer.path("rows").path(0).path(0).asInt()).isEqualTo(2_000);
    assertThat(answer.path("more").asBoolean()).isFalse();
    Session.Said many = session.run("data", "sql", "FROM BTCUSDT_1m", "--rows", "5").left(0);
    assertThat(many.out().lines()).hasSize(6);
    assertThat(many.err()).contains("--rows");
    Path evil = folder.resolve("evil.csv");
    for (String sql :
        new String[] {
          "COPY (SELECT 1) TO '" + evil + "'",
          "SELECT * FROM read_text('/etc/passwd')",
          "SELECT 1; SELECT 2",
          "SELEC"
        }) {
      assertThat(portuguese.run("data", "sql", sql, "--json").left(2).out()).isEmpty();
    }
    assertThat(evil).doesNotExist();
  }

  @Test
  void longer_bars_are_made_of_shorter_ones_and_made_again() throws IOException {
    imported(minutes(600, 70, 75));
    JsonNode hours =
        session.run("data", "resample", "BTCUSDT", "1m", "1h", "--json").left(0).json();
    assertThat(hours.path("rows").asInt()).isEqualTo(10);
    assertThat(hours.path("partial").asInt()).isEqualTo(1);
    JsonNode whole =
        session.run("data", "resample", "BTCUSDT", "1m", "1h", "--whole", "--json").left(0).json();
    assertThat(whole.path("rows").asInt()).isEqualTo(9);
    session.run("data", "resample", "BTCUSDT", "1m", "90s").left(2);
    session.run("data", "resample", "BTCUSDT", "1h", "1m").left(2);
    assertThat(portuguese.run("data", "resample", "NONE", "1m", "1h").left(3).err())
        .contains("NONE:1m", "data list");
  }

  @Test
  void a_series_a_parquet_file_and_a_csv_file_of_the_same_bars_backtest_alike() throws IOException {
    Path csv = minutes(900, 50, 60);
    imported(csv);
    Path parquet = folder.resolve("x.parquet");
    session.run("data", "export", "BTCUSDT:1m", parquet.toString()).left(0);
    String expected = backtest(csv.toString());
    assertThat(backtest("BTCUSDT:1m")).isEqualTo(expected);
    assertThat(backtest("btcusdt:1m")).isEqualTo(expected);
    assertThat(backtest(parquet.toString())).isEqualTo(expected);
    Path back = folder.resolve("back.csv");
    session.run("data", "export", "BTCUSDT:1m", back.toString()).left(0);
    assertThat(backtest(back.toString())).isEqualTo(expected);
    assertThat(
            session.run("backtest", "--strategy", "ema-cross", "--data", "NONE:1m").left(3).err())
        .contains("NONE:1m");
  }

  private String backtest(String data) {
    return session
        .run("backtest", "--strategy", "ema-cross", "--data", data, "--json")
        .left(0)
        .out()
        .replaceAll("\"(elapsedMillis|barsPerSecond)\":[^,}]*", "");
  }

  @Test
  void a_home_that_trades_a_series_keeps_its_own_copy_of_it() throws Exception {
    imported(minutes(900, 0, 0));
    Home home = Home.opened(folder.resolve("home"));
    Path columns = home.marketData().resolve("BTCUSDT-1m.columns");
    MarketChoice choice = new MarketChoice(columns, 1, null, null, true);
    MarketSpec market = ((MarketChoice.Written) choice.settle(home)).market();
    assertThat(market.instrument().symbol()).isEqualTo("BTCUSDT");
    assertThat(market.timeframeMinutes()).isEqualTo(1);
    imported(minutes(1_000, 0, 0));
    assertThat(market.source().size()).as("what was stored since is not its market").isEqualTo(900);
    assertThat(choice.settle(home)).isInstanceOf(MarketChoice.Another.class);
  }

  @ParameterizedTest
  @CsvSource({
    "data import x.csv --symbol X --timeframe 1q,2",
    "data import x.csv --symbol ! --timeframe 1h,2",
    "data import none.csv --symbol X --timeframe 1h,2",
    "data import none.parquet --symbol X --timeframe 1h,2",
    "data export X:1h out.csv,3",
    "data export X:1h out.xls,2",
    "data export X out.csv,2",
    "data export X:1h no/such/folder/out.csv,2",
    "data sql SELECT --rows 0,2",
    "data download kraken X 1h --from 2024-01-01 --to 2024-01-02,2",
    "data download binance BTCUSDT 1h --from yesterday --to 2024-01-02,2",
    "data download binance BTCUSDT 7m --from 2024-01-01 --to 2024-01-02,2",
    "data download binance BTCUSDT 1h --from 2024-01-02 --to 2024-01-01,2",
    "data,2",
  })
  void wrong_usage_and_what_is_not_there_have_the_codes_of_the_contract(String line, int code) {
    Session.Said said = session.run(line.split(" ")).left(code);
    assertThat(said.err()).isNotEmpty();
    assertThat(said.out()).isEmpty();
  }

  @Test
  void a_damaged_file_of_the_store_is_named_and_never_used() throws IOException {
    imported(minutes(500, 0, 0));
    Path parquet = folder.resolve("home/market-data/BTCUSDT-1m.parquet");
    Files.write(parquet, java.util.Arrays.copyOf(Files.readAllBytes(parquet), 300));
    assertThat(session.run("data", "list").left(3).err()).contains("BTCUSDT-1m.parquet");
    session.run("data", "list", "--verify").left(1);
    session.run("backtest", "--strategy", "ema-cross", "--data", "BTCUSDT:1m").left(3);
  }

  /// The exchange is not reachable from a test: a server on this machine plays a day of its
  /// archive.
  @Test
  void a_download_is_told_on_standard_error_and_stored() throws Exception {
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < 24; i++) {
      csv.append("%d,1,2,0.5,1.5,%d,0,0,0,0,0,0\n".formatted(START + i * 60 * MINUTE, i));
    }
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("BTCUSDT-1h-2024-01-01.csv"));
      out.write(csv.toString().getBytes(StandardCharsets.US_ASCII));
    }
    String path = "/data/spot/daily/klines/BTCUSDT/1h/BTCUSDT-1h-2024-01-01.zip";
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(zip.toByteArray());
    String checksum = HexFormat.of().formatHex(digest) + "  BTCUSDT-1h-2024-01-01.zip\n";
    Map<String, byte[]> files =
        Map.of(
            path,
            zip.toByteArray(),
            path + ".CHECKSUM",
            checksum.getBytes(StandardCharsets.US_ASCII));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = files.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
          exchange.sendResponseHeaders(
              body.length == 0 ? 400 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String here = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      Session.Said said = download(here, "2024-01-02").left(0);
      assertThat(said.json().path("rows").asInt()).isEqualTo(24);
      assertThat(said.err()).contains("1/1 2024-01-01");
      Session.Said again = download(here, "2024-01-02").left(0);
      assertThat(again.json().path("added").asInt()).isZero();
      assertThat(download(here.replace("127.0.0.1", "127.0.0.2"), "2024-01-03").exit())
          .isEqualTo(2);
    } finally {
      server.stop(0);
    }
    assertThat(folder.resolve("home/market-data/download/binance-BTCUSDT-1h")).doesNotExist();
  }

  private Session.Said download(String here, String to) {
    return session.run(
        "data",
        "download",
        "binance",
        "BTCUSDT",
        "1h",
        "--from",
        "2024-01-01",
        "--to",
        to,
        "--archive-url",
        here,
        "--api-url",
        here,
        "--json");
  }
}
