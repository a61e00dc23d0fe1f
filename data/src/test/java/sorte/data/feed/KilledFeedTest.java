package sorte.data.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.data.played.PlayedExchange;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.market.Bar;
import sorte.trading.market.Instrument;
import sorte.trading.market.MarketFeed;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;

class KilledFeedTest {
  private static final int KILLS = 4;

  @TempDir Path root;

  @Test
  void kills_at_any_moment_lose_no_bar_and_double_none() throws Exception {
    long seed = 20;
    SplittableRandom random = new SplittableRandom(seed);
    try (PlayedExchange exchange = Listening.exchange()) {
      Home home = home(exchange);
      Thread market = Thread.ofVirtual().start(() -> play(exchange));
      List<Bar> followed = new ArrayList<>();
      MarketFeed trader = new MarketSource.Live(home.feedLog()).from(0);
      for (int kill = 0; kill < KILLS; kill++) {
        long known = Files.size(home.feedLog());
        Process process = process(home);
        while (Files.size(home.feedLog()) == known) {
          Thread.sleep(5);
        }
        Thread.sleep(random.nextLong(150));
        process.destroyForcibly().waitFor();
        follow(trader, followed);
      }
      market.interrupt();
      market.join();
      Process last = process(home);
      int over = exchange.over();
      long end = System.nanoTime() + Listening.PATIENCE.toNanos();
      // the newest may wait for another behind it: a request does not say that it is over
      while (followed.size() < over - 1 - (Listening.OVER - Listening.HISTORY)) {
        assertThat(System.nanoTime()).as("seed %d: bars missing", seed).isLessThan(end);
        Thread.sleep(10);
        follow(trader, followed);
      }
      assertThat(DoorClient.to(home, "feed").get("/status").path("feed").asText())
          .isEqualTo("binance:SIMUSDT:1m");
      last.getOutputStream().close();
      assertThat(last.waitFor(Listening.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      follow(trader, followed);
      assertThat(Listening.bars(home.feedLog())).as("seed %d", seed).isEqualTo(followed);
      for (int i = 0; i < followed.size(); i++) {
        assertThat(followed.get(i))
            .as("seed %d, bar %d", seed, i)
            .isEqualTo(exchange.bar(Listening.OVER - Listening.HISTORY + i));
      }
    }
  }

  private static void play(PlayedExchange exchange) {
    try {
      while (exchange.over() < Listening.SIZE - 1) {
        exchange.next();
        Thread.sleep(15);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void follow(MarketFeed feed, List<Bar> followed) {
    while (feed.advance()) {
      followed.add(feed.bar());
    }
  }

  private Home home(PlayedExchange exchange) throws Exception {
    Home home = Home.opened(root.resolve("home"));
    Files.write(
        home.config(),
        Json.bytes(
            Json.object()
                .put("feed.binance.rest", exchange.rest().toString())
                .put("feed.binance.stream", exchange.stream().toString())));
    new MarketSpec(
            new MarketSpec.Live(Listening.NAME.toString(), home.feedLog()),
            new Instrument("SIMUSDT", 0.01, 0.00001, 5),
            1,
            Listening.HISTORY,
            0.001)
        .write(home.marketFile());
    Files.createDirectories(home.feed());
    Timing timing = Timing.usual(Interval.M1);
    BinanceMarket market =
        new BinanceMarket(
            Exchanges.client(timing), exchange.rest(), exchange.stream(), timing.answer());
    History history = new History(Listening.NAME, market, InstantSource.system(), _ -> {});
    history.write(home.feedLog(), history.fetch(Listening.HISTORY));
    return home;
  }

  private Process process(Home home) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            FeedProcess.class.getName(),
            home.root().toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(root.resolve("feed.out").toFile()))
        .start();
  }
}
