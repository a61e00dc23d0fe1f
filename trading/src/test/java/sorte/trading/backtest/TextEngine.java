package sorte.trading.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sorte.trading.market.Bars;

/// A second engine, slow and in doubles, written from the text of the semantics alone: it shares no
/// line with the one under test, neither indicators nor fills.
final class TextEngine {

  /// @param signed quantity, below zero when short
  record Trade(double signed, int entryBar, double entryPrice, int exitBar, double exitPrice) {}

  final List<Trade> trades = new ArrayList<>();
  final double[] equity;
  double fees;
  Trade open;

  private final Bars bars;
  private final double commission;
  private final double spread;
  private double cash;
  private double size;
  private double entryPrice;
  private int entryBar;
  private double stop = Double.NaN;

  private enum Order {
    NOTHING,
    BUY,
    SELL,
    CLOSE
  }

  TextEngine(Bars bars, double cash, double commission, double spread) {
    this.bars = bars;
    this.cash = cash;
    this.commission = commission;
    this.spread = spread;
    this.equity = new double[bars.size()];
  }

  void run(String strategy) {
    int n = bars.size();
    TextIndicators lines = new TextIndicators(bars);
    int first = 1 + firstValue(strategy);
    Arrays.fill(equity, 0, Math.min(first, n), cash);
    Order order = Order.NOTHING;
    double nextStop = Double.NaN;
    for (int i = first; i < n; i++) {
      fill(order, nextStop, i);
      order = Order.NOTHING;
      if (size != 0 && bars.low(i) <= stop) {
        close(Math.min(bars.open(i), stop), i);
      }
      equity[i] = cash + size * (bars.close(i) - entryPrice);
      if (equity[i] <= 0) {
        if (size != 0) {
          close(bars.close(i), i);
        }
        cash = 0;
        Arrays.fill(equity, i, n, 0);
        return;
      }
      order = decide(strategy, lines, i);
      nextStop = strategy.equals("TurtleAtrStop") ? bars.close(i) - 2 * lines.atr20[i] : Double.NaN;
    }
    if (size != 0) {
      open = new Trade(size, entryBar, entryPrice, -1, Double.NaN);
    }
  }

  private static int firstValue(String strategy) {
    return switch (strategy) {
      case "SmaCrossReverse", "SmaCrossLong", "BollingerBreakout" -> 19;
      case "RsiMeanReversion" -> 14;
      case "MacdCross" -> 33;
      case "TurtleAtrStop" -> 20;
      default -> throw new IllegalArgumentException(strategy);
    };
  }

  private Order decide(String strategy, TextIndicators x, int i) {
    boolean flat = size == 0;
    boolean isLong = size > 0;
    double close = bars.close(i);
    boolean buy;
    boolean leave;
    switch (strategy) {
      case "SmaCrossReverse" -> {
        if (cross(x.sma10, x.sma20, i)) {
          return Order.BUY;
        }
        return cross(x.sma20, x.sma10, i) ? Order.SELL : Order.NOTHING;
      }
      case "SmaCrossLong" -> {
        buy = cross(x.sma10, x.sma20, i);
        leave = cross(x.sma20, x.sma10, i);
      }
      case "RsiMeanReversion" -> {
        buy = x.rsi14[i] < 30;
        leave = x.rsi14[i] > 50;
      }
      case "BollingerBreakout" -> {
        buy = close > x.upper[i];
        leave = close < x.sma20[i];
      }
      case "MacdCross" -> {
        buy = cross(x.macd, x.signal, i);
        leave = cross(x.signal, x.macd, i);
      }
      case "TurtleAtrStop" -> {
        buy = close > x.highest20[i];
        leave = close < x.lowest10[i];
      }
      default -> throw new IllegalArgumentException(strategy);
    }
    if (flat && buy) {
      return Order.BUY;
    }
    return isLong && leave ? Order.CLOSE : Order.NOTHING;
  }

  private static boolean cross(double[] a, double[] b, int i) {
    return a[i - 1] < b[i - 1] && a[i] > b[i];
  }

  private void fill(Order order, double wantedStop, int i) {
    if (order == Order.NOTHING) {
      return;
    }
    double price = bars.open(i);
    if (size != 0) {
      close(price, i);
    }
    if (order == Order.CLOSE) {
      return;
    }
    double adjusted = order == Order.BUY ? price * (1 + spread) : price * (1 - spread);
    double unit = adjusted + commission * price;
    double q = Math.floor(Math.max(0, cash) * (1 - 0x1p-52) / unit);
    if (q == 0) {
      return;
    }
    size = order == Order.BUY ? q : -q;
    entryPrice = adjusted;
    entryBar = i;
    stop = wantedStop;
    pay(commission * q * adjusted);
  }

  private void close(double price, int i) {
    cash += size * (price - entryPrice);
    pay(commission * Math.abs(size) * price);
    trades.add(new Trade(size, entryBar, entryPrice, i, price));
    size = 0;
    stop = Double.NaN;
    entryPrice = 0;
  }

  private void pay(double fee) {
    cash -= fee;
    fees += fee;
  }
}
