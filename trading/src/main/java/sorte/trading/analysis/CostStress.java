package sorte.trading.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.market.Bars;
import sorte.trading.money.Costs;

/// What is left when trading costs more than was believed.
///
/// @param rows by factor on fee, spread and slippage
/// @param breakEvenFee the fee a side, spread and slippage as given, at which the account ends
///   where it started; 0 where even no fee does not help, NaN where the highest tried still earns
public record CostStress(List<Row> rows, double breakEvenFee) {
  static final double[] FACTORS = {1, 2, 3, 5};

  /// The highest fee tried.
  static final double HIGHEST_FEE = 0.5;

  private static final double HIGHEST_COST = 0.999;
  private static final int HALVINGS = 40;

  /// One run.
  public record Row(double factor, Costs costs, double returnPct, double sharpe, long feesPaid) {}

  public static CostStress of(
      Deciding strategy, Backtest backtest, Bars bars, SortedMap<String, Double> settings) {
    List<Row> rows = new ArrayList<>();
    Stressed stressed = new Stressed(strategy, backtest, bars, settings);
    for (double factor : FACTORS) {
      Costs costs = times(backtest.costs(), factor);
      BacktestResult result = stressed.run(costs);
      rows.add(new Row(factor, costs, result.returnPct(), result.sharpe(), result.feesPaid()));
    }
    return new CostStress(List.copyOf(rows), breakEven(stressed, backtest.costs()));
  }

  private record Stressed(
      Deciding strategy, Backtest backtest, Bars bars, SortedMap<String, Double> settings) {
    BacktestResult run(Costs costs) {
      Backtest dearer =
          new Backtest(
              costs, backtest.fill(), backtest.cash(), backtest.instrument(), backtest.zone());
      return dearer.run("", bars, strategy.decide(bars, settings));
    }

    boolean earns(Costs costs) {
      return run(costs).finalEquity() > backtest.cash();
    }
  }

  private static double breakEven(Stressed stressed, Costs costs) {
    double low = 0;
    double high = HIGHEST_FEE;
    if (!stressed.earns(new Costs(low, costs.spread(), costs.slippage()))) {
      return 0;
    }
    if (stressed.earns(new Costs(high, costs.spread(), costs.slippage()))) {
      return Double.NaN;
    }
    for (int i = 0; i < HALVINGS && high - low > 1e-9; i++) {
      double middle = (low + high) / 2;
      if (stressed.earns(new Costs(middle, costs.spread(), costs.slippage()))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Costs times(Costs costs, double factor) {
    return new Costs(
        Math.min(HIGHEST_COST, factor * costs.fee()),
        Math.min(HIGHEST_COST, factor * costs.spread()),
        Math.min(HIGHEST_COST, factor * costs.slippage()));
  }
}
