package sorte.trading.analysis;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;

/// The values of a strategy's indicators, seen from outside. Only a strategy that runs here shows
/// them; out of a sandbox come decisions alone.
public final class Lines {
  private final StrategyType type;
  private final SortedMap<String, Double> settings;

  public Lines(StrategyType type, SortedMap<String, Double> settings) {
    this.type = type;
    this.settings = settings;
  }

  /// @param bars what it runs over
  List<String> names(Bars bars) {
    return started(bars).lines();
  }

  private Runner started(Bars bars) {
    return Runner.start(type, Map.copyOf(settings), ZoneOffset.UTC, bars.length());
  }

  /// The values at the last `window` bars, by line.
  double[][] last(Bars bars, int window) {
    Runner runner = started(bars);
    int lines = runner.lines().size();
    double[][] values = new double[lines][window];
    int from = bars.size() - window;
    for (int i = 0; i < bars.size(); i++) {
      runner.onBar(
          bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
      for (int line = 0; i >= from && line < lines; line++) {
        values[line][i - from] = runner.line(line);
      }
    }
    return values;
  }
}
