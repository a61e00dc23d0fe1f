package sorte.app.report;

import java.util.ArrayList;
import java.util.List;
import sorte.trading.market.Bars;

/// What the bars of one place make together.
record Candle(double open, double high, double low, double close) {

  /// One for each place.
  static List<Candle> of(Bars bars, Buckets buckets) {
    List<Candle> candles = new ArrayList<>(buckets.count());
    for (int i = 0; i < buckets.count(); i++) {
      int from = buckets.from(i);
      int to = buckets.to(i);
      double high = bars.high(from);
      double low = bars.low(from);
      for (int bar = from; bar < to; bar++) {
        high = Math.max(high, bars.high(bar));
        low = Math.min(low, bars.low(bar));
      }
      candles.add(new Candle(bars.open(from), high, low, bars.close(to - 1)));
    }
    return List.copyOf(candles);
  }

  /// What a drawing shows from bottom to top: all bodies, and wicks up to twice or down to half of
  /// them. A single false print would else press all others into a line.
  record Range(double low, double high) {
    private static final double BEYOND = 2;

    static Range of(List<Candle> candles) {
      double low = Double.POSITIVE_INFINITY;
      double high = 0;
      double lowest = Double.POSITIVE_INFINITY;
      double highest = 0;
      for (Candle candle : candles) {
        low = Math.min(low, candle.low);
        high = Math.max(high, candle.high);
        lowest = Math.min(lowest, Math.min(candle.open, candle.close));
        highest = Math.max(highest, Math.max(candle.open, candle.close));
      }
      return new Range(Math.max(low, lowest / BEYOND), Math.min(high, highest * BEYOND));
    }

    double within(double price) {
      return Math.clamp(price, low, high);
    }
  }

  /// The same with its wicks no longer than the drawing is high.
  Candle within(Range range) {
    return new Candle(open, range.within(high), range.within(low), close);
  }

  boolean rises() {
    return close >= open;
  }
}
