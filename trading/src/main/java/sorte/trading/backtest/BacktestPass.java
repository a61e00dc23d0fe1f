package sorte.trading.backtest;

import java.util.Arrays;
import java.util.Optional;
import sorte.trading.market.Bars;
import sorte.trading.money.Book;
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

  private final Backtest terms;
  private final Bars bars;
  private final Optional<AccountRules> rules;
  private final long[] equity;
  private final byte[] signals = new byte[BLOCK];
  private final double[] closes = new double[BLOCK];
  private double[] stops = NO_STOPS;
  private Optional<LastDoor> door = Optional.empty();
  private long floor;
  private int first;
  private boolean budgetSpent;

  BacktestPass(Backtest terms, Bars bars, Optional<AccountRules> rules) {
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a backtest needs at least one bar");
    }
    this.terms = terms;
    this.bars = bars;
    this.rules = rules;
    this.equity = new long[bars.size()];
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
    Arrays.fill(equity, bar, bars.size(), budgetSpent ? book.ledger().cash() : 0);
    door.ifPresent(d -> d.follow(bars.size() - 1));
    return book;
  }

  private void begin(Decisions decisions) {
    budgetSpent = false;
    first = Math.min(decisions.firstDecisionBar(), bars.size());
    if (decisions.terms().stopByDistance() && stops.length == 0) {
      stops = new double[BLOCK];
    }
    Arrays.fill(equity, 0, first, terms.cash());
    door = rules.map(r -> new LastDoor(r, bars, equity, terms.cash(), terms.zone()));
    double budget = rules.map(AccountRules::lossBudget).orElse(0.0);
    floor =
        budget == 0 ? 0 : Money.minus(terms.cash(), Money.of(budget, Money.toDouble(terms.cash())));
    for (int from = 0; from < first; from += BLOCK) {
      decisions.onBars(bars, from, Math.min(first, from + BLOCK), signals, stops);
    }
  }

  /// The money of a block; gives the bar after the last one done.
  private int block(Book book, int from, int to) {
    bars.closes(from, to, closes);
    int i = from;
    while (i < to) {
      i = book.rest(closes, i, to, signals, i - from, equity, floor);
      if (i < to) {
        int at = i - from;
        bar(book, i, signals[at], stops.length == 0 ? Double.NaN : stops[at], closes[at]);
        i++;
        if (book.bust() || budgetSpent) {
          return i;
        }
      }
    }
    return to;
  }

  private void bar(Book book, int i, int mask, double stopDistance, double close) {
    if (door.isPresent() && book.wanted() != Intent.NONE) {
      door.get().ask(book, i, bars.open(i), i - 1);
    }
    equity[i] = book.onBar(bars, i, close, floor);
    if (book.bust() || spends(book, i, close)) {
      return;
    }
    book.want(mask, stopDistance, close);
    if (terms.fill() == Fill.CLOSE) {
      if (door.isPresent() && book.wanted() != Intent.NONE) {
        door.get().ask(book, i, close, i);
      }
      book.fillWanted(close);
      equity[i] = book.mark(close);
    }
  }

  private boolean spends(Book book, int i, double close) {
    if (equity[i] > floor) {
      return false;
    }
    budgetSpent = true;
    book.forceClose(close);
    equity[i] = book.mark(close);
    return true;
  }

  /// At the close of each bar; overwritten by the next run.
  long[] equity() {
    return equity;
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
