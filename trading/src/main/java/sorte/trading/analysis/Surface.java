package sorte.trading.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import sorte.trading.backtest.Backtest;
import sorte.trading.market.Bars;

/// How the result hangs on the parameters: every point of a grid, and how sharp the peak of the
/// best one is. A peak that falls off one step away was fitted to this file's noise.
///
/// @param sharpes by point; NaN where returns do not differ
/// @param returnsPct by point
/// @param best the point with the highest Sharpe ratio
/// @param neighbours the points at most one step from it along each parameter
/// @param profitablePct which share of all points earned something
/// @param overfitting of choosing the best of them; nothing where the bars are too few
public record Surface(
    double[] sharpes,
    double[] returnsPct,
    int best,
    List<Integer> neighbours,
    double profitablePct,
    double variance,
    TrackRecord chosen,
    Overfitting overfitting) {

  /// @param blocks of the cross-validation
  public static Surface of(
      Deciding strategy,
      Backtest backtest,
      Bars bars,
      ParameterGrid grid,
      SortedMap<String, Double> fixed,
      int blocks) {
    if (grid.size() < 2) {
      throw new IllegalArgumentException("a surface needs two points or more");
    }
    if ((long) grid.size() * bars.size() > MOST_RETURNS) {
      throw new IllegalArgumentException(
          "%d points over %d bars are more than %d returns"
              .formatted(grid.size(), bars.size(), MOST_RETURNS));
    }
    double[][] returns = new double[grid.size()][];
    double[] sharpes = new double[grid.size()];
    double[] results = new double[grid.size()];
    new GridRuns(strategy, backtest, fixed)
        .over(
            grid,
            bars,
            (result, point) -> {
              returns[point] = result.equity().returns(1);
              sharpes[point] = result.sharpe();
              results[point] = result.returnPct();
            });
    int best = GridRuns.best(sharpes);
    long earned = Arrays.stream(results).filter(r -> r > 0).count();
    double[] ratios = Arrays.stream(returns).mapToDouble(Surface::ratio).toArray();
    return new Surface(
        sharpes,
        results,
        best,
        grid.neighbours(best),
        100.0 * earned / results.length,
        square(Moments.of(ratios).deviation()),
        record(returns[best]),
        Overfitting.of(returns, blocks));
  }

  /// Returns of all points held at once at most: 400 MB.
  static final long MOST_RETURNS = 50_000_000;

  private static final double CONFIDENCE = 0.95;

  private static double ratio(double[] returns) {
    return GridRuns.orZero(Moments.of(returns).sharpe());
  }

  private static TrackRecord record(double[] returns) {
    Moments moments = Moments.of(returns);
    return moments.deviation() == 0
        ? new TrackRecord(0, moments.count(), 0, 3)
        : TrackRecord.of(moments);
  }

  private static double square(double value) {
    return value * value;
  }

  /// The mean Sharpe ratio of the neighbours, one without a ratio counting as zero.
  public double neighbourMean() {
    return neighbours.stream().mapToDouble(n -> GridRuns.orZero(sharpes[n])).average().orElse(0);
  }

  /// The worst of the neighbours.
  public double neighbourWorst() {
    return neighbours.stream().mapToDouble(n -> GridRuns.orZero(sharpes[n])).min().orElse(0);
  }

  /// How much of the best ratio is lost one step away, in percent of it; NaN where the best is not
  /// above zero.
  public double lostNearbyPct() {
    double peak = GridRuns.orZero(sharpes[best]);
    return peak > 0 ? 100 * (peak - neighbourMean()) / peak : Double.NaN;
  }

  /// How many bars it takes to say with 95 % that the best's true ratio is above zero (minimum
  /// track record length); infinite where its ratio is not.
  public double barsNeeded() {
    return chosen.periodsNeeded(0, CONFIDENCE);
  }

  /// The years of bars on which luck alone lets the best of so many trials show the best's Sharpe
  /// ratio (minimum backtest length); infinite where its ratio is not above zero.
  public double yearsNeeded() {
    double peak = GridRuns.orZero(sharpes[best]);
    return peak > 0 ? Selection.yearsNeeded(sharpes.length, peak) : Double.POSITIVE_INFINITY;
  }

  /// The deflated Sharpe ratio of the best, all points counted as trials.
  public double deflated() {
    return chosen.deflated(variance, sharpes.length);
  }
}
