package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.trading.door.DoorError;
import sorte.trading.market.BarsFile;
import sorte.trading.market.Instrument;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;
import sorte.trading.slot.PairChain;

class TraderProcessTest {
  @TempDir Path root;

  @Test
  void a_candidate_goes_from_shadow_to_canary_to_stable() throws IOException {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(7), "max");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      assertThat(trader.get("/status").path("bar").asLong()).isEqualTo(2999);
      JsonNode loaded = trader.load("c1", "seed", ema, "stable", 1);
      assertThat(loaded.path("outcome").asText()).as(loaded.toString()).isEqualTo("loaded");
      assertThat(trader.load("c1", "seed", ema, "stable", 1)).isEqualTo(loaded);
      assertThat(trader.load("c2", "ch-1", ema, "shadow", 0).path("outcome").asText())
          .isEqualTo("loaded");
      JsonNode pairs = trader.get("/pairs?change=ch-1&from=0&upTo=500&waitMillis=20000");
      assertThat(pairs.path("pairs")).hasSize(500);
      assertThat(pairs.path("change").asText()).isEqualTo("ch-1");
      PairChain chain = new PairChain("ch-1");
      for (JsonNode pair : pairs.path("pairs")) {
        long link =
            chain.next(
                pair.path("n").asLong(),
                pair.path("bar").asLong(),
                pair.path("stable").asDouble(),
                pair.path("candidate").asDouble(),
                pair.path("differs").asBoolean());
        assertThat(pair.path("link").asText()).isEqualTo(PairChain.written(link));
      }
      assertThat(trader.get("/status").path("bar").asLong()).isEqualTo(3499);
      JsonNode shared =
          trader.post("/slots/share", "{\"commandId\":\"c3\",\"change\":\"ch-1\",\"share\":0.25}");
      assertThat(shared.path("outcome").asText()).as(shared.toString()).isEqualTo("loaded");
      trader.get("/pairs?change=ch-1&from=500&upTo=1500&waitMillis=20000");
      JsonNode promoted = trader.post("/promote", "{\"commandId\":\"c4\",\"change\":\"ch-1\"}");
      assertThat(promoted.path("outcome").asText()).isEqualTo("promoted");
    }
  }

  @Test
  void a_second_trader_on_the_same_home_is_refused() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(7), "20");
    try (RunningTrader _ = RunningTrader.start(home.home())) {
      Process second = RunningTrader.process(home.home());
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(second.waitFor()).isEqualTo(3);
      assertThat(said).contains("another trader");
    }
  }

  @Test
  void it_waits_for_stable_then_keeps_its_pace_and_ends_when_told() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(7), "200");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      RunningTrader.pause(200);
      assertThat(trader.get("/status").path("bar").asLong()).isEqualTo(2999);
      trader.load("c1", "seed", ema, "stable", 1);
      RunningTrader.pause(500);
      assertThat(trader.get("/status").path("bar").asLong()).isBetween(3020L, 3300L);
      trader.post("/stop", "{}");
      assertThat(trader.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(trader.process().exitValue()).isZero();
    }
  }

  @Test
  void recorded_bars_end_and_the_trader_stays_up_and_says_so() throws Exception {
    Path file = root.resolve("bars.csv");
    BarsFile.write(file, new MarketSource.BuiltIn(5).from(0).take(3200));
    MarketSpec market =
        new MarketSpec(
            new MarketSpec.Recording(file, BarsFile.digest(file)),
            Instrument.wholeUnits("TEST"),
            15,
            3000,
            0.001);
    TestHome home = TestHome.at(root.resolve("home"), market, "100000");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      trader.load("c1", "seed", ema, "stable", 1);
      JsonNode status = trader.get("/status");
      for (int i = 0; i < 500 && !status.path("endOfData").asBoolean(); i++) {
        RunningTrader.pause(10);
        status = trader.get("/status");
      }
      assertThat(status.path("bar").asLong()).isEqualTo(3199);
      assertThat(trader.get("/events?from=0").toString()).contains("EndOfData");
    }
    try (RunningTrader again = RunningTrader.start(home.home())) {
      assertThat(again.get("/status").path("endOfData").asBoolean()).isTrue();
    }
  }

  @Test
  void pairs_are_the_same_to_the_bit_after_a_kill() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(9), "max");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    String sma = home.release("ch-1", SmaCrossReverse.class, SmaCrossReverse.Parameters.class);
    String asked = "/pairs?change=ch-1&from=0&upTo=800&waitMillis=20000";
    JsonNode before;
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      trader.load("c1", "seed", ema, "stable", 1);
      trader.load("c2", "ch-1", sma, "shadow", 0);
      before = trader.get(asked);
      assertThat(before.path("pairs")).hasSize(800);
      assertThat(before.path("pairs")).anyMatch(p -> p.path("differs").asBoolean());
      trader.kill();
    }
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      assertThat(trader.get(asked)).isEqualTo(before);
    }
  }

  @Test
  void a_shadow_that_faults_is_taken_back_by_the_follower() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(9), "max");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    String bad = home.release("ch-1", Throwing.class, Throwing.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      trader.load("c1", "seed", ema, "stable", 1);
      trader.load("c2", "ch-1", bad, "shadow", 0);
      JsonNode pairs = trader.get("/pairs?change=ch-1&from=0&upTo=400&waitMillis=20000");
      assertThat(pairs.path("end").asBoolean()).isTrue();
      assertThat(trader.get("/events?from=0").toString())
          .contains("SlotFaulted")
          .contains("SlotRolledBack")
          .contains("boom");
      assertThat(trader.get("/status").path("slots")).hasSize(1);
    }
  }

  @Test
  void bad_requests_are_refused_and_the_trader_goes_on() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(9), "max");
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      for (String bad :
          List.of(
              "{}", "{\"commandId\":7}", "{\"commandId\":\"" + "x".repeat(100_000) + "\"}", "[]")) {
        assertThatThrownBy(() -> trader.post("/pause", bad)).isInstanceOf(DoorError.class);
      }
      assertThatThrownBy(() -> trader.load("c", "ch", "../../etc", "stable", 1))
          .hasMessageContaining("SHA-256");
      assertThatThrownBy(() -> trader.load("c", "ch", "0".repeat(64), "stable", 2))
          .hasMessageContaining("share");
      assertThat(trader.load("c", "ch", "0".repeat(64), "stable", 1).path("reason").asText())
          .contains("not in the store");
      assertThatThrownBy(() -> trader.get("/pairs?change=none")).hasMessageContaining("no-pairs");
      assertThat(trader.get("/status").path("state").asText()).isEqualTo("running");
    }
  }

  @Test
  void every_route_of_the_published_specification_is_there() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(9), "max");
    Path yaml = Path.of("").toAbsolutePath().resolveSibling("docs/openapi/trader.yaml");
    List<String> lines = Files.readAllLines(yaml);
    int routes = 0;
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      for (int i = 0; i + 1 < lines.size(); i++) {
        if (lines.get(i).startsWith("  /") && !lines.get(i).contains("/stop")) {
          String route = lines.get(i).strip().replace(":", "");
          boolean get = lines.get(i + 1).strip().equals("get:");
          routes++;
          try {
            JsonNode _ = get ? trader.get(route) : trader.post(route, "{}");
          } catch (DoorError e) {
            assertThat(e.code()).as(route).isNotEqualTo("no-route");
          }
        }
      }
    }
    assertThat(routes).isEqualTo(13);
  }

  @Test
  void it_has_no_compiler() throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                RunningTrader.MODULES,
                "--list-modules")
            .start();
    String modules = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(modules)
        .contains("java.base", "jdk.httpserver")
        .doesNotContain("java.compiler", "jdk.compiler", "java.instrument", "jdk.attach");
    assertThat(RunningTrader.MODULES).contains("java.base,").doesNotContain("\"", " ");
  }

  @Test
  void it_lives_on_when_the_pipe_on_its_standard_input_closes() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(7), "200");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    try (RunningTrader trader = RunningTrader.piped(home.home())) {
      trader.load("c1", "seed", ema, "stable", 1);
      trader.process().getOutputStream().close();
      long bar = trader.get("/status").path("bar").asLong();
      assertThat(trader.process().waitFor(1, TimeUnit.SECONDS)).isFalse();
      assertThat(trader.get("/status").path("bar").asLong()).isGreaterThan(bar + 20);
      assertThat(trader.get("/status").path("state").asText()).isEqualTo("running");
    }
  }

  @Test
  void a_canary_that_decides_otherwise_when_run_again_is_taken_back() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(9), "max");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    String fickle = home.release("ch-1", Fickle.class, Fickle.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      trader.load("c1", "seed", ema, "stable", 1);
      JsonNode loaded = trader.load("c2", "ch-1", fickle, "canary", 0.1);
      assertThat(loaded.path("outcome").asText()).as(loaded.toString()).isEqualTo("loaded");
      trader.get("/pairs?change=ch-1&from=0&upTo=400&waitMillis=20000");
      String events = trader.get("/events?from=0").toString();
      assertThat(events).contains("SlotRolledBack").contains("not-deterministic");
      assertThat(trader.get("/status").path("slots")).hasSize(1);
    }
  }

  @Test
  void what_was_attested_before_what_is_in_service_takes_its_place_only_as_a_rollback()
      throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(9), "max");
    String older = home.release("ch-1", EmaCross.class, EmaCross.Parameters.class);
    String newer = home.release("seed", Fickle.class, Fickle.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      trader.load("c1", "seed", newer, "stable", 1);
      for (String slot : List.of("shadow", "canary", "stable")) {
        JsonNode refused = trader.load("c2-" + slot, "ch-1", older, slot, 0.1);
        assertThat(refused.path("outcome").asText()).isEqualTo("refused");
        assertThat(refused.path("reason").asText()).contains("older-than-in-service");
      }
      JsonNode back = trader.putBack("c3", "ch-1", older);
      assertThat(back.path("outcome").asText()).as(back.toString()).isEqualTo("loaded");
    }
  }

  @Test
  void a_stable_that_decides_otherwise_when_run_again_is_told_and_goes_on() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(9), "max");
    String fickle = home.release("seed", Fickle.class, Fickle.Parameters.class);
    String ema = home.release("ch-1", EmaCross.class, EmaCross.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      trader.load("c1", "seed", fickle, "stable", 1);
      trader.load("c2", "ch-1", ema, "shadow", 0);
      trader.get("/pairs?change=ch-1&from=0&upTo=400&waitMillis=20000");
      for (int i = 0; i < 200 && !told(trader).contains("not-deterministic"); i++) {
        RunningTrader.pause(10);
      }
      assertThat(told(trader)).contains("\"Alert\"").contains("not-deterministic");
      assertThat(trader.get("/status").path("slots").path(0).path("change").asText())
          .isEqualTo("seed");
    }
  }

  private static String told(RunningTrader trader) {
    return trader.get("/events?from=0").toString();
  }

  @Test
  void the_same_journal_gives_the_same_on_another_locale_zone_and_arithmetic() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(9), "max");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    String sma = home.release("ch-1", SmaCrossReverse.class, SmaCrossReverse.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      trader.load("c1", "seed", ema, "stable", 1);
      trader.load("c2", "ch-1", sma, "canary", 0.25);
      trader.get("/pairs?change=ch-1&from=0&upTo=1500&waitMillis=20000");
      trader.post("/promote", "{\"commandId\":\"c3\",\"change\":\"ch-1\"}");
    }
    String here = replayed(home);
    assertThat(here).startsWith("3000 ").contains("ch-1");
    assertThat(
            replayed(
                home,
                "-Duser.language=pt",
                "-Duser.country=BR",
                "-Duser.timezone=Pacific/Apia",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-UseLibmIntrinsic"))
        .isEqualTo(here);
  }

  private static String replayed(TestHome home, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "sorte.trading.engine.Replayed",
            home.home().root().toString()));
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(said).isZero();
    return said;
  }
}
