package sorte.benchmarks;

import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.NumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import sorte.trading.market.Bars;

/// The same strategy in ta4j.
final class Peer {
  private final BarSeries series;

  Peer(Bars bars, NumFactory numbers) {
    series = new BaseBarSeriesBuilder().withNumFactory(numbers).build();
    for (int i = 0; i < bars.size(); i++) {
      series
          .barBuilder()
          .timePeriod(Duration.ofMinutes(1))
          .endTime(Instant.ofEpochMilli(bars.time(i)).plus(Duration.ofMinutes(1)))
          .openPrice(bars.open(i))
          .highPrice(bars.high(i))
          .lowPrice(bars.low(i))
          .closePrice(bars.close(i))
          .volume(bars.volume(i))
          .add();
    }
  }

  /// How many trades there were.
  int run(int fastPeriod, int slowPeriod) {
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    SMAIndicator fast = new SMAIndicator(close, fastPeriod);
    SMAIndicator slow = new SMAIndicator(close, slowPeriod);
    return new BarSeriesManager(series)
        .run(
            new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow)))
        .getPositionCount();
  }
}
