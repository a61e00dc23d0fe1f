package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.door.DoorError;
import sorte.trading.market.MarketSpec;

/// The ways to halt that want nothing but the trader's own process: here no other one runs.
class HaltWatchTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final double SECOND_IN_HOURS = 1 / 3_600.0;

  @TempDir Path root;

  @Test
  void a_file_halts_and_nothing_resumes_while_it_stands() throws Exception {
    TestHome home = home("{\"market.pace\":\"200\"}");
    try (RunningTrader trader = trading(home)) {
      Files.createFile(home.home().haltFile());
      assertThat(halted(trader)).isEqualTo(HaltWatch.BY_FILE);
      nothingEntersAfterwards(trader);
      assertThatThrownBy(() -> trader.post("/resume", "{\"commandId\":\"r1\"}"))
          .isInstanceOf(DoorError.class)
          .hasMessageContaining("halt-file");
      Files.delete(home.home().haltFile());
      JsonNode status = trader.post("/resume", "{\"commandId\":\"r2\"}");
      assertThat(status.path("state").asText()).isEqualTo("running");
      Files.createFile(home.home().haltFile());
      assertThat(halted(trader)).isEqualTo(HaltWatch.BY_FILE);
    }
  }

  @Test
  void a_file_that_stands_at_the_start_halts_before_the_first_bar() throws Exception {
    TestHome home = home("{\"market.pace\":\"200\"}");
    try (RunningTrader trader = trading(home)) {
      trader.kill();
    }
    Files.createFile(home.home().haltFile());
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      assertThat(trader.get("/status").path("state").asText()).isEqualTo("halted");
      nothingEntersAfterwards(trader);
    }
  }

  @Test
  void a_signal_halts() throws Exception {
    TestHome home = home("{\"market.pace\":\"200\"}");
    try (RunningTrader trader = trading(home)) {
      long pid = trader.process().pid();
      new ProcessBuilder("kill", "-" + HaltWatch.SIGNAL, Long.toString(pid)).start().waitFor();
      assertThat(halted(trader)).isEqualTo(HaltWatch.BY_SIGNAL);
      nothingEntersAfterwards(trader);
      assertThat(trader.process().isAlive()).isTrue();
    }
  }

  @Test
  void an_owner_who_gives_no_sign_halts_it_over_a_restart_too() throws Exception {
    String hours = Double.toString(2 * SECOND_IN_HOURS);
    TestHome home = home("{\"market.pace\":\"200\",\"halt.dead-man\":" + hours + "}");
    try (RunningTrader trader = trading(home)) {
      for (int i = 0; i < 8; i++) {
        trader.post("/alive", "{}");
        TimeUnit.MILLISECONDS.sleep(500);
      }
      assertThat(trader.get("/status").path("state").asText()).isEqualTo("running");
      assertThat(halted(trader)).isEqualTo("no sign of the owner for " + hours + " hours");
      trader.post("/alive", "{}");
      trader.post("/resume", "{\"commandId\":\"r1\"}");
      assertThat(trader.get("/status").path("state").asText()).isEqualTo("running");
      trader.kill();
    }
    TimeUnit.MILLISECONDS.sleep(2_100);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      assertThat(trader.get("/status").path("state").asText()).isEqualTo("halted");
    }
  }

  @Test
  void the_timer_keeps_the_longer_of_two_clocks() throws IOException {
    Path file = root.resolve("heartbeat");
    long[] wall = {Instant.parse("2026-01-01T00:00:00Z").toEpochMilli()};
    long[] nanos = {5};
    Heartbeat heartbeat = heartbeat(file, wall, nanos);
    assertThat(heartbeat.failed()).isFalse();
    wall[0] -= Duration.ofHours(50).toMillis(); // put back
    nanos[0] += Duration.ofHours(11).toNanos();
    assertThat(heartbeat.failed()).isTrue();
    assertThat(heartbeat.failed()).as("told once").isFalse();
    heartbeat.beat();
    assertThat(heartbeat.failed()).isFalse();
    wall[0] += Duration.ofHours(11).toMillis(); // the machine slept
    assertThat(heartbeat.failed()).isTrue();
  }

  @Test
  void a_sign_that_cannot_be_read_or_lies_in_the_future_is_none() throws IOException {
    Path file = root.resolve("heartbeat");
    long[] wall = {Instant.parse("2026-01-01T00:00:00Z").toEpochMilli()};
    Files.writeString(file, "soon");
    assertThat(heartbeat(file, wall, new long[1]).failed()).isTrue();
    Files.writeString(file, Long.toString(wall[0] + Duration.ofDays(400).toMillis()));
    assertThat(heartbeat(file, wall, new long[1]).failed()).isTrue();
    Files.writeString(file, Long.toString(wall[0] - Duration.ofHours(9).toMillis()));
    assertThat(heartbeat(file, wall, new long[1]).failed()).isFalse();
  }

  private static Heartbeat heartbeat(Path file, long[] wall, long[] nanos) throws IOException {
    return Heartbeat.of(file, 10, () -> Instant.ofEpochMilli(wall[0]), () -> nanos[0]);
  }

  private TestHome home(String config) throws IOException {
    TestHome home = TestHome.at(root.resolve("home"), MarketSpec.builtIn(7), "200");
    Files.writeString(home.home().config(), config);
    return home;
  }

  /// A trader that turns its position every few bars.
  private static RunningTrader trading(TestHome home) throws IOException {
    String restless = home.release("seed", Restless.class, Restless.Parameters.class);
    RunningTrader trader = RunningTrader.start(home.home());
    trader.load("c1", "seed", restless, "stable", 1);
    for (int i = 0; i < 500 && sent(trader) < 3; i++) {
      RunningTrader.pause(10);
    }
    assertThat(sent(trader)).isGreaterThanOrEqualTo(3);
    return trader;
  }

  private static String halted(RunningTrader trader) throws InterruptedException {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!trader.get("/status").path("state").asText().equals("halted")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return trader.get("/status").path("haltedBecause").asText();
  }

  /// Bars go on, exits may, and what is held never grows or turns.
  private static void nothingEntersAfterwards(RunningTrader trader) throws InterruptedException {
    JsonNode status = trader.get("/status");
    long bar = status.path("bar").asLong();
    double held = status.path("position").asDouble();
    for (int look = 0; look < 20; look++) {
      TimeUnit.MILLISECONDS.sleep(25);
      double now = trader.get("/status").path("position").asDouble();
      assertThat(Math.abs(now)).as("was %s", held).isLessThanOrEqualTo(Math.abs(held));
      assertThat(now * held).as("was %s", held).isGreaterThanOrEqualTo(0);
      held = now;
    }
    assertThat(trader.get("/status").path("bar").asLong()).as("bars go on").isGreaterThan(bar);
  }

  private static int sent(RunningTrader trader) {
    int sent = 0;
    for (JsonNode event : trader.get("/events?from=0").path("events")) {
      sent += event.path("type").asText().equals("OrderSent") ? 1 : 0;
    }
    return sent;
  }
}
