package sorte.change.pin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sorte.strategy.run.BarLength;
import sorte.trading.market.Bars;

/// A few bars to decide on.
record Market(List<Candle> candles) {

  /// What a bar costs a reader, against a price that moves by one.
  private static final double BAR = 10;

  /// One bar.
  record Candle(double open, double high, double low, double close, double volume) {
    static Candle of(double close) {
      return new Candle(close, close, close, close, 1);
    }

    boolean isClose() {
      return equals(of(close));
    }
  }

  Market {
    candles = List.copyOf(candles);
  }

  static Market closes(List<Double> closes) {
    return new Market(closes.stream().map(Candle::of).toList());
  }

  static Market flat(double price, int bars) {
    return closes(Collections.nCopies(bars, price));
  }

  int size() {
    return candles.size();
  }

  /// Whether its bars are nothing but their close.
  boolean isCloses() {
    return candles.stream().allMatch(Candle::isClose);
  }

  /// What it takes a reader to see what goes on.
  double cost() {
    double moved = 0;
    for (int i = 1; i < size(); i++) {
      moved += Math.abs(candles.get(i).close() - candles.get(i - 1).close());
    }
    return size() * (isCloses() ? BAR : 4 * BAR) + moved;
  }

  Market first(int bars) {
    return new Market(candles.subList(0, bars));
  }

  Market last(int bars) {
    return new Market(candles.subList(size() - bars, size()));
  }

  /// The same with one bar another.
  Market with(int bar, Candle candle) {
    List<Candle> other = new ArrayList<>(candles);
    other.set(bar, candle);
    return new Market(other);
  }

  /// The same with nothing but the closes.
  Market plain() {
    return new Market(candles.stream().map(c -> Candle.of(c.close())).toList());
  }

  /// As a trial shows them: from 1970-01-01 on, so many minutes apart.
  Bars bars(int minutes) {
    long step = minutes * 60_000L;
    Bars.Builder bars = new Bars.Builder(candles.size());
    for (int i = 0; i < candles.size(); i++) {
      Candle c = candles.get(i);
      bars.add(i * step, c.open(), c.high(), c.low(), c.close(), c.volume());
    }
    return bars.build().lasting(BarLength.of(step));
  }
}
