package sorte.trading.exchange;

import java.util.Collection;
import sorte.trading.money.Money;
import sorte.trading.order.Quantity;

/// What a fill costs and what it does to account and position.
final class Booking {
  /// What rounding worth and fee may add to what the money pays: one part each.
  private static final long ROUNDING = 2;

  private final FillModel model;
  private final AccountBook account;
  private final Collection<MarketBook> markets;
  private final ExchangeLog log;
  private long time;

  Booking(FillModel model, AccountBook account, Collection<MarketBook> markets, ExchangeLog log) {
    this.model = model;
    this.account = account;
    this.markets = markets;
    this.log = log;
  }

  FillModel model() {
    return model;
  }

  long time() {
    return time;
  }

  void at(long now) {
    time = now;
  }

  /// Money that backs nothing yet.
  long free() {
    long backing = 0;
    for (MarketBook market : markets) {
      backing = Money.plus(backing, market.position.margin());
    }
    return Money.minus(account.settled(), backing);
  }

  double takerFee() {
    return fee(false);
  }

  /// How much of it the free money pays, in whole lots: all, where it only reduces.
  long affordable(WorkingOrder order, MarketBook market, long quantity, double met, boolean maker) {
    int sign = order.sign();
    long opens = quantity - Math.min(quantity, market.position.opposed(sign));
    if (opens == 0) {
      return quantity;
    }
    // what it takes off the position backs nothing any more, and its profit is money
    long free = Money.plus(free(), freed(market, sign, quantity - opens, met));
    double price = maker ? met : pricing(market).taken(sign, true, met, opens, order.limit());
    double rate = Math.max(0, fee(maker));
    double units = Quantity.toDouble(opens);
    long margin = market.position.marginOf(Money.of(units, price));
    long fee = Money.of(rate, units, met);
    if (Money.plus(margin, fee) <= Money.plus(free, ROUNDING)) {
      return quantity;
    }
    double unit = price / model.margin().leverage() + rate * met;
    double pays = Math.max(0, Money.toDouble(free)) / unit;
    return quantity - opens + Math.min(opens, market.down(Quantity.down(pays)));
  }

  private double fee(boolean maker) {
    FeeTier tier = account.tier(model.fees(), time);
    return maker ? tier.maker() : tier.taker();
  }

  private long freed(MarketBook market, int sign, long reduces, double met) {
    if (reduces == 0) {
      return 0;
    }
    double price = pricing(market).taken(sign, false, met, reduces, Double.NaN);
    long profit = market.position.openProfit(price);
    long fee = Money.of(takerFee(), Quantity.toDouble(reduces), price);
    return Money.minus(Money.plus(market.position.margin(), profit), fee);
  }

  Pricing pricing(MarketBook market) {
    return new Pricing(model, market);
  }

  /// Fills so much of an order at what it met, and gives the price: what turns a position is two
  /// executions.
  double fill(WorkingOrder order, MarketBook market, long quantity, double met, boolean maker) {
    long reduces = Math.min(quantity, market.position.opposed(order.sign()));
    double price = met;
    if (reduces > 0) {
      price = part(order, market, reduces, met, maker, false);
    }
    if (quantity > reduces) {
      price = part(order, market, quantity - reduces, met, maker, true);
    }
    return price;
  }

  private double part(
      WorkingOrder order,
      MarketBook market,
      long quantity,
      double met,
      boolean maker,
      boolean opening) {
    int sign = order.sign();
    double price = maker ? met : pricing(market).taken(sign, opening, met, quantity, order.limit());
    long fee = Money.of(fee(maker), Quantity.toDouble(quantity), price);
    market.spend(quantity);
    long worth = account.trade(market.position, time, sign * quantity, price, fee);
    log.executed(
        new Execution(
            order.ticket.id(),
            market.instrument.symbol(),
            time,
            sign * quantity,
            price,
            worth,
            fee,
            maker,
            opening,
            Execution.Cause.ORDER));
    return price;
  }

  /// The venue closes a position of its own accord.
  void close(MarketBook market, double price, long fee, Execution.Cause cause) {
    long units = market.position.units();
    long worth = account.trade(market.position, time, -units, price, fee);
    log.executed(
        new Execution(
            0, market.instrument.symbol(), time, -units, price, worth, fee, false, false, cause));
  }

  /// A short pays for so long.
  void borrow(MarketBook market, long units, double price, double years) {
    long amount = Money.of(model.borrowRate() * years, Quantity.toDouble(units), price);
    if (amount > 0) {
      account.borrow(amount);
      log.borrowed(time, market.instrument.symbol(), amount);
    }
  }
}
