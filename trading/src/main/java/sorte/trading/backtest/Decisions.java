package sorte.trading.backtest;

import java.time.ZoneOffset;
import java.util.Map;
import sorte.strategy.run.BarLength;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;
import sorte.trading.money.HoldingTerms;
import sorte.trading.release.MeterControl;

/// What a strategy decides, bar by bar, from bar 0 on, each bar once: the only thing that a
/// backtest takes from it.
public interface Decisions {

  /// The first bar whose decision counts.
  int firstDecisionBar();

  /// How its trades are held.
  HoldingTerms terms();

  /// The mask of [sorte.strategy.run.Signals] at the close of the next bar.
  int onBar(long time, double open, double high, double low, double close, double volume);

  /// The distance in price of a stop that hangs on a line, as of the last bar; NaN where none does.
  double stopDistance();

  /// The same for the bars from `from` up to, not including, `to`: each one's mask and, where stops
  /// come as a distance, that, from index 0 on.
  default void onBars(Bars bars, int from, int to, byte[] signals, double[] stops) {
    boolean hangs = stops.length > 0;
    for (int i = from; i < to; i++) {
      int mask =
          onBar(
              bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
      signals[i - from] = (byte) mask;
      if (hangs) {
        stops[i - from] = stopDistance();
      }
    }
  }

  /// A strategy that runs here.
  static Decisions of(Runner runner) {
    return new RunningDecisions(runner);
  }

  /// A fresh run of a strategy that looks at no slower bars with these settings, by parameter.
  static Decisions of(StrategyType type, Map<String, Double> settings) {
    return of(Runner.start(type, settings));
  }

  /// A fresh run of a strategy with these settings, by parameter, over these bars.
  static Decisions of(StrategyType type, Map<String, Double> settings, Bars bars) {
    return of(Runner.start(type, settings, ZoneOffset.UTC, bars.length()));
  }

  /// The same of a release that looks at no slower bars, each decision within its budget of steps.
  static Decisions metered(StrategyType type, Map<String, Double> settings, MeterControl meter) {
    return MeteredDecisions.start(type, settings, BarLength.UNKNOWN, meter);
  }

  /// The same of any release, over these bars.
  static Decisions metered(
      StrategyType type, Map<String, Double> settings, Bars bars, MeterControl meter) {
    return MeteredDecisions.start(type, settings, bars.length(), meter);
  }
}
