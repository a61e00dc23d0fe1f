package sorte.change.pin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sorte.change.edit.Dissection;
import sorte.change.pin.Market.Candle;
import sorte.trading.market.SplitMix;

/// Small markets of round prices, drawn from a seed: wandering, climbing, turning, standing still;
/// about the numbers that stand in the code, where there are any.
final class Markets {
  /// Bars after the first decision.
  private static final int LEAST_BARS = 4;

  private static final int MORE_BARS = 12;

  /// Prices that a market begins about.
  private static final double USUAL = 20;

  private static final Set<String> NEEDS_MORE_THAN_CLOSES =
      Set.of(
          "open",
          "high",
          "low",
          "volume",
          "atr",
          "adx",
          "stochastic",
          "cci",
          "obv",
          "vwap",
          "volumeSma",
          "donchian",
          "highest",
          "lowest",
          "series");

  private final SplitMix random;
  private final boolean full;
  private final List<Double> marks = new ArrayList<>();

  Markets(Dissection strategy, long seed) {
    this.random = new SplitMix(seed);
    this.full = strategy.names().stream().anyMatch(NEEDS_MORE_THAN_CLOSES::contains);
    for (BigDecimal number : strategy.numbers()) {
      double mark = number.doubleValue();
      if (mark >= 0.5 && mark <= 1_000) {
        marks.add(mark);
      }
    }
  }

  /// Whether its strategy looks at more than closes.
  boolean full() {
    return full;
  }

  /// So many markets, each some bars longer than `warming`.
  List<Market> draw(int count, int warming) {
    List<Market> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<Double> closes = closes(warming + LEAST_BARS + random.below(MORE_BARS));
      all.add(full && i % 3 != 0 ? full(closes) : Market.closes(closes));
    }
    return all;
  }

  private List<Double> closes(int bars) {
    int kind = random.below(marks.isEmpty() ? 5 : 7);
    double step = random.below(4) == 0 ? 0.5 : 1;
    double close = USUAL + random.below(5);
    int trend = random.below(3) - 1;
    List<Double> closes = new ArrayList<>(bars);
    for (int i = 0; i < bars; i++) {
      closes.add(close);
      close =
          switch (kind) {
            case 0 -> close + step * (random.below(5) - 2);
            case 1 -> close + trend + step * (random.below(3) - 1);
            case 2 -> i % (2 + random.below(3)) == 0 ? close : close + step * (random.below(7) - 3);
            case 3 -> close + (i * 2 < bars ? -1 : 1) * step * random.below(4);
            case 4 -> close + step * (random.below(13) - 6);
            default -> marks.get(random.below(marks.size())) + step * (random.below(5) - 2);
          };
      close = Math.max(close, 0.5);
    }
    return closes;
  }

  private Market full(List<Double> closes) {
    List<Candle> candles = new ArrayList<>(closes.size());
    double before = closes.getFirst();
    for (double close : closes) {
      double open = random.below(3) == 0 ? Math.max(0.5, close + random.below(5) - 2) : before;
      double high = Math.max(open, close) + random.below(3);
      double low = Math.max(0.25, Math.min(open, close) - random.below(3));
      candles.add(new Candle(open, high, low, close, 1 + random.below(9)));
      before = close;
    }
    return new Market(candles);
  }
}
