package sorte.guardian.proof;

import java.util.Arrays;
import sorte.guardian.child.BarColumns;
import sorte.guardian.child.DecideAnswer.Decided;
import sorte.guardian.child.Holding;
import sorte.trading.backtest.RecordedDecisions;
import sorte.trading.market.Bars;
import sorte.trading.money.HoldingTerms;

/// A child's decisions as the backtest takes them, read with all its distrust.
final class Recording {
  private Recording() {}

  static RecordedDecisions.Reading of(Decided decided) {
    int warming = Math.clamp(decided.firstDecisionBar(), 0, decided.bars());
    int[] signals = decided.signals().clone();
    double[] distances = decided.stopDistance().clone();
    Arrays.fill(signals, 0, warming, 0);
    Arrays.fill(distances, 0, warming, Double.NaN);
    try {
      HoldingTerms terms = terms(decided.holding());
      return RecordedDecisions.of(decided.firstDecisionBar(), terms, signals, distances);
    } catch (IllegalArgumentException e) {
      return new RecordedDecisions.Reading.Bad("terms", String.valueOf(e.getMessage()));
    }
  }

  private static HoldingTerms terms(Holding holding) {
    return new HoldingTerms(
        value(holding, Holding.INVESTED_FRACTION, 1),
        value(holding, Holding.INVESTED_MONEY, 0),
        value(holding, Holding.STOP_LOSS, 0),
        value(holding, Holding.STOP_LOSS_LINE, 0) == 1,
        value(holding, Holding.TAKE_PROFIT, 0),
        value(holding, Holding.TRAILING_STOP, 0),
        (int) value(holding, Holding.TIME_STOP, 0),
        (int) value(holding, Holding.COOLDOWN, 0),
        (int) value(holding, Holding.HOURS_FROM, -1),
        (int) value(holding, Holding.HOURS_TO, -1),
        value(holding, Holding.RENEWING, 0) == 1,
        value(holding, Holding.TARGET_BY_STOP, 0),
        value(holding, Holding.RISK, 0),
        value(holding, Holding.TRAILING_BY_STOP, 0),
        value(holding, Holding.WITHOUT_REVERSING, 0) == 1);
  }

  private static double value(Holding holding, String name, double otherwise) {
    double value = holding.terms().getOrDefault(name, Double.NaN);
    return Double.isNaN(value) ? otherwise : value;
  }

  static BarColumns columns(Bars bars) {
    int n = bars.size();
    BarColumns columns = BarColumns.room(bars.length().millis(), n);
    for (int i = 0; i < n; i++) {
      columns.time()[i] = bars.time(i);
      columns.open()[i] = bars.open(i);
      columns.high()[i] = bars.high(i);
      columns.low()[i] = bars.low(i);
      columns.close()[i] = bars.close(i);
      columns.volume()[i] = bars.volume(i);
    }
    return columns;
  }
}
