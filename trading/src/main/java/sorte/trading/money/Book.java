package sorte.trading.money;

import java.time.ZoneId;
import java.time.ZoneOffset;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;

/// A holding with its ledger under one fill model, bar by bar: what a backtest, a twin and a
/// follower run. On each bar, in this order: [#open], [#protect], [#mark], [#decide]. A bar costs
/// no allocation.
public final class Book {
  private final Holding holding;
  private final SubLedger ledger;
  private final Costs costs;
  private final Instrument instrument;
  private final Fill fill;
  private final TradeLog log;

  private long bar = -1;
  private long time;
  private Intent wanted = Intent.NONE;
  private boolean bust;
  private long sizedCash;
  private double sizedPrice = Double.NaN;
  private double sizedAt;
  private double sized;

  public Book(
      HoldingTerms terms,
      Costs costs,
      Instrument instrument,
      Fill fill,
      long cash,
      ZoneId zone,
      TradeLog log) {
    this.holding = new Holding(terms, zone);
    this.ledger = new SubLedger(cash);
    this.costs = costs;
    this.instrument = instrument;
    this.fill = fill;
    this.log = log;
  }

  /// A twin: the same decisions on a capital of its own in any fraction, filled at the next open.
  public static Book twin(HoldingTerms terms, Costs costs, Instrument instrument, long capital) {
    return new Book(
        terms,
        costs,
        instrument.fractional(),
        Fill.NEXT_OPEN,
        capital,
        ZoneOffset.UTC,
        TradeLog.NONE);
  }

  /// A whole bar but for the decision; gives the equity at its close.
  public long onBar(long bar, long time, double open, double high, double low, double close) {
    open(bar, time, open);
    protect(open, high, low);
    return mark(close);
  }

  /// This bar is at hand, where not all of it is shown.
  ///
  /// @param time is asked where there are hours outside which nothing is entered, and only there
  public void at(long bar, long time) {
    this.bar = bar;
    this.time = time;
  }

  /// Whether nothing but a rule can end or begin a trade now: no order waits, no stop is looked at.
  public boolean restsOnRules() {
    return wanted == Intent.NONE && !bust && holding.restsOnRules();
  }

  /// The signals that can make a difference as long as this is what is held.
  public int listensTo() {
    return holding.listensTo();
  }

  /// Takes in the equity at the close of each bar from `from` up to, not including, `to`: of bars
  /// on which nothing happens but that they are marked, while it [#restsOnRules]. Marks that differ
  /// are written into `equity` too. Gives the bar it came to: where that is not `to`, it takes
  /// [#mark].
  ///
  /// @param first the bar whose mark is the first of `equity`
  /// @param floor zero or more; what is at or below it is not done here
  public int rest(
      Bars bars, int from, int to, long[] equity, int first, long floor, EquityCurve curve) {
    if (holding.side() != 0) {
      return ledger.mark(bars, from, to, equity, first, floor, curve);
    }
    if (ledger.cash() <= floor) {
      return from;
    }
    curve.stand(ledger.cash(), to - from);
    return to;
  }

  /// A new bar begins: the order decided on the last one fills at its open.
  public void open(long bar, long time, double open) {
    this.bar = bar;
    this.time = time;
    fillWanted(open);
  }

  /// Stop and target over the bar's range.
  public void protect(double open, double high, double low) {
    ExitReason reason = holding.protect(open, high, low);
    if (reason == ExitReason.STOP) {
      exit(costs.slipped(-holding.side(), holding.exitPrice()), reason);
    } else if (reason == ExitReason.TARGET) {
      exit(holding.exitPrice(), reason);
    }
  }

  /// The equity at the close. At zero or below the account is bust: all is closed at the close,
  /// nothing is left, and nothing is done any more.
  public long mark(double close) {
    long equity = ledger.equity(close);
    if (equity > 0 || bust) {
      return bust ? 0 : equity;
    }
    bust = true;
    wanted = Intent.NONE;
    if (holding.side() != 0) {
      exit(close, ExitReason.BUST);
    }
    ledger.wipeOut();
    return 0;
  }

  /// What the strategy says at the close; with fills at the close the order is filled here, and the
  /// equity is to be marked again. Gives the order.
  public Intent decide(int signals, double stopDistance, double close) {
    Intent decided = want(signals, stopDistance, close);
    if (fill == Fill.CLOSE) {
      fillWanted(close);
    }
    return decided;
  }

  /// What the strategy says at the close, as an order that waits.
  public Intent want(int signals, double stopDistance, double close) {
    if (bust) {
      return Intent.NONE;
    }
    wanted = holding.decide(bar, signals, stopDistance, close);
    return wanted;
  }

  /// The order that waits fills at this price.
  public void fillWanted(double price) {
    if (wanted != Intent.NONE) {
      fill(price);
    }
  }

  /// Closes what is held at this price, whatever the strategy thinks of it.
  public void forceClose(double price) {
    wanted = Intent.NONE;
    if (holding.side() != 0) {
      exit(costs.slipped(-holding.side(), price), ExitReason.FORCED);
    }
  }

  /// Takes back the order that waits for the next open.
  public void cancel() {
    wanted = Intent.NONE;
  }

  /// Takes the entry out of the order that waits: what it would have closed is still closed.
  public void denyEntry() {
    if (wanted.side() != 0) {
      wanted = holding.side() == 0 ? Intent.NONE : Intent.CLOSE;
    }
  }

  /// What the waiting order will take away from a position when it fills: signed; 0 for nothing.
  public double exitQuantity() {
    return wanted == Intent.NONE ? 0 : -ledger.quantity();
  }

  /// What the waiting order will enter when it fills at this time and market price, after what it
  /// closes: signed; 0 for nothing.
  public double entryQuantity(long time, double price) {
    int side = wanted.side();
    if (side == 0 || bust || !holding.mayEnterAt(time)) {
      return 0;
    }
    long cash = ledger.cash();
    if (holding.side() != 0) {
      double out = costs.slipped(-holding.side(), price);
      cash =
          Money.minus(ledger.equity(out), Money.of(costs.fee(), Math.abs(ledger.quantity()), out));
    }
    double at = costs.entryPrice(side, price);
    return side * sized(side, cash, price, at);
  }

  /// The order that waits for the next open.
  public Intent wanted() {
    return wanted;
  }

  public Holding holding() {
    return holding;
  }

  public SubLedger ledger() {
    return ledger;
  }

  public boolean bust() {
    return bust;
  }

  private void fill(double price) {
    Intent order = wanted;
    wanted = Intent.NONE;
    if (holding.side() != 0) {
      exit(costs.slipped(-holding.side(), price), ExitReason.ORDER);
    }
    if (order.side() != 0 && holding.mayEnterAt(time)) {
      enter(order.side(), price);
    }
  }

  private void enter(int side, double price) {
    double at = costs.entryPrice(side, price);
    double quantity = sized(side, ledger.cash(), price, at);
    if (quantity <= 0) {
      return;
    }
    ledger.enter(side * quantity, at, costs.fee());
    holding.entered(bar, side, at);
    log.entered(bar, side * quantity, at);
  }

  /// What the last check was asked about is what fills: of the same money at the same prices the
  /// size is known.
  private double sized(int side, long cash, double price, double at) {
    if (holding.terms().risk() > 0) {
      double loss = holding.lossAtStop(side, at);
      return Sizing.quantity(holding.terms(), costs, instrument, cash, price, at, loss);
    }
    if (cash != sizedCash || price != sizedPrice || at != sizedAt) {
      sized = Sizing.quantity(holding.terms(), costs, instrument, cash, price, at);
      sizedCash = cash;
      sizedPrice = price;
      sizedAt = at;
    }
    return sized;
  }

  private void exit(double price, ExitReason reason) {
    ledger.exit(price, costs.fee());
    holding.exited(bar);
    log.exited(bar, price, reason, ledger);
  }
}
