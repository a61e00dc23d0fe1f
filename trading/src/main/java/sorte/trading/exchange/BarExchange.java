package sorte.trading.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sorte.trading.market.Bar;
import sorte.trading.market.Instrument;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;
import sorte.trading.order.Exit;
import sorte.trading.order.Instruction;
import sorte.trading.order.OrderEvent;
import sorte.trading.order.OrderState;
import sorte.trading.order.Quantity;

/// The exchange: instructions and bars go in, what comes of them is told to a log. Between bars the
/// time is the end of the last one. Instruments whose bars begin at one time go in the order in
/// which the caller brings them.
public final class BarExchange {
  private final FillModel model;
  private final Map<String, MarketBook> markets = new LinkedHashMap<>();
  private final Map<Long, WorkingOrder> open = new HashMap<>();
  private final Map<String, Long> ends = new HashMap<>();
  private final AccountBook account;
  private final Booking booking;
  private final Matching matching;
  private final ExchangeLog log;
  private long lastId;
  private boolean bust;

  /// @param cash money at the start, in 1e-8
  public BarExchange(FillModel model, long cash, List<Instrument> instruments, ExchangeLog log) {
    if (cash <= 0) {
      throw new IllegalArgumentException("cash must be above zero, was " + Money.words(cash));
    }
    this.model = model;
    this.log = log;
    for (Instrument instrument : instruments) {
      MarketBook before =
          markets.put(instrument.symbol(), new MarketBook(instrument, model.margin()));
      if (before != null) {
        throw new IllegalArgumentException("instrument " + instrument.symbol() + " comes twice");
      }
    }
    this.account = new AccountBook(cash);
    this.booking = new Booking(model, account, markets.values(), log);
    this.matching = new Matching(markets, open, booking, log);
  }

  /// Sends an instruction. Its ids are above all that were sent before, ascending as written.
  public void submit(Instruction instruction) {
    number(instruction);
    List<WorkingOrder> orders = matching.send(instruction, List.of());
    for (WorkingOrder order : orders) {
      MarketBook market = matching.market(order.ticket.symbol());
      if (bust) {
        matching.move(order, new OrderEvent.Reject("nothing is left of the account"));
      } else if (atOnce(market)) {
        matching.arrive(order);
        matching.follow();
      } else {
        matching.later(Timed.Kind.ARRIVAL, order, arrival(), earliest(market));
      }
    }
  }

  /// Asks to take an order back; gives whether there is such an order that is open.
  public boolean cancel(long id) {
    WorkingOrder order = open.get(id);
    if (order == null || order.state instanceof OrderState.PendingCancel) {
      return order != null;
    }
    matching.move(order, new OrderEvent.RequestCancel());
    MarketBook market = matching.market(order.ticket.symbol());
    if (atOnce(market)) {
      matching.move(order, new OrderEvent.Cancel("its owner took it back"));
      matching.follow();
    } else {
      matching.later(Timed.Kind.CANCEL, order, arrival(), earliest(market));
    }
    return true;
  }

  private boolean atOnce(MarketBook market) {
    return model.fill() == Fill.CLOSE
        && model.latency().equals(Latency.NONE)
        && !Double.isNaN(market.price());
  }

  private long arrival() {
    return Math.addExact(booking.time(), model.latency().millis());
  }

  private long earliest(MarketBook market) {
    return market.bar() + model.latency().bars();
  }

  /// A bar of an instrument, from its open to its close.
  ///
  /// @param end when it ends: not after the next one begins
  public void bar(String symbol, Bar bar, long end) {
    MarketBook market = matching.market(symbol);
    long before = ends.getOrDefault(symbol, bar.time());
    if (bar.time() < before || end <= bar.time()) {
      throw new IllegalArgumentException(
          "bars of %s ascend and end after they begin, was %d to %d after %d"
              .formatted(symbol, bar.time(), end, before));
    }
    if (bust) {
      return;
    }
    new BarWalk(market, matching, booking, bar, end).run(before);
    ends.put(symbol, end);
  }

  /// The bars of one time are over: gives the equity. At zero or below the account is bust: all is
  /// closed at the last prices and nothing is left.
  public long settle() {
    if (bust || equity() > 0) {
      return bust ? 0 : equity();
    }
    bust = true;
    matching.endAll("nothing is left of the account");
    for (MarketBook market : markets.values()) {
      if (market.position.units() != 0) {
        double units = Quantity.toDouble(Math.abs(market.position.units()));
        long fee = Money.of(booking.takerFee(), units, market.price());
        booking.close(market, market.price(), fee, Execution.Cause.BUST);
      }
    }
    account.wipeOut();
    return 0;
  }

  /// Worth with open profit at the last prices, in 1e-8.
  public long equity() {
    long sum = account.settled();
    for (MarketBook market : markets.values()) {
      sum = Money.plus(sum, market.position.openProfit(market.price()));
    }
    return sum;
  }

  /// Worth without open profit, in 1e-8.
  public long settled() {
    return account.settled();
  }

  /// Money that backs no position, in 1e-8.
  public long free() {
    return booking.free();
  }

  /// All fees paid, in 1e-8; below zero where the venue paid more than it took.
  public long fees() {
    return account.fees();
  }

  /// What was paid for borrowing, in 1e-8.
  public long borrowed() {
    return account.borrowed();
  }

  /// What a bust took away that was left (or owed: below zero) after all was closed.
  public long writtenOff() {
    return account.writtenOff();
  }

  public boolean bust() {
    return bust;
  }

  /// Signed, in 1e-8 of a unit.
  public long position(String symbol) {
    return matching.market(symbol).position.units();
  }

  /// What the position was worth at its entry, signed, in 1e-8.
  public long entryWorth(String symbol) {
    return matching.market(symbol).position.entryWorth();
  }

  /// Where an order stands; empty once it has come to its end, or was never sent.
  public Optional<OrderState> state(long id) {
    return Optional.ofNullable(open.get(id)).map(order -> order.state);
  }

  private void number(Instruction instruction) {
    switch (instruction) {
      case Instruction.Single single -> number(single.order().id());
      case Instruction.Bracket bracket -> {
        number(bracket.entry().id());
        bracket.exits().stream().mapToLong(Exit::id).forEach(this::number);
      }
      case Instruction.OneCancelsOther pair -> {
        number(pair.one().id());
        number(pair.other().id());
      }
      case Instruction.OneTriggersOther chain -> {
        number(chain.first().id());
        number(chain.then());
      }
    }
  }

  private void number(long id) {
    if (id <= lastId) {
      throw new IllegalArgumentException(
          "an order's id must be above all that were sent before (%d), was %d"
              .formatted(lastId, id));
    }
    lastId = id;
  }
}
