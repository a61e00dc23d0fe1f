package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import sorte.data.played.PlayedExchange;
import sorte.trading.door.Json;

/// `up --feed` as a person uses it, against an exchange played on loopback: paper trading on its
/// bars, a connection that breaks, a change, a stop and a start while the exchange is away.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveFeedAcceptanceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String SYMBOL = "SIMUSDT";
  private static final String FEED = "binance:" + SYMBOL + ":1m";
  private static final long MINUTE = 60_000;
  private static final long START = 1_750_000_020_000L - 1_750_000_020_000L % MINUTE;
  private static final long SEED = 20260601;
  private static final int HISTORY = 3_200;
  private static final int SIZE = 100_000;
  private static final int MISSED = 40;

  @TempDir static Path folder;
  private static Path home;
  private static Session session;
  private static PlayedExchange exchange;
  private static Process up;

  @BeforeAll
  static void listening() throws Exception {
    exchange = PlayedExchange.open(0, SYMBOL, "1m", MINUTE, SEED, START, SIZE, HISTORY);
    home = folder.resolve("home");
    settings(home, exchange.rest(), exchange.stream());
    session = Session.at(home);
    start("--feed", FEED);
  }

  @AfterAll
  static void down() throws Exception {
    stop();
    exchange.close();
  }

  @Test
  @Order(1)
  void the_trader_follows_the_exchanges_bars() throws Exception {
    long before = status().path("trader").path("bar").asLong();
    goOn(10);
    JsonNode status = until(s -> s.path("trader").path("bar").asLong() >= before + 10);
    assertThat(status.path("feed").path("state").asText()).isEqualTo("connected");
    assertThat(status.path("feed").path("feed").asText()).isEqualTo(FEED);
    assertThat(status.path("trader").path("market").path("source").path("kind").asText())
        .isEqualTo("live");
    assertThat(status.path("trader").path("price").asDouble())
        .isEqualTo(exchange.bar(exchange.over() - 1).close());
    assertThat(session.run("status").left(0).out()).contains(FEED);
  }

  @Test
  @Order(2)
  void what_a_broken_connection_missed_is_made_good() throws Exception {
    long bars = status().path("feed").path("bars").asLong();
    exchange.drop();
    for (int i = 0; i < MISSED; i++) {
      exchange.nextInSilence();
    }
    until(s -> s.path("feed").path("reconnects").asInt() >= 1);
    JsonNode status = until(s -> s.path("feed").path("bars").asLong() >= bars + MISSED);
    assertThat(status.path("feed").path("counts").path("no-bar").asInt()).isZero();
    until(s ->
        s.path("trader").path("price").asDouble() == exchange.bar(exchange.over() - 1).close());
  }

  @Test
  @Order(3)
  void a_change_is_watched_on_the_live_market() throws Exception {
    JsonNode asked = session.run("ask", "--json", "põe o stop loss em 2%").left(0).json();
    String id = asked.path("id").asText();
    until(_ -> state(id).equals("shadow"));
    goOn(30);
    until(s -> s.path("trader").path("slots").size() == 2);
    assertThat(session.run("show", id).left(0).out()).contains("shadow");
  }

  @Test
  @Order(4)
  void a_halt_holds_while_bars_go_on() throws Exception {
    session.run("halt").left(0);
    assertThat(status().path("trader").path("state").asText()).isEqualTo("halted");
    long before = status().path("trader").path("bar").asLong();
    goOn(5);
    JsonNode status = until(s -> s.path("trader").path("bar").asLong() >= before + 5);
    assertThat(status.path("trader").path("state").asText()).isEqualTo("halted");
  }

  @Test
  @Order(5)
  void it_starts_while_the_exchange_is_away_and_catches_up_when_it_is_back() throws Exception {
    stop();
    long known = exchange.bar(exchange.over() - 1).time();
    exchange.goAway();
    for (int i = 0; i < MISSED; i++) {
      exchange.nextInSilence();
    }
    start();
    assertThat(status().path("trader").path("state").asText()).isEqualTo("halted");
    assertThat(status().path("trader").path("time").asLong()).isLessThanOrEqualTo(known + MINUTE);
    exchange.comeBack();
    until(s ->
        s.path("trader").path("price").asDouble() == exchange.bar(exchange.over() - 1).close());
  }

  @Test
  @Order(6)
  void what_cannot_be_listened_to_begins_nothing() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    settings(elsewhere, exchange.rest(), exchange.stream());
    Session there = Session.at(elsewhere);
    assertThat(there.run("up", "--feed", "binance:NOPEUSDT:1m").left(2).err()).contains("NOPEUSDT");
    assertThat(there.run("up", "--feed", "binance:SIMUSDT:7m").left(2).err()).contains("7m");
    assertThat(there.run("up", "--feed", "SIMUSDT").left(2).err()).contains("SIMUSDT");
    Path nobody = folder.resolve("nobody");
    settings(nobody, URI.create("http://127.0.0.1:1"), URI.create("ws://127.0.0.1:1"));
    assertThat(Session.at(nobody).run("up", "--feed", FEED).left(3).err())
        .contains("127.0.0.1:1", "nothing was begun");
    assertThat(nobody.resolve("repository")).doesNotExist();
    assertThat(there.run("status").left(3).err()).contains("No system is running");
  }

  private static void settings(Path home, URI rest, URI stream) throws IOException {
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("config.json"),
        Json.line(
            Json.object()
                .put("feed.binance.rest", rest.toString())
                .put("feed.binance.stream", stream.toString())));
  }

  private static void start(String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsorte.root=" + Session.ROOT,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "sorte.app.Main",
                "up",
                "--home",
                home.toString(),
                "--json"));
    command.addAll(List.of(options));
    Path log = folder.resolve("up.log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().put("SORTE_WITNESS", folder.resolve("witness").toString());
    up = builder.start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(up.getInputStream(), StandardCharsets.UTF_8));
    assertThat(out.readLine()).as(Files.readString(log)).isNotNull();
    until(s -> !s.path("strategies").isEmpty());
  }

  /// The whole system: the trader outlives its root, so it is stopped by its own word.
  private static void stop() throws Exception {
    if (up == null) {
      return;
    }
    up.destroy();
    if (!up.waitFor(30, TimeUnit.SECONDS)) {
      up.destroyForcibly();
    }
  }

  private static void goOn(int bars) throws InterruptedException {
    for (int i = 0; i < bars; i++) {
      exchange.next();
      Thread.sleep(20);
    }
  }

  private static String state(String change) {
    return session.run("show", change, "--json").json().path("state").asText();
  }

  private static JsonNode status() {
    return session.run("status", "--json").left(0).json();
  }

  private static JsonNode until(Predicate<JsonNode> reached) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Session.Said said = session.run("status", "--json");
      if (said.exit() == 0 && reached.test(said.json())) {
        return said.json();
      }
      assertThat(System.nanoTime()).as("in time; last: %s", said).isLessThan(deadline);
      Thread.sleep(100);
    }
  }
}
