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

  /// Times [#DEEPEST] it stays below 1.
  private static final double LARGEST_BET = 0.24;

  private final EqualBets wager = new EqualBets(LARGEST_BET);
  private final int length;
  private final double root;
  private int inBlock;
  private double sum;

  /// @param length bars taken together
  HeldBars(int length) {
    this.length = length;
    this.root = StrictMath.sqrt(length);
  }

  /// @param difference of a bar that at least one version held, in deviations of a bar, known
  ///   before it
  /// @param margin in the same
  void see(double difference, double margin) {
    sum += Math.clamp(difference, -DEEPEST, Odd.HIGHEST);
    inBlock++;
    if (inBlock == length) {
      wager.see(Math.max(sum / root, -DEEPEST), margin * root);
      inBlock = 0;
      sum = 0;
    }
  }

  double evidence() {
    return wager.evidence();
  }
}
