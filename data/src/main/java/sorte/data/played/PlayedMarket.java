package sorte.data.played;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import sorte.trading.market.Bar;
import sorte.trading.market.Bars;
import sorte.trading.market.MarketSource;

/// What the played exchange trades: bar n, and the trades that make it, follow from the seed.
final class PlayedMarket {

  /// How many trades make a bar: its open, high, low and close among them.
  private static final int TRADES = 6;

  /// A trade of the market's.
  record Trade(long number, long time, double price, double quantity) {}

  private final long millis;
  private final long start;
  private final Bars bars;
  private final long seed;
  private final AtomicReferenceArray<Bar> made;

  /// @param start of bar 0, epoch milliseconds; a whole multiple of `millis`
  PlayedMarket(long seed, long start, long millis, int size) {
    this.seed = seed;
    this.start = start;
    this.millis = millis;
    this.bars = new MarketSource.BuiltIn(seed).from(0).take(size);
    this.made = new AtomicReferenceArray<>(size);
  }

  int size() {
    return bars.size();
  }

  long millis() {
    return millis;
  }

  /// Bar `number`, made when first asked for.
  Bar bar(int number) {
    Bar known = made.get(number);
    if (known == null) {
      known = make(number);
      made.set(number, known);
    }
    return known;
  }

  private Bar make(int number) {
    List<Trade> trades = trades(number);
    double high = trades.stream().mapToDouble(Trade::price).max().orElseThrow();
    double low = trades.stream().mapToDouble(Trade::price).min().orElseThrow();
    double volume = trades.stream().mapToDouble(Trade::quantity).sum();
    return new Bar(
        start + number * millis,
        trades.getFirst().price(),
        high,
        low,
        trades.getLast().price(),
        rounded(volume));
  }

  List<Trade> trades(int number) {
    Bar shape = bars.bar(number);
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    boolean up = random.nextBoolean();
    double[] prices = {
      shape.open(),
      up ? shape.low() : shape.high(),
      (shape.open() + shape.close()) / 2,
      up ? shape.high() : shape.low(),
      (shape.high() + shape.close()) / 2,
      shape.close()
    };
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < TRADES; i++) {
      trades.add(
          new Trade(
              (long) number * TRADES + i,
              start + number * millis + i * (millis / TRADES),
              rounded(prices[i]),
              rounded(0.01 + random.nextDouble())));
    }
    return trades;
  }

  /// As exchanges write: eight decimals at most, here five.
  private static double rounded(double value) {
    return Math.rint(value * 1e5) / 1e5;
  }
}
