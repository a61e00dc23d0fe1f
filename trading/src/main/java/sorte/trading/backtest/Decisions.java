package sorte.trading.backtest;

import java.util.Map;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.money.HoldingTerms;

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

  /// A strategy that runs here.
  static Decisions of(Runner runner) {
    return new RunningDecisions(runner);
  }

  /// A fresh run of a strategy with these settings, by parameter.
  static Decisions of(StrategyType type, Map<String, Double> settings) {
    return of(Runner.start(type, settings));
  }
}
