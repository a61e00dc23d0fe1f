package sorte.trading.backtest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sorte.trading.exchange.BarExchange;
import sorte.trading.exchange.ExchangeLog;
import sorte.trading.exchange.Execution;
import sorte.trading.exchange.FillModel;
import sorte.trading.market.Bar;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Fill;
import sorte.trading.money.Holding;
import sorte.trading.money.Intent;
import sorte.trading.order.OrderEvent;
import sorte.trading.order.OrderState;

/// One backtest through the exchange on its way.
final class VenueRun implements ExchangeLog {
  private static final long A_DAY = 86_400_000;

  private final Bars bars;
  private final Decisions decisions;
  private final Fill fill;
  private final String symbol;
  private final Holding holding;
  private final BarExchange exchange;
  private final VenueDesk desk;
  private final VenueTrades trades;
  private final List<String> refusals = new ArrayList<>();
  private final long[] equity;
  private final long timeframe;
  private int bar;
  private int rejected;
  private int liquidations;
  private Intent wanted = Intent.NONE;
  private double stopLevel = Double.NaN;

  VenueRun(
      FillModel model,
      long cash,
      Instrument instrument,
      ZoneId zone,
      Bars bars,
      Decisions decisions) {
    this.bars = bars;
    this.decisions = decisions;
    this.fill = model.fill();
    this.symbol = instrument.symbol();
    this.holding = new Holding(decisions.terms(), zone);
    this.exchange = new BarExchange(model, cash, List.of(instrument), this);
    this.desk = new VenueDesk(exchange, symbol, holding);
    this.trades = new VenueTrades(bars);
    this.equity = new long[bars.size()];
    this.timeframe = timeframe(bars);
  }

  VenueResult run(String strategy, long cash) {
    int first = Math.min(decisions.firstDecisionBar(), bars.size());
    Arrays.fill(equity, 0, first, cash);
    for (bar = 0; bar < bars.size() && !exchange.bust(); bar++) {
      if (bar >= first) {
        trade();
      } else {
        signals();
      }
    }
    BacktestResult result =
        BacktestResult.of(
            strategy,
            bars,
            equity,
            cash,
            first,
            exchange.fees(),
            trades.with(bars.close(bars.size() - 1)));
    return new VenueResult(
        result, exchange.borrowed(), liquidations, rejected, List.copyOf(refusals));
  }

  /// A bar: what was wanted goes out as orders, the exchange runs, the strategy decides.
  private void trade() {
    if (fill == Fill.NEXT_OPEN) {
      send();
    }
    exchange.bar(symbol, barAt(bar), end(bar));
    equity[bar] = exchange.settle();
    if (exchange.bust()) {
      return;
    }
    decide();
    if (fill == Fill.CLOSE) {
      send();
      equity[bar] = exchange.settle();
    }
  }

  private void send() {
    Intent intent = wanted;
    wanted = Intent.NONE;
    desk.send(intent, bars.time(bar), stopLevel);
  }

  private void decide() {
    int signals = signals();
    double distance = decisions.stopDistance();
    double close = bars.close(bar);
    wanted = holding.decide(bar, signals, distance, close);
    boolean stopped = wanted.side() != 0 && holding.terms().stopByDistance();
    stopLevel = stopped ? close - wanted.side() * distance : Double.NaN;
  }

  private int signals() {
    return decisions.onBar(
        bars.time(bar),
        bars.open(bar),
        bars.high(bar),
        bars.low(bar),
        bars.close(bar),
        bars.volume(bar));
  }

  private Bar barAt(int i) {
    return new Bar(
        bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
  }

  /// The timeframe after its begin, and never after the next bar begins.
  private long end(int i) {
    long end = bars.time(i) + timeframe;
    return i + 1 < bars.size() ? Math.min(end, bars.time(i + 1)) : end;
  }

  /// The shortest time from one bar to the next; a day where there is one bar.
  private static long timeframe(Bars bars) {
    long shortest = Long.MAX_VALUE;
    for (int i = 1; i < bars.size(); i++) {
      shortest = Math.min(shortest, bars.time(i) - bars.time(i - 1));
    }
    return bars.size() < 2 ? A_DAY : shortest;
  }

  @Override
  public void moved(long time, long order, OrderEvent event, OrderState state) {
    if (state instanceof OrderState.Rejected r) {
      rejected++;
      if (refusals.size() < VenueResult.MOST_REFUSALS_TOLD) {
        refusals.add(r.why());
      }
    }
    if (state instanceof OrderState.Closed && !(state instanceof OrderState.Filled)) {
      desk.ended(order);
    }
  }

  @Override
  public void executed(Execution execution) {
    boolean begins = trades.held() == 0;
    ExitReason reason =
        switch (execution.cause()) {
          case ORDER -> desk.reason(execution.order());
          case LIQUIDATION -> ExitReason.FORCED;
          case BUST -> ExitReason.BUST;
        };
    liquidations += execution.cause() == Execution.Cause.LIQUIDATION ? 1 : 0;
    if (trades.add(execution, bar, reason)) {
      holding.exited(bar);
    } else if (begins) {
      holding.entered(bar, Long.signum(execution.quantity()), execution.price());
    }
  }

  @Override
  public void borrowed(long time, String instrument, long amount) {
    // the account pays it; a trade's profit is net of fees alone, as in every backtest
  }
}
