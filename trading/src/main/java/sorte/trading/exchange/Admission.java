package sorte.trading.exchange;

import sorte.trading.money.Money;
import sorte.trading.money.Sizing;
import sorte.trading.order.OrderTicket;
import sorte.trading.order.OrderType;
import sorte.trading.order.Quantity;
import sorte.trading.order.Size;

/// What the exchange says of an order that has just come.
sealed interface Admission {

  record Admitted(long quantity) implements Admission {}

  record Refused(String why) implements Admission {}

  /// Keeps rounding from buying what the last cent does not pay.
  double A_HAIR_LESS = 1 - 0x1p-52;

  /// @param free money that backs nothing yet
  /// @param taker rate of the fee that it would pay
  static Admission of(OrderTicket ticket, Pricing pricing, long free, double taker) {
    MarketBook market = pricing.market();
    if (market.orders.size() >= MarketBook.MOST_ORDERS) {
      return new Refused("at most %d orders stand at a time".formatted(MarketBook.MOST_ORDERS));
    }
    if (ticket.reduceOnly() && market.position.opposed(ticket.side().sign()) == 0) {
      return new Refused("reduce-only, and there is nothing to reduce");
    }
    String offTick = offTick(ticket.type(), pricing);
    if (!offTick.isEmpty()) {
      return new Refused(offTick);
    }
    if (ticket.postOnly() && takes(ticket, market.price())) {
      return new Refused("post-only, and it would take at " + market.price());
    }
    return switch (ticket.size()) {
      case Size.Units units -> units(ticket, units.quantity(), market);
      case Size.Share share -> share(ticket, share, pricing, free, taker);
    };
  }

  private static boolean takes(OrderTicket ticket, double price) {
    return ticket.type() instanceof OrderType.Limit limit
        && (ticket.side().sign() > 0 ? price <= limit.price() : price >= limit.price());
  }

  private static Admission units(OrderTicket ticket, long quantity, MarketBook market) {
    if (!market.whole(quantity)) {
      return new Refused(
          "a quantity must be a whole number of lots of %s, was %s: use %s"
              .formatted(
                  market.instrument.lot(),
                  Quantity.words(quantity),
                  Quantity.words(market.down(quantity))));
    }
    double least = market.instrument.minNotional();
    double worth = Quantity.toDouble(quantity) * reference(ticket.type(), market.price());
    if (!ticket.reduceOnly() && worth < least) {
      return new Refused(
          "an order must be worth at least %s, was %s: order more".formatted(least, worth));
    }
    return new Admitted(quantity);
  }

  /// As the plain backtest sizes a trade.
  private static Admission share(
      OrderTicket ticket, Size.Share share, Pricing pricing, long free, double taker) {
    MarketBook market = pricing.market();
    double met = market.price();
    double price = pricing.taken(ticket.side().sign(), true, met, 0, Double.NaN);
    double money = Math.max(0, Money.toDouble(free)) * share.fraction();
    if (share.atMost() > 0) {
      money = Math.min(money, share.atMost());
    }
    double spent = money * A_HAIR_LESS;
    double unit = price / pricing.model().margin().leverage() + taker * met;
    double quantity = market.instrument.quantityDown(spent / unit);
    double loss = share.risk().lossOfUnit(ticket.side().sign(), price);
    if (share.risk().fraction() > 0 && loss > 0) {
      double most = Sizing.atRisk(free, share.risk().fraction(), loss);
      quantity = Math.min(quantity, market.instrument.quantityDown(most));
    }
    if (market.instrument.lot() == 1 && Math.fma(quantity, unit, -spent) > 0) {
      quantity -= 1;
    }
    if (!(quantity < Quantity.toDouble(Quantity.LARGEST))) {
      return new Refused("the money pays more units than an order may be for: " + quantity);
    }
    double some = Math.max(0, quantity);
    boolean anyFraction = market.instrument.lot() == 0;
    long units = market.down(anyFraction ? Quantity.down(some) : Quantity.of(some));
    double least = market.instrument.minNotional();
    if (units == 0 || quantity * price < least) {
      return new Refused(
          "%s of free money pay %s units at %s: not enough for an order of at least %s"
              .formatted(Money.words(free), Quantity.words(units), price, least));
    }
    return new Admitted(units);
  }

  private static double reference(OrderType type, double price) {
    return switch (type) {
      case OrderType.Limit l -> l.price();
      case OrderType.StopLimit s -> s.price();
      case OrderType.Stop s -> s.trigger();
      case OrderType.TakeProfit t -> t.trigger();
      case OrderType.Market _, OrderType.TrailingStop _ -> price;
    };
  }

  private static String offTick(OrderType type, Pricing pricing) {
    return switch (type) {
      case OrderType.Limit l -> offTick(l.price(), pricing);
      case OrderType.Stop s -> offTick(s.trigger(), pricing);
      case OrderType.TakeProfit t -> offTick(t.trigger(), pricing);
      case OrderType.StopLimit s -> offTick(s.trigger(), pricing) + offTick(s.price(), pricing);
      case OrderType.Market _, OrderType.TrailingStop _ -> "";
    };
  }

  private static String offTick(double price, Pricing pricing) {
    return pricing.isOnTick(price)
        ? ""
        : "a price must be a multiple of the tick %s, was %s: use %s"
            .formatted(pricing.market().instrument.tick(), price, pricing.onTick(-1, price));
  }
}
