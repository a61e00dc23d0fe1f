package sorte.trading.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;

/// Parameters chosen on the past, tried on what came after, again and again; what came after is
/// joined into one account.
///
/// Indicators are fed from the start of the part that was chosen on, so that they are warm; the
/// first decision that counts is that of the first bar outside. A trade that is open at the end of
/// a part is marked at its last close and not carried on, without an exit fee.
///
/// @param folds in order of time
/// @param startEquity in 1e-8
/// @param equity in 1e-8, at the close of each bar outside, all folds joined
public record WalkForward(List<Fold> folds, long startEquity, long[] equity) {

  /// Folds at most.
  public static final int MOST_FOLDS = 200;

  /// One choice and what came of it.
  ///
  /// @param from the first bar that was chosen on
  /// @param cut the first bar outside
  /// @param to the first bar behind
  /// @param settings the choice
  /// @param inSharpe of the choice on the bars it was made on; NaN where returns do not differ
  /// @param outSharpe of the choice outside
  public record Fold(
      int from,
      int cut,
      int to,
      SortedMap<String, Double> settings,
      double inSharpe,
      double outSharpe,
      double inReturnPct,
      double outReturnPct) {}

  /// How bars are parted.
  ///
  /// @param folds how often a choice is made
  /// @param ratio how many times longer than the part outside is the part that is first chosen on
  /// @param anchored whether it always starts at bar 0; else it rolls on
  public record Plan(int folds, int ratio, boolean anchored) {
    public Plan {
      if (folds < 1 || folds > MOST_FOLDS || ratio < 1 || ratio > MOST_FOLDS) {
        throw new IllegalArgumentException(
            "folds and ratio must be 1 to %d, were %d and %d".formatted(MOST_FOLDS, folds, ratio));
      }
    }
  }

  public static WalkForward of(
      Deciding strategy,
      Backtest backtest,
      Bars bars,
      ParameterGrid grid,
      SortedMap<String, Double> fixed,
      Plan plan) {
    int outside = bars.size() / (plan.folds() + plan.ratio());
    if (outside < 2) {
      throw new IllegalArgumentException(
          "%d bars are too few for %d folds and a ratio of %d"
              .formatted(bars.size(), plan.folds(), plan.ratio()));
    }
    int first = bars.size() - outside * plan.folds();
    List<Fold> folds = new ArrayList<>();
    long[] joined = new long[outside * plan.folds()];
    long cash = backtest.cash();
    for (int i = 0; i < plan.folds() && cash > 0; i++) {
      int cut = first + i * outside;
      int from = plan.anchored() ? 0 : cut - outside * plan.ratio();
      Choice choice = choice(new GridRuns(strategy, backtest, fixed), grid, bars.slice(from, cut));
      SortedMap<String, Double> settings = grid.point(choice.point(), fixed);
      Bars fed = bars.slice(from, cut + outside);
      Decisions decisions = new Later(strategy.decide(fed, settings), cut - from);
      BacktestResult after = with(backtest, cash).run("", fed, decisions);
      for (int bar = 0; bar < outside; bar++) {
        joined[i * outside + bar] = after.equity().at(cut - from + bar);
      }
      cash = after.finalEquity();
      folds.add(
          new Fold(
              from,
              cut,
              cut + outside,
              settings,
              choice.sharpe(),
              after.sharpe(),
              choice.returnPct(),
              after.returnPct()));
    }
    return new WalkForward(List.copyOf(folds), backtest.cash(), joined);
  }

  private record Choice(int point, double sharpe, double returnPct) {}

  private static Choice choice(GridRuns runs, ParameterGrid grid, Bars inside) {
    double[] sharpes = new double[grid.size()];
    double[] returns = new double[grid.size()];
    runs.over(
        grid,
        inside,
        (result, point) -> {
          sharpes[point] = result.sharpe();
          returns[point] = result.returnPct();
        });
    int best = GridRuns.best(sharpes);
    return new Choice(best, sharpes[best], returns[best]);
  }

  private static Backtest with(Backtest backtest, long cash) {
    return new Backtest(
        backtest.costs(), backtest.fill(), cash, backtest.instrument(), backtest.zone());
  }

  public double returnPct() {
    return 100 * ((double) equity[equity.length - 1] / startEquity - 1);
  }

  public double meanInSharpe() {
    return folds.stream().mapToDouble(f -> GridRuns.orZero(f.inSharpe())).average().orElse(0);
  }

  public double meanOutSharpe() {
    return folds.stream().mapToDouble(f -> GridRuns.orZero(f.outSharpe())).average().orElse(0);
  }

  /// Which share of the Sharpe ratio survived the choice, in percent; NaN where there was none.
  public double keptPct() {
    double in = meanInSharpe();
    return in > 0 ? 100 * meanOutSharpe() / in : Double.NaN;
  }
}
