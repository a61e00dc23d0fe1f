package sorte.change.judge;

/// The wagers on sums of so many differences, one after the other. Of differences that depend on
/// those before them, long sums hardly do: what holds in blocks holds in spite of dependence.
///
/// The scale, the margin and the bets of a block are fixed before it begins.
final class Blocks {
  /// Sums that only set the scale of promotions, before any bet.
  private static final int WARM = 2;

  private static final double[] BETTER_BETS = {0.05, 0.15, 0.25, 0.35, 0.45};

  private final int length;
  private final double root;
  private final HarmBets abort = new HarmBets();
  private final Wager better = new Wager(BETTER_BETS);
  private final EqualBets notWorse = new EqualBets(EqualBets.LARGEST_UNBOUNDED);
  private final Scale spread = new Scale();
  private int inBlock;
  private double sum;
  private double before;
  private double scale;
  private double margin;
  private boolean promotes;

  Blocks(int length) {
    this.length = length;
    this.root = StrictMath.sqrt(length);
  }

  /// @param d a difference
  /// @param marginOfOne how much worse one of them may be
  /// @param sigma the deviation of the stable version's bar
  /// @param known whether sigma is known well enough to bet on a share of it
  void see(double d, double marginOfOne, double sigma, boolean known) {
    if (inBlock == 0) {
      sum = 0;
      before = spread.value();
      scale = Math.max(sigma * root, before);
      margin = marginOfOne * length;
      promotes = known && spread.seen() >= WARM;
    }
    sum += d;
    inBlock++;
    if (inBlock == length) {
      inBlock = 0;
      close();
    }
  }

  private void close() {
    abort.see(sum, before);
    if (promotes) {
      notWorse.see(sum / scale, margin / scale);
      better.see(Odd.cappedGain(sum, scale));
    }
    spread.see(sum);
  }

  double abort() {
    return abort.evidence();
  }

  double notWorse() {
    return notWorse.evidence();
  }

  double better() {
    return better.evidence();
  }

  double spread() {
    return spread.value();
  }
}
