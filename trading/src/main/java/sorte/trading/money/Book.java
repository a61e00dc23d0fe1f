package sorte.trading.money;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;

/// A holding with its ledger under one fill model, bar by bar: what a backtest, a twin and a
/// follower run. On each bar, in this order: [#open], [#protect], [#mark], [#decide]. A bar costs
/// no allocation.
public final class Book {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long EACH_OF_EIGHT = 0x0101010101010101L;

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

  /// The same of a bar among others, of which only what matters is looked at.
  ///
  /// @param floor the equity at or below which the account may be closed; zero or more
  public long onBar(Bars bars, int i, double close, long floor) {
    this.bar = i;
    if (wanted != Intent.NONE
        || fill == Fill.CLOSE
        || !holding.restsOnRules()
        || ledger.equity(close) <= floor) {
      this.time = bars.time(i);
      double open = bars.open(i);
      fillWanted(open);
      if (!holding.restsOnRules()) {
        protect(open, bars.high(i), bars.low(i));
      }
    }
    return mark(close);
  }

  /// Passes over the bars from `from` on that can change nothing but the worth of what is held: no
  /// order waits, nothing but a rule ends the trade, and no rule that counts is true. Writes the
  /// equity of each and gives the bar that comes after them.
  ///
  /// @param closes of the bars, the one of bar `from` at `at`
  /// @param signals the masks, the one of bar `from` at `at`
  /// @param floor the equity at or below which something does happen; zero or more
  public int rest(
      double[] closes, int from, int to, byte[] signals, int at, long[] equity, long floor) {
    if (wanted != Intent.NONE || bust || !holding.restsOnRules()) {
      return from;
    }
    int heard = holding.listensTo();
    int end = at;
    int last = at + to - from;
    long heardOfEight = heard * EACH_OF_EIGHT;
    while (end + Long.BYTES <= last && ((long) EIGHT.get(signals, end) & heardOfEight) == 0) {
      end += Long.BYTES;
    }
    while (end < last && (signals[end] & heard) == 0) {
      end++;
    }
    if (holding.side() != 0) {
      return from + ledger.equities(closes, at, end, equity, from, floor);
    }
    if (ledger.cash() <= floor) {
      return from;
    }
    Arrays.fill(equity, from, from + end - at, ledger.cash());
    return from + end - at;
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
    return side * Sizing.quantity(holding.terms(), costs, instrument, cash, price, at);
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
    double quantity = Sizing.quantity(holding.terms(), costs, instrument, ledger.cash(), price, at);
    if (quantity <= 0) {
      return;
    }
    ledger.enter(side * quantity, at, costs.fee());
    holding.entered(bar, side, at);
    log.entered(bar, time, side * quantity, at);
  }

  private void exit(double price, ExitReason reason) {
    ledger.exit(price, costs.fee());
    holding.exited(bar);
    log.exited(bar, time, price, reason, ledger);
  }
}
