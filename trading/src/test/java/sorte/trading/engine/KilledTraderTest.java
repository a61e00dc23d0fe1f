package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.trading.door.DoorClosed;
import sorte.trading.home.Home;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.market.MarketSpec;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;
import sorte.trading.venue.VenueCodec;

class KilledTraderTest {
  private static final long BARS = 6000;

  @TempDir Path folder;

  @Test
  void killed_at_random_moments_it_ends_where_an_undisturbed_one_ends() throws Exception {
    killed(System.nanoTime() & 0xFFFF, 4);
  }

  @Test
  @Tag("long")
  void killed_a_hundred_times_it_ends_where_an_undisturbed_one_ends() throws Exception {
    for (int round = 0; round < 10; round++) {
      folder = folder.resolveSibling("round-" + round);
      killed(1000 + round, 10);
    }
  }

  private void killed(long seed, int kills) throws Exception {
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    JsonNode undisturbed = run(folder.resolve("whole"), random, 0);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Path root = folder.resolve("killed-" + attempt);
      try {
        same(run(root, random, kills), undisturbed, seed);
        noOrderLostOrDoubled(root, 20);
        everyDecisionIsMadeAgain(root, BARS);
        return;
      } catch (Barred _) {
        noOrderLostOrDoubled(root, 0);
        everyDecisionIsMadeAgain(root, 0);
      }
    }
    throw new AssertionError("killed in the canary's decision each time, seed " + seed);
  }

  /// How often a kill may come in the very middle of a decision of the canary before that is not
  /// believed any more.
  private static final int ATTEMPTS = 5;

  /// The trader died in the canary's decision and so took it back: another story than the
  /// undisturbed one, and just as whole.
  private static final class Barred extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static void same(JsonNode disturbed, JsonNode undisturbed, long seed) {
    for (String key : new String[] {"bar", "equity", "cash", "position", "house"}) {
      assertThat(disturbed.path(key)).as(key + ", seed " + seed).isEqualTo(undisturbed.path(key));
    }
  }

  private static JsonNode run(Path root, SplittableRandom random, int kills) throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(11), "max");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    String sma = home.release("ch-1", SmaCrossReverse.class, SmaCrossReverse.Parameters.class);
    int left = kills;
    while (true) {
      try (RunningTrader trader = RunningTrader.start(home.home())) {
        Thread killer = left-- > 0 ? killer(trader, random.nextInt(5, 400)) : null;
        try {
          JsonNode end = story(trader, ema, sma);
          if (killer != null) {
            killer.join();
          }
          if (left < 0) {
            return end;
          }
        } catch (DoorClosed _) {
          // killed: again, with the same command ids
        }
        if (killer != null) {
          killer.join();
        }
      }
    }
  }

  private static JsonNode story(RunningTrader trader, String ema, String sma) throws Barred {
    done(trader.load("c1", "seed", ema, "stable", 1));
    done(trader.load("c2", "ch-1", sma, "canary", 0.25));
    JsonNode last = trader.get("/pairs?change=ch-1&from=0&upTo=" + BARS + "&waitMillis=1");
    for (int i = 0; i < 2000 && bar(trader) < 2999 + BARS; i++) {
      if (i % 50 == 49 && trader.get("/status").path("slots").size() < 2) {
        throw new Barred();
      }
      RunningTrader.pause(10);
    }
    assertThat(bar(trader)).as(last.toString().substring(0, 20)).isEqualTo(2999 + BARS);
    return trader.get("/status");
  }

  private static long bar(RunningTrader trader) {
    return trader.get("/status").path("bar").asLong();
  }

  private static void done(JsonNode answer) {
    assertThat(answer.path("outcome").asText()).as(answer.toString()).isEqualTo("loaded");
  }

  private static Thread killer(RunningTrader trader, int afterMillis) {
    return Thread.ofPlatform()
        .start(() -> {
          RunningTrader.pause(afterMillis);
          trader.process().destroyForcibly();
          try {
            trader.process().waitFor();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void noOrderLostOrDoubled(Path root, int least) throws IOException {
    TreeSet<Long> sent = new TreeSet<>();
    Map<Long, Double> filled = new HashMap<>();
    Map<Long, Double> ordered = new HashMap<>();
    try (Journal journal = Journal.open(Home.at(root).journal())) {
      Cursor cursor = journal.read();
      for (Optional<Event> e = cursor.next(); e.isPresent(); e = cursor.next()) {
        switch (e.get()) {
          case Event.OrderSent(byte[] bytes) -> {
            Order order = VenueCodec.order(bytes);
            assertThat(sent.add(order.id())).as("order " + order.id() + " left twice").isTrue();
            if (order.kind() != Order.Kind.CATASTROPHE) {
              ordered.put(order.id(), order.quantity());
            }
          }
          case Event.VenueReplied(byte[] bytes) -> {
            if (VenueCodec.reply(bytes) instanceof Reply.Filled fill) {
              filled.merge(fill.order(), fill.quantity(), Double::sum);
            }
          }
          case Event.Input _, Event.Output _, Event.Measured _ -> {}
        }
      }
    }
    assertThat(sent).hasSizeGreaterThanOrEqualTo(least);
    assertThat(filled).isEqualTo(ordered);
  }

  private static void everyDecisionIsMadeAgain(Path root, long least) throws IOException {
    Replayed replayed = Replayed.of(Home.at(root));
    assertThat(replayed.decisions()).isGreaterThanOrEqualTo(least);
  }
}
