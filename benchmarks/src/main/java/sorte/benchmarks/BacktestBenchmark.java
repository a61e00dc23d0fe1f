package sorte.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import sorte.strategies.SmaCrossLong;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;
import sorte.trading.market.MarketSource;
import sorte.trading.money.Costs;

/// A crossing of SMA(10) and SMA(20) over the built-in market, a bar: the whole backtest with
/// money, equity and trades, beside a hand-written loop that does the least, and ta4j.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BacktestBenchmark {
  private static final int BARS = 100_000;
  private static final double FEE = 0.002;

  private final Bars bars = new MarketSource.BuiltIn(1).from(0).take(BARS);
  private final StrategyType type = StrategyType.of(SmaCrossLong.class);
  private final Backtest backtest = Backtest.with(Costs.fee(FEE));
  private BarSeries series = new BaseBarSeriesBuilder().build();

  @Setup
  public void peer() {
    series = new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
    for (int i = 0; i < bars.size(); i++) {
      series
          .barBuilder()
          .timePeriod(Duration.ofMinutes(15))
          .endTime(Instant.ofEpochMilli(bars.time(i)).plus(Duration.ofMinutes(15)))
          .openPrice(bars.open(i))
          .highPrice(bars.high(i))
          .lowPrice(bars.low(i))
          .closePrice(bars.close(i))
          .volume(bars.volume(i))
          .add();
    }
  }

  @Benchmark
  @OperationsPerInvocation(BARS)
  public Object sorte() {
    return backtest.run("sma-cross-long", bars, Decisions.of(type, Map.of()));
  }

  @Benchmark
  @OperationsPerInvocation(BARS)
  public double handWritten() {
    double fast = 0;
    double slow = 0;
    double cash = 10_000;
    double quantity = 0;
    double before = 0;
    int order = 0;
    double peak = 0;
    for (int i = 0; i < bars.size(); i++) {
      double open = bars.open(i);
      if (order > 0) {
        quantity = Math.floor(cash / (open * (1 + FEE)));
        cash -= quantity * open * (1 + FEE);
      } else if (order < 0) {
        cash += quantity * open * (1 - FEE);
        quantity = 0;
      }
      order = 0;
      double close = bars.close(i);
      fast += close - (i >= 10 ? bars.close(i - 10) : 0);
      slow += close - (i >= 20 ? bars.close(i - 20) : 0);
      peak = Math.max(peak, cash + quantity * close);
      double difference = fast / 10 - slow / 20;
      if (i >= 20) {
        if (quantity == 0 && before < 0 && difference > 0) {
          order = 1;
        } else if (quantity > 0 && before > 0 && difference < 0) {
          order = -1;
        }
      }
      before = difference;
    }
    return peak + cash;
  }

  @Benchmark
  @OperationsPerInvocation(BARS)
  public Object ta4j() {
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    SMAIndicator fast = new SMAIndicator(close, 10);
    SMAIndicator slow = new SMAIndicator(close, 20);
    return new BarSeriesManager(series)
        .run(
            new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow)));
  }
}
