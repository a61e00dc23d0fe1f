package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.trading.journal.AppendLog;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.market.Bar;
import sorte.trading.market.Bars;
import sorte.trading.market.ExchangeBar;
import sorte.trading.market.Instrument;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;

/// A trader that follows a feed's log while both go on.
class LiveTraderTest {
  private static final long MINUTE = 60_000;
  private static final int HISTORY = 600;
  private static final int LIVE = 250;

  @TempDir Path root;

  private final Bars shapes = new MarketSource.BuiltIn(4).from(0).take(HISTORY + LIVE);

  @Test
  void a_trader_killed_again_and_again_takes_each_bar_once_and_in_order() throws Exception {
    long seed = 6;
    SplittableRandom random = new SplittableRandom(seed);
    TestHome home = home();
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    try (AppendLog log = AppendLog.open(home.home().feedLog())) {
      for (int i = 0; i < HISTORY; i++) {
        log.append(bar(i, 0).bytes());
      }
      int written = HISTORY;
      for (int life = 0; life < 4; life++) {
        try (RunningTrader trader = RunningTrader.start(home.home())) {
          trader.load("c1", "seed", ema, "stable", 1);
          while (written < HISTORY + (life + 1) * LIVE / 5) {
            log.append(bar(written++, 0).bytes());
            RunningTrader.pause(2);
          }
          RunningTrader.pause(random.nextInt(80));
          trader.kill();
        }
      }
      try (RunningTrader trader = RunningTrader.start(home.home())) {
        while (written < HISTORY + LIVE) {
          log.append(bar(written++, 0).bytes());
        }
        untilBar(trader, HISTORY + LIVE - 1);
        assertThat(trader.get("/status").path("pace").asText()).isEqualTo("live");
        assertThat(trader.get("/status").path("marketStale").asBoolean()).isFalse();
        trader.kill();
      }
    }
    List<Event.BarClosed> taken = taken(home.home().journal());
    assertThat(taken).as("seed %d", seed).hasSize(HISTORY + LIVE);
    for (int i = 0; i < taken.size(); i++) {
      Bar bar = bar(i, 0).bar();
      assertThat(taken.get(i))
          .isEqualTo(
              new Event.BarClosed(
                  i,
                  i >= HISTORY,
                  bar.time(),
                  bar.open(),
                  bar.high(),
                  bar.low(),
                  bar.close(),
                  bar.volume()));
    }
  }

  @Test
  void bars_that_came_late_are_passed_as_old_news_and_fresh_ones_end_that() throws Exception {
    TestHome home = home();
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    try (AppendLog log = AppendLog.open(home.home().feedLog())) {
      for (int i = 0; i < HISTORY; i++) {
        log.append(bar(i, 0).bytes());
      }
      try (RunningTrader trader = RunningTrader.start(home.home())) {
        trader.load("c1", "seed", ema, "stable", 1);
        log.append(bar(HISTORY, 10 * MINUTE).bytes());
        untilBar(trader, HISTORY);
        assertThat(trader.get("/status").path("marketStale").asBoolean()).isTrue();
        assertThat(trader.get("/status").path("reduceOnly").asBoolean()).isTrue();
        log.append(bar(HISTORY + 1, 0).bytes());
        untilBar(trader, HISTORY + 1);
        assertThat(trader.get("/status").path("marketStale").asBoolean()).isFalse();
        trader.kill();
      }
    }
  }

  private static void untilBar(RunningTrader trader, int bar) throws Exception {
    for (int i = 0; i < 2_000 && trader.get("/status").path("bar").asInt() < bar; i++) {
      RunningTrader.pause(10);
    }
    assertThat(trader.get("/status").path("bar").asInt()).isEqualTo(bar);
  }

  private TestHome home() {
    Path folder = root.resolve("home");
    MarketSpec market =
        new MarketSpec(
            new MarketSpec.Live("binance:SIMUSDT:1m", folder.resolve("feed/bars.log")),
            new Instrument("SIMUSDT", 0.01, 0.00001, 5),
            1,
            HISTORY,
            0.001);
    return TestHome.at(folder, market, "20");
  }

  private ExchangeBar bar(int number, long late) {
    Bar shape = shapes.bar(number);
    Bar bar =
        new Bar(
            number * MINUTE,
            shape.open(),
            shape.high(),
            shape.low(),
            shape.close(),
            shape.volume());
    return new ExchangeBar(bar, MINUTE, (number + 1) * MINUTE + late, System.currentTimeMillis());
  }

  private static List<Event.BarClosed> taken(Path folder) throws IOException {
    List<Event.BarClosed> taken = new ArrayList<>();
    Journal journal = Journal.open(folder);
    Cursor cursor = journal.read();
    for (Optional<Event> e = cursor.next(); e.isPresent(); e = cursor.next()) {
      if (e.get() instanceof Event.BarClosed bar) {
        taken.add(bar);
      }
    }
    journal.close();
    return taken;
  }
}
