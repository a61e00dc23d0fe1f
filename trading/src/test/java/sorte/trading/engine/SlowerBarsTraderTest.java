package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.SlowTrend;
import sorte.trading.journal.Event;
import sorte.trading.market.Bars;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;
import sorte.trading.venue.Behaviour;

/// A release that looks at slower bars, in the trader.
class SlowerBarsTraderTest {
  private static final long SEED = 7;
  private static final int LIVE = 500;
  private static final Class<?>[] SLOW =
      List.of(SlowTrend.class, SlowTrend.Parameters.class, distance()).toArray(Class<?>[]::new);

  @TempDir Path root;

  private static Class<?> distance() {
    return List.of(SlowTrend.class.getDeclaredClasses()).stream()
        .filter(type -> type.getSimpleName().equals("Distance"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void it_decides_as_over_the_same_bars_elsewhere_and_again_in_a_replay() throws Exception {
    Desktop desk = new Desktop(root, SEED, Behaviour.ALWAYS_FILLS);
    assertThat(desk.load("seed", "stable", 1, SLOW)).contains("loaded");
    desk.bars(LIVE);
    Bars bars = new MarketSource.BuiltIn(SEED).from(0).take(Desktop.HISTORY + LIVE);
    Runner runner =
        Runner.start(StrategyType.of(SlowTrend.class), Map.of(), ZoneOffset.UTC, bars.length());
    int[] masks = new int[bars.size()];
    double[] stops = new double[bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      masks[i] =
          runner.onBar(
              bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
      stops[i] = runner.stopDistance();
    }
    int signals = 0;
    int seen = 0;
    for (Event event : desk.events()) {
      if (event instanceof Event.Decided decided) {
        int bar = (int) decided.bar();
        assertThat(decided.mask()).as("bar %d", bar).isEqualTo(masks[bar]);
        assertThat(decided.stopDistance()).as("bar %d", bar).isEqualTo(stops[bar]);
        signals += decided.mask() == 0 ? 0 : 1;
        seen++;
      }
    }
    assertThat(seen).isEqualTo(LIVE);
    assertThat(signals).isGreaterThan(10);
    String status = desk.engine.status().toString();
    desk.journal.close();
    assertThat(Replayed.of(desk.home.home()).status()).isEqualTo(status);
  }

  @Test
  void one_that_this_market_cannot_serve_is_refused_in_words() {
    Desktop desk = new Desktop(root, SEED, Behaviour.ALWAYS_FILLS);
    assertThat(desk.load("ch-1", "stable", 1, TwentyMinutes.class, TwentyMinutes.Parameters.class))
        .contains("cannot be made of bars of 15m");
  }

  @Test
  void a_running_trader_takes_it_in_and_trades_it_and_takes_it_up_after_a_kill() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(SEED), "max");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    String slow = home.release("ch-1", SLOW);
    String asked = "/pairs?change=ch-1&from=0&upTo=400&waitMillis=20000";
    JsonNode before;
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      trader.load("c1", "seed", ema, "stable", 1);
      JsonNode loaded = trader.load("c2", "ch-1", slow, "shadow", 0);
      assertThat(loaded.path("outcome").asText()).as(loaded.toString()).isEqualTo("loaded");
      before = trader.get(asked);
      assertThat(before.path("pairs")).hasSize(400);
      assertThat(before.path("pairs")).anyMatch(p -> p.path("candidate").asDouble() != 0);
      trader.kill();
    }
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      assertThat(trader.get(asked).path("pairs")).isEqualTo(before.path("pairs"));
    }
  }
}
