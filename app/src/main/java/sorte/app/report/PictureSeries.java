package sorte.app.report;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import sorte.trading.backtest.BacktestTrade;
import sorte.trading.money.Money;

/// The lines of a picture, gathered into as many points as it has room for.
final class PictureSeries {
  private static final int POINTS = 1_000;
  private static final double BY_LOGARITHM_FROM = 15;

  private final Drawn drawn;
  private final Buckets buckets;

  PictureSeries(Drawn drawn) {
    this.drawn = drawn;
    this.buckets = Buckets.of(drawn.bars().size(), POINTS);
  }

  /// Where something happened.
  record Points(double[] times, double[] prices) {}

  @FunctionalInterface
  private interface AtBar {
    double at(int bar);
  }

  private double[] values(AtBar value) {
    double[] values = new double[buckets.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.at(buckets.to(i) - 1);
    }
    return values;
  }

  double[] times() {
    return values(bar -> drawn.bars().time(bar));
  }

  double[] account() {
    return values(bar -> Money.toDouble(drawn.result().equity().at(bar)));
  }

  /// The market as candles, in columns.
  record Candles(double[] times, double[] opens, double[] highs, double[] lows, double[] closes) {}

  Candles candles() {
    Buckets places = Buckets.of(drawn.bars().size(), CandlePlots.CANDLES);
    List<Candle> whole = Candle.of(drawn.bars(), places);
    Candle.Range range = Candle.Range.of(whole);
    List<Candle> all = whole.stream().map(candle -> candle.within(range)).toList();
    double[] times = new double[places.count()];
    for (int i = 0; i < times.length; i++) {
      times[i] = drawn.bars().time(places.from(i));
    }
    return new Candles(
        times,
        all.stream().mapToDouble(Candle::open).toArray(),
        all.stream().mapToDouble(Candle::high).toArray(),
        all.stream().mapToDouble(Candle::low).toArray(),
        all.stream().mapToDouble(Candle::close).toArray());
  }

  double[] held() {
    double start = Money.toDouble(drawn.result().startEquity());
    int base = Math.min(drawn.result().firstDecisionBar(), drawn.bars().size() - 1);
    double first = drawn.bars().close(base);
    return values(bar -> start * drawn.bars().close(Math.max(bar, base)) / first);
  }

  double[] falls() {
    return EquityPlots.falls(drawn.result(), buckets);
  }

  boolean logarithmicEquity() {
    return wide(account()) || wide(held());
  }

  boolean logarithmicPrice() {
    return wide(values(drawn.bars()::close));
  }

  private static boolean wide(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return low > 0 && high / low > BY_LOGARITHM_FROM;
  }

  Points entries(int side) {
    return points(t -> t.side() == side, BacktestTrade::entryTime, BacktestTrade::entryPrice);
  }

  Points exits(boolean won) {
    return points(
        t -> !t.open() && t.pnl() > 0 == won, BacktestTrade::exitAt, BacktestTrade::exitAtPrice);
  }

  private Points points(
      Predicate<BacktestTrade> which,
      ToLongFunction<BacktestTrade> time,
      ToDoubleFunction<BacktestTrade> price) {
    List<BacktestTrade> chosen = drawn.result().trades().stream().filter(which).toList();
    return new Points(
        chosen.stream().mapToDouble(time::applyAsLong).toArray(),
        chosen.stream().mapToDouble(price).toArray());
  }
}
