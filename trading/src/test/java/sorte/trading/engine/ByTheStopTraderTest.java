package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.ByTheStop;
import sorte.trading.backtest.TrailsByTheStop;
import sorte.trading.journal.Event;
import sorte.trading.market.Bars;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;
import sorte.trading.money.Book;
import sorte.trading.money.Costs;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Fill;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Money;
import sorte.trading.money.SubLedger;
import sorte.trading.money.TradeLog;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.Order;
import sorte.trading.venue.VenueCodec;

/// A release whose size and target hang on its stop, in the trader.
class ByTheStopTraderTest {
  private static final long SEED = 7;
  private static final int LIVE = 1500;

  @TempDir Path root;

  @Test
  void it_trades_as_in_a_backtest_to_the_bit_and_again_in_a_replay() throws Exception {
    trades(ByTheStop.class, ByTheStop.Parameters.class);
  }

  @Test
  void so_does_one_whose_trailing_stop_hangs_on_its_stop() throws Exception {
    trades(TrailsByTheStop.class, TrailsByTheStop.Parameters.class);
  }

  private void trades(Class<?> strategy, Class<?> parameters) throws Exception {
    Desktop desk = new Desktop(root, SEED, Behaviour.ALWAYS_FILLS);
    assertThat(desk.load("seed", "stable", 1, strategy, parameters)).contains("loaded");
    desk.bars(LIVE);
    List<String> sent = new ArrayList<>();
    for (Event event : desk.events()) {
      if (event instanceof Event.OrderSent order) {
        Order one = VenueCodec.order(order.order());
        if (one.kind() != Order.Kind.CATASTROPHE) {
          sent.add(one.bar() + " " + one.kind() + " " + one.quantity() + " " + one.price());
        }
      }
    }
    assertThat(sent).hasSizeGreaterThan(40).isEqualTo(backtested(strategy));
    String status = desk.engine.status().toString();
    desk.journal.close();
    assertThat(Replayed.of(desk.home.home()).status()).isEqualTo(status);
  }

  /// The same as orders: a reversal is one order of both parts.
  private static List<String> backtested(Class<?> strategy) {
    Bars bars = new MarketSource.BuiltIn(SEED).from(0).take(Desktop.HISTORY + LIVE);
    Runner runner =
        Runner.start(StrategyType.of(strategy), Map.of(), ZoneOffset.UTC, bars.length());
    Orders orders = new Orders();
    Book book =
        new Book(
            HoldingTerms.of(runner.terms()),
            Costs.fee(0.001),
            MarketSpec.builtIn(SEED).instrument(),
            Fill.NEXT_OPEN,
            10_000 * Money.ONE,
            ZoneOffset.UTC,
            orders);
    for (int i = 0; i < bars.size(); i++) {
      int mask =
          runner.onBar(
              bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
      if (i >= Desktop.HISTORY) {
        book.onBar(i, bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i));
        book.decide(mask, runner.stopDistance(), bars.close(i));
      }
    }
    return orders.all();
  }

  private static final class Orders implements TradeLog {
    private final List<String> all = new ArrayList<>();
    private double held;
    private double left;
    private long leftOn = -1;

    @Override
    public void entered(long bar, double signed, double price) {
      boolean turned = leftOn == bar;
      held = signed;
      if (turned) {
        all.removeLast();
      }
      double net = Math.rint((turned ? signed + left : signed) * Money.ONE) / Money.ONE;
      all.add(bar + " OPEN " + net + " " + price);
    }

    @Override
    public void exited(long bar, double price, ExitReason reason, SubLedger after) {
      String kind =
          switch (reason) {
            case STOP -> "STOP";
            case TARGET -> "LIMIT";
            case ORDER, BUST, FORCED -> "OPEN";
          };
      left = -held;
      leftOn = reason == ExitReason.ORDER ? bar : -1;
      all.add(bar + " " + kind + " " + left + " " + price);
    }

    List<String> all() {
      return all;
    }
  }
}
