package sorte.trading.backtest;

import java.util.Optional;
import sorte.trading.market.Bars;
import sorte.trading.money.Book;
import sorte.trading.money.EquityCurve;
import sorte.trading.money.Fill;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;
import sorte.trading.money.TradeLog;

/// One pass over the bars: blocks of decisions, then of money. A strategy knows no position, so it
/// may be some thousand bars ahead of its money; each of the two loops is small and stays compiled.
/// It may be used for one run after another over the same bars: then a run allocates nothing that
/// grows with the bars.
final class BacktestPass {
  private static final int BLOCK = 2048;
  private static final double[] NO_STOPS = {};

  /// So many prices lie in one line of memory.
  private static final int NEIGHBOURS = 8;

  private final Backtest terms;
  private final Bars bars;
  private final Optional<AccountRules> rules;
  private final Marks marks;

  /// At the close of each bar of the block, of those that are marked one by one.
  private final long[] equity = new long[BLOCK];

  private final byte[] signals = new byte[BLOCK];
  private final HeardSignals heard = new HeardSignals(signals);
  private final EquityCurve curve;

  /// What the last check sees: the curve itself, but for fills at the close, before which it looks
  /// at that very close.
  private final EquityCurve seen;

  private double[] stops = NO_STOPS;
  private Optional<LastDoor> door = Optional.empty();
  private long floor;
  private int first;
  private int blockFrom;
  private int told;
  private int asked;

  /// What the opens looked at ahead sum to: kept, so that looking is not left out.
  private double fetched;

  private boolean hours;
  private boolean budgetSpent;

  BacktestPass(Backtest terms, Bars bars, Optional<AccountRules> rules) {
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a backtest needs at least one bar");
    }
    this.terms = terms;
    this.bars = bars;
    this.rules = rules;
    this.marks = new Marks(bars, terms.cash());
    this.curve = new EquityCurve(terms.cash());
    this.seen = terms.fill() == Fill.CLOSE ? new EquityCurve(terms.cash()) : curve;
  }

  /// Runs these decisions from the first bar to the last; gives the book as it is then.
  Book run(Decisions decisions, TradeLog log) {
    Book book =
        new Book(
            decisions.terms(),
            terms.costs(),
            terms.instrument(),
            terms.fill(),
            terms.cash(),
            terms.zone(),
            log);
    begin(decisions);
    int bar = first;
    while (bar < bars.size() && !book.bust() && !budgetSpent) {
      int to = Math.min(bars.size(), bar + BLOCK);
      decisions.onBars(bars, bar, to, signals, stops);
      bar = block(book, bar, to);
    }
    long left = budgetSpent ? book.ledger().cash() : 0;
    curve.stand(left, bars.size() - bar);
    if (seen != curve) {
      seen.stand(left, bars.size() - bar);
    }
    door.ifPresent(LastDoor::follow);
    return book;
  }

  private void begin(Decisions decisions) {
    budgetSpent = false;
    hours = decisions.terms().hasHours();
    curve.begin(terms.cash());
    first = Math.min(decisions.firstDecisionBar(), bars.size());
    if (decisions.terms().stopByDistance() && stops.length == 0) {
      stops = new double[BLOCK];
    }
    marks.begin(terms.cash());
    seen.begin(terms.cash());
    asked = first;
    told = first;
    door = rules.map(r -> new LastDoor(r, bars, marks, seen, terms.cash(), terms.zone()));
    double budget = rules.map(AccountRules::lossBudget).orElse(0.0);
    floor =
        budget == 0 ? 0 : Money.minus(terms.cash(), Money.of(budget, Money.toDouble(terms.cash())));
    for (int from = 0; from < first; from += BLOCK) {
      decisions.onBars(bars, from, Math.min(first, from + BLOCK), signals, stops);
    }
  }

  /// The money of a block; gives the bar after the last one done.
  private int block(Book book, int from, int to) {
    heard.over(to - from);
    blockFrom = from;
    fetch(from, Math.min(to + 1, bars.size()));
    int i = from;
    while (i < to && !book.bust() && !budgetSpent) {
      fills(book, i);
      i = book.restsOnRules() ? rests(book, i, from, to) : held(book, i, from);
    }
    tell(i);
    look(i);
    return i;
  }

  /// Looks at the opens of a block, one of each line of memory, so that they are near when an order
  /// fills: nobody else reads them here, and each fill would wait for its own from far away.
  private void fetch(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i += NEIGHBOURS) {
      sum += bars.open(i);
    }
    fetched = sum;
  }

  /// The order that waits fills at this open.
  private void fills(Book book, int i) {
    if (book.wanted() != Intent.NONE) {
      double open = bars.open(i);
      ask(book, i, open, i - 1);
      book.open(i, time(i), open);
      marks.at(i, book.ledger());
    }
  }

  /// Bars from `i` on up to the one at whose close a rule that counts is true, that one included:
  /// they are but marked. What fills at that very close is marked after it.
  private int rests(Book book, int i, int from, int to) {
    int next = from + heard.next(book.listensTo(), i - from);
    int marked = Math.min(next + 1, to);
    int end = terms.fill() == Fill.CLOSE ? next : marked;
    tell(i);
    int done = book.rest(bars, i, end, equity, from, floor, curve);
    told = done;
    if (seen != curve && book.holding().side() == 0) {
      look(i);
      seen.stand(book.ledger().cash(), done - i);
      asked = done;
    }
    if (done < marked) {
      book.at(done, time(done));
      return closed(book, done, from);
    }
    if (next < to) {
      decided(book, next, from);
    }
    return marked;
  }

  private void tell(int to) {
    curve.take(equity, told - blockFrom, to - blockFrom);
    told = to;
  }

  /// The last check sees the marks up to, not including, that of bar `to`.
  private void look(int to) {
    if (seen == curve) {
      tell(to);
    } else {
      seen.take(equity, asked - blockFrom, to - blockFrom);
      asked = to;
    }
  }

  /// A bar over whose range stop and target are looked at.
  private int held(Book book, int i, int from) {
    book.at(i, time(i));
    book.protect(bars.open(i), bars.high(i), bars.low(i));
    return closed(book, i, from);
  }

  private int closed(Book book, int i, int from) {
    double close = bars.close(i);
    equity[i - from] = book.mark(close);
    marks.at(i, book.ledger());
    if (!book.bust() && !spends(book, i, close)) {
      decided(book, i, from);
    }
    return i + 1;
  }

  private void decided(Book book, int i, int from) {
    int at = i - from;
    double close = bars.close(i);
    book.at(i, time(i));
    book.want(signals[at], stops.length == 0 ? Double.NaN : stops[at], close);
    if (terms.fill() == Fill.CLOSE) {
      ask(book, i, close, i);
      book.fillWanted(close);
      equity[at] = book.mark(close);
      marks.at(i, book.ledger());
    }
  }

  private void ask(Book book, int i, double price, int closed) {
    if (door.isPresent() && book.wanted() != Intent.NONE) {
      look(closed + 1);
      door.get().ask(book, i, time(i), price, closed);
    }
  }

  /// The time of a bar where somebody asks: to read it for nothing is a way to far memory.
  private long time(int i) {
    return hours ? bars.time(i) : 0;
  }

  private boolean spends(Book book, int i, double close) {
    if (equity[i - blockFrom] > floor) {
      return false;
    }
    budgetSpent = true;
    book.forceClose(close);
    equity[i - blockFrom] = book.mark(close);
    marks.at(i, book.ledger());
    return true;
  }

  /// What the account was worth at each close; another run writes over it.
  Marks marks() {
    return marks;
  }

  /// What the marks from the first decision bar on say.
  EquityCurve curve() {
    return curve;
  }

  int first() {
    return first;
  }

  boolean budgetSpent() {
    return budgetSpent;
  }

  Optional<LastDoor> door() {
    return door;
  }
}
