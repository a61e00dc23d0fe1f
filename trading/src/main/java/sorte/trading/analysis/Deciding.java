package sorte.trading.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;

/// A strategy as the analyses see it: bars and settings in, decisions out. It may run here or in a
/// sandbox.
@FunctionalInterface
public interface Deciding {

  /// Runs asked for at once at most: one sandbox takes them in one go, and this many are in memory.
  int MOST_AT_ONCE = 32;

  /// One run.
  record Run(Bars bars, SortedMap<String, Double> settings) {
    public Run {
      settings = new TreeMap<>(settings);
    }
  }

  /// A fresh run of decisions for each, in the order asked.
  List<Decisions> decide(List<Run> runs);

  /// A fresh run of decisions over these bars.
  default Decisions decide(Bars bars, SortedMap<String, Double> settings) {
    return decide(List.of(new Run(bars, settings))).getFirst();
  }

  /// A strategy that runs here. [sorte.strategy.run.BadSettings] where settings do not fit.
  static Deciding of(StrategyType type) {
    return runs -> {
      List<Decisions> all = new ArrayList<>(runs.size());
      for (Run run : runs) {
        all.add(Decisions.of(type, Map.copyOf(run.settings()), run.bars()));
      }
      return all;
    };
  }
}
