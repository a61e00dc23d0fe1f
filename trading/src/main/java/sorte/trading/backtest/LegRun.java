package sorte.trading.backtest;

import java.time.ZoneId;
import java.util.Arrays;
import sorte.trading.market.Bars;
import sorte.trading.money.Book;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;

/// One leg on its way: its book, its bar, its last price.
final class LegRun {
  final PortfolioLeg leg;
  final Book book;
  private final TradeList trades;
  private final Costs costs;
  private final long allocated;
  private final int first;
  private final long[] equity;
  private int bar = -1;
  private double mark = Double.NaN;

  LegRun(PortfolioLeg leg, Costs costs, long allocated, ZoneId zone) {
    this.leg = leg;
    this.costs = costs;
    this.allocated = allocated;
    this.first = Math.min(leg.decisions().firstDecisionBar(), leg.bars().size());
    this.equity = new long[leg.bars().size()];
    this.trades = new TradeList(leg.bars());
    Arrays.fill(equity, 0, first, allocated);
    this.book =
        new Book(
            leg.decisions().terms(),
            costs,
            leg.instrument(),
            Fill.NEXT_OPEN,
            allocated,
            zone,
            trades);
  }

  String symbol() {
    return leg.instrument().symbol();
  }

  double nextOpen() {
    return leg.bars().open(bar + 1);
  }

  /// The price of an exit of so much at this market price.
  double slipped(double exit, double price) {
    return exit == 0 ? price : costs.slipped(exit > 0 ? 1 : -1, price);
  }

  /// The last price seen; NaN before the first.
  double mark() {
    return mark;
  }

  long equity() {
    return book.bust() ? 0 : Double.isNaN(mark) ? allocated : book.ledger().equity(mark);
  }

  /// Its next bar opens: what it decided at the last close is filled.
  void open(long time) {
    bar++;
    mark = leg.bars().open(bar);
    if (trading()) {
      book.open(bar, time, mark);
    }
  }

  /// Its bar closes: protective exits over its range, then the next decision.
  void close() {
    Bars bars = leg.bars();
    mark = bars.close(bar);
    if (trading()) {
      book.protect(bars.open(bar), bars.high(bar), bars.low(bar));
      equity[bar] = book.mark(mark);
    }
    if (book.bust()) {
      return;
    }
    int signals =
        leg.decisions()
            .onBar(
                bars.time(bar),
                bars.open(bar),
                bars.high(bar),
                bars.low(bar),
                mark,
                bars.volume(bar));
    if (trading()) {
      book.decide(signals, leg.decisions().stopDistance(), mark);
    }
  }

  private boolean trading() {
    return bar >= first && !book.bust();
  }

  BacktestResult result() {
    Bars bars = leg.bars();
    return BacktestResult.of(
        leg.name(),
        bars,
        equity,
        allocated,
        first,
        book.ledger().fees(),
        trades.with(book.ledger()));
  }
}
