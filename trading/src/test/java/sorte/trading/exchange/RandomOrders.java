package sorte.trading.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sorte.trading.market.Bar;
import sorte.trading.money.Fill;
import sorte.trading.order.Exit;
import sorte.trading.order.Instruction;
import sorte.trading.order.Level;
import sorte.trading.order.OrderTicket;
import sorte.trading.order.OrderType;
import sorte.trading.order.Quantity;
import sorte.trading.order.Side;
import sorte.trading.order.Size;
import sorte.trading.order.TimeInForce;
import sorte.trading.order.Trail;

/// Random bars, models and instructions of every kind, told by a seed.
final class RandomOrders {
  static final long HOUR = 3_600_000;

  final SplittableRandom random;
  private long lastId;

  RandomOrders(long seed) {
    this.random = new SplittableRandom(seed);
  }

  FillModel model() {
    Slippage[] slippages = {
      Slippage.NONE,
      new Slippage.Fixed(0.3),
      new Slippage.Proportional(0.004),
      new Slippage.SquareRoot(0.05)
    };
    Margin margin =
        random.nextBoolean()
            ? Margin.WHOLE
            : new Margin.Isolated(random.nextInt(1, 30), 0.01, random.nextDouble(0.02));
    Latency latency =
        random.nextBoolean()
            ? Latency.NONE
            : new Latency(random.nextLong(2 * HOUR), random.nextInt(3));
    return new FillModel(
        BarPath.values()[random.nextInt(4)],
        Fill.values()[random.nextInt(2)],
        random.nextInt(3) == 0 ? 0 : random.nextDouble(0.05, 1),
        slippages[random.nextInt(4)],
        random.nextInt(2) * 0.001,
        random.nextBoolean()
            ? FeeSchedule.of(0, 0)
            : FeeSchedule.parse("0:0.001:0.002,30000:-0.0001:0.001"),
        latency,
        random.nextInt(2) * 0.3,
        margin);
  }

  /// The bar that follows on this price.
  Bar bar(long time, double price) {
    double wild = 0.03;
    double open = ticked(price * (1 + wild * (random.nextDouble() - 0.5)));
    double close = ticked(open * (1 + wild * (random.nextDouble() - 0.5)));
    double high = ticked(Math.max(open, close) * (1 + wild * random.nextDouble()));
    double low = ticked(Math.min(open, close) * (1 - wild * random.nextDouble()));
    return new Bar(time, open, high, low, close, random.nextInt(4) == 0 ? 0 : random.nextInt(300));
  }

  Instruction instruction(String symbol, double price, long time) {
    return switch (random.nextInt(6)) {
      case 0 -> bracket(symbol, price, time);
      case 1 -> pair(symbol, price);
      case 2 ->
          new Instruction.OneTriggersOther(
              ticket(symbol, price, time), new Instruction.Single(ticket(symbol, price, time)));
      default -> new Instruction.Single(ticket(symbol, price, time));
    };
  }

  private Instruction bracket(String symbol, double price, long time) {
    OrderTicket entry = ticket(symbol, price, time);
    if (entry.reduceOnly()) {
      return new Instruction.Single(entry);
    }
    int sign = entry.side().sign();
    List<Exit> exits = new ArrayList<>();
    exits.add(new Exit.StopLoss(++lastId, new Level.FromEntry(-sign * random.nextDouble(0.05))));
    if (random.nextBoolean()) {
      exits.add(new Exit.Target(++lastId, new Level.FromEntry(sign * random.nextDouble(0.05))));
    }
    if (random.nextBoolean()) {
      exits.add(new Exit.Trailing(++lastId, new Trail.Fraction(random.nextDouble(0.001, 0.05))));
    }
    return new Instruction.Bracket(entry, exits);
  }

  private Instruction pair(String symbol, double price) {
    long quantity = Quantity.of(random.nextInt(1, 60));
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    double away = side.sign() * random.nextDouble(0.03);
    return new Instruction.OneCancelsOther(
        OrderTicket.of(
            ++lastId, symbol, side, quantity, new OrderType.Limit(ticked(price * (1 - away)))),
        OrderTicket.of(
            ++lastId,
            symbol,
            random.nextInt(4) == 0 ? side.opposite() : side,
            quantity,
            new OrderType.Stop(ticked(price * (1 + away)))));
  }

  private OrderTicket ticket(String symbol, double price, long time) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    OrderType type = type(price);
    boolean market = type instanceof OrderType.Market;
    boolean share = market && random.nextInt(3) == 0;
    Size size =
        share
            ? new Size.Share(random.nextDouble(0.1, 1), random.nextInt(2) * 500)
            : new Size.Units(Quantity.of(random.nextInt(1, 200) / 2.0));
    boolean post = type instanceof OrderType.Limit && random.nextInt(3) == 0;
    TimeInForce force =
        switch (random.nextInt(post ? 2 : 4)) {
          case 0 -> new TimeInForce.GoodTillDate(time + random.nextLong(1, 10 * HOUR));
          case 1 -> TimeInForce.GTC;
          case 2 -> TimeInForce.IOC;
          default -> TimeInForce.FOK;
        };
    return new OrderTicket(
        ++lastId, symbol, side, size, type, force, !share && random.nextInt(3) == 0, post);
  }

  private OrderType type(double price) {
    double near = ticked(price * (1 + 0.04 * (random.nextDouble() - 0.5)));
    double other = ticked(price * (1 + 0.04 * (random.nextDouble() - 0.5)));
    return switch (random.nextInt(7)) {
      case 0 -> new OrderType.Stop(near);
      case 1 -> new OrderType.StopLimit(near, other);
      case 2 -> new OrderType.TrailingStop(new Trail.Fraction(random.nextDouble(0.001, 0.03)));
      case 3 -> new OrderType.TakeProfit(near);
      case 4, 5 -> new OrderType.Limit(near);
      default -> OrderType.MARKET;
    };
  }

  long lastId() {
    return lastId;
  }

  private static double ticked(double price) {
    return Math.max(0.5, Math.rint(price / 0.5) * 0.5);
  }
}
