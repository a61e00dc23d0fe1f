package sorte.trading.analysis;

import java.util.Arrays;
import java.util.List;

/// The probability of backtest overfitting by combinatorially symmetric cross-validation (Bailey,
/// Borwein, Lopez de Prado, Zhu 2017): how often the trial that was best on one half of the blocks
/// is below the middle on the other.
///
/// The metric is mean over deviation (of a sample), 0 where returns do not differ. The relative
/// rank is rank / (trials + 1), equal values sharing the mean of their ranks; of equal bests the
/// first counts. Rows that do not fill the blocks evenly are left out at the start.
///
/// @param combinations how many halves there are
/// @param overfit in how many of them the logit is 0 or below
/// @param meanLogit of the relative rank outside, over all combinations
/// @param lossShare in which share of them the chosen trial lost money outside
public record Overfitting(int combinations, int overfit, double meanLogit, double lossShare) {

  /// Blocks at most: 184,756 combinations.
  public static final int MOST_BLOCKS = 20;

  /// The probability of backtest overfitting.
  public double probability() {
    return (double) overfit / combinations;
  }

  /// @param returns by trial, then by period; all as long
  /// @param blocks even, 2 to 20
  public static Overfitting of(double[][] returns, int blocks) {
    if (returns.length < 2) {
      throw new IllegalArgumentException("two trials or more are compared, not " + returns.length);
    }
    if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
      throw new IllegalArgumentException("blocks must be even, 2 to 20, were " + blocks);
    }
    if (returns[0].length < 2 * blocks) {
      throw new IllegalArgumentException(
          "%d blocks need %d returns or more, there were %d"
              .formatted(blocks, 2 * blocks, returns[0].length));
    }
    BlockSums[] trials =
        Arrays.stream(returns).map(r -> BlockSums.of(r, blocks)).toArray(BlockSums[]::new);
    return over(trials, blocks);
  }

  /// The same of trials whose returns were summed before, all over the same periods in as many
  /// blocks.
  public static Overfitting of(List<BlockSums> trials) {
    if (trials.size() < 2) {
      throw new IllegalArgumentException("two trials or more are compared, not " + trials.size());
    }
    int blocks = trials.getFirst().sums().size();
    if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
      throw new IllegalArgumentException("blocks must be even, 2 to 20, were " + blocks);
    }
    for (BlockSums trial : trials) {
      if (trial.sums().size() != blocks || trial.length() != trials.getFirst().length()) {
        throw new IllegalArgumentException("trials are compared over the same blocks");
      }
    }
    return over(trials.toArray(BlockSums[]::new), blocks);
  }

  private static Overfitting over(BlockSums[] trials, int blocks) {
    int combinations = 0;
    int overfit = 0;
    int lost = 0;
    double logits = 0;
    int all = (1 << blocks) - 1;
    for (int inside = 0; inside <= all; inside++) {
      if (Integer.bitCount(inside) != blocks / 2) {
        continue;
      }
      int outside = all ^ inside;
      int best = best(trials, inside);
      double relative = rank(trials, best, outside) / (trials.length + 1);
      double logit = StrictMath.log(relative / (1 - relative));
      combinations++;
      overfit += logit <= 0 ? 1 : 0;
      lost += trials[best].mean(outside) < 0 ? 1 : 0;
      logits += logit;
    }
    return new Overfitting(
        combinations, overfit, logits / combinations, (double) lost / combinations);
  }

  private static int best(BlockSums[] trials, int inside) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < trials.length; i++) {
      double metric = trials[i].metric(inside);
      if (metric > highest) {
        highest = metric;
        best = i;
      }
    }
    return best;
  }

  private static double rank(BlockSums[] trials, int chosen, int outside) {
    double metric = trials[chosen].metric(outside);
    int below = 0;
    int equal = 0;
    for (BlockSums trial : trials) {
      double other = trial.metric(outside);
      below += other < metric ? 1 : 0;
      equal += other == metric ? 1 : 0;
    }
    return below + (equal + 1) / 2.0;
  }
}
