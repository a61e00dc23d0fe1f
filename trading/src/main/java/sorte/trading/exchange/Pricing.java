package sorte.trading.exchange;

import sorte.trading.order.OrderType;
import sorte.trading.order.Quantity;

/// The price of a fill that takes, from the price that it met.
record Pricing(FillModel model, MarketBook market) {
  private static final double LEAST_PRICE = 1e-8;
  private static final double ON_TICK = 1e-9;

  /// Spread, slippage, tick, all against us; never worse than a limit.
  ///
  /// @param limit NaN where there is none
  double taken(int direction, boolean opening, double met, long quantity, double limit) {
    double asked = opening ? spread(direction, met) : met;
    double slipped = model.slippage().price(direction, asked, share(quantity));
    double price = Math.max(least(), onTick(direction, slipped));
    if (Double.isNaN(limit)) {
      return price;
    }
    return direction > 0 ? Math.min(price, limit) : Math.max(price, limit);
  }

  private double spread(int direction, double price) {
    return direction > 0 ? price * (1 + model.spread()) : price * (1 - model.spread());
  }

  private double share(long quantity) {
    double volume = market.volume();
    return volume > 0 ? Math.min(1, Quantity.toDouble(quantity) / volume) : 1;
  }

  private double least() {
    double tick = market.instrument.tick();
    return tick > 0 ? tick : LEAST_PRICE;
  }

  /// The nearest tick that is not better: up for what buys (1), down for what sells (-1).
  double onTick(int direction, double price) {
    double tick = market.instrument.tick();
    if (tick == 0 || isOnTick(price)) {
      return price;
    }
    double ticks = price / tick;
    return (direction > 0 ? Math.ceil(ticks) : Math.floor(ticks)) * tick;
  }

  /// An exit's price, on the tick that is farther from the market.
  OrderType onTick(int direction, OrderType type) {
    return switch (type) {
      case OrderType.Stop s ->
          new OrderType.Stop(Math.max(least(), onTick(direction, s.trigger())));
      case OrderType.Limit l ->
          new OrderType.Limit(Math.max(least(), onTick(-direction, l.price())));
      case OrderType.TrailingStop _,
          OrderType.Market _,
          OrderType.StopLimit _,
          OrderType.TakeProfit _ ->
          type;
    };
  }

  boolean isOnTick(double price) {
    double tick = market.instrument.tick();
    return tick == 0
        || Math.abs(Math.rint(price / tick) * tick - price) <= ON_TICK * Math.max(tick, price);
  }
}
