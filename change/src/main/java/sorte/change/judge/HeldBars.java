package sorte.change.judge;

/// The wager on "not worse" that also counts bars on which both versions held the same: there the
/// difference is zero, which is above minus the margin. What most wished changes need: they decide
/// alike nearly always, and differ on a handful of bars.
///
/// It tests the mean over held bars. A loss counts in full up to [#DEEPEST] deviations and the bets
/// are small enough that the capital never reaches zero, so many small gains cannot hide a rare
/// large loss; what lies beyond that is for the loss budget.
final class HeldBars {
  /// The largest loss on a bar that is told from a larger one, in deviations of a bar.
  static final double DEEPEST = 4.0;

  private static final double HIGHEST = 3.0;
  private static final double[] BETS = {0.12, 0.24};

  private final Wager wager = new Wager(BETS);
  private int length = 1;
  private int inBlock;
  private double sum;

  /// @param difference of a bar that at least one version held
  /// @param margin in deviations of a bar
  /// @param sigma a bar's deviation, known before the bar
  /// @param block bars to take together from the next block on; 0 where nothing can be measured
  void see(double difference, double margin, double sigma, int block) {
    if (inBlock == 0) {
      length = block;
      sum = 0;
    }
    if (length == Dependence.UNMEASURABLE) {
      return;
    }
    sum += Math.clamp(difference / sigma, -DEEPEST, HIGHEST) + margin;
    inBlock++;
    if (inBlock == length) {
      inBlock = 0;
      wager.see(Math.max(sum / StrictMath.sqrt(length), -DEEPEST));
    }
  }

  double evidence() {
    return wager.evidence();
  }
}
