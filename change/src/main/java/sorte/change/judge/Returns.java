package sorte.change.judge;

/// The wagers on the twins' returns. Where the versions' returns differ, a pair counts in every
/// wager. Where both held the same, it counts as a difference of zero in one of the two wagers on
/// "not worse" ([HeldBars]): it does show that the change does no harm on such bars. Bars on which
/// both were flat prove nothing about the change, and long stretches of them never promote it.
///
/// The scale, the margin and the block length of a pair are fixed before it is seen.
final class Returns {
  /// Below this share of sigma a difference is rounding (lots, ticks): a tie.
  static final double TIE = 0.01;

  /// Differences that only set the scale, before any bet.
  static final int WARM_DIFFERENCES = 2;

  /// Bars the stable version must have held before the margin, a share of its sigma, is known well
  /// enough to bet on.
  static final int WARM_SIGMA = 20;

  private static final double[] ABORT_BETS = {0.2, 0.4, 0.6, 0.8, 0.95};
  private static final double[] PROMOTION_BETS = {0.05, 0.15, 0.25, 0.35, 0.45};

  private final double margin;
  private final boolean watched;
  private final Wager abort = new Wager(ABORT_BETS);
  private final Wager notWorse = new Wager(PROMOTION_BETS);
  private final Wager better = new Wager(PROMOTION_BETS);
  private final HeldBars held = new HeldBars();
  private final Scale sigma = new Scale();
  private final Scale spread = new Scale();
  private final Dependence dependence = new Dependence();
  private long differing;
  private int length = 1;
  private int inBlock;
  private double blockSum;
  private double blockMargin;
  private double blockScale;
  private double blockSpread;
  private boolean blockBets;
  private boolean blockKnowsMargin;

  Returns(double margin) {
    this(margin, true);
  }

  /// @param watched whether dependence between differences makes blocks
  Returns(double margin, boolean watched) {
    this.margin = margin;
    this.watched = watched;
  }

  void see(Pair pair) {
    double d = pair.difference();
    if (differs(d)) {
      differing++;
      bet(d);
    }
    if ((pair.stable() != 0.0 || pair.candidate() != 0.0) && sigma.seen() >= WARM_SIGMA) {
      int block = watched ? dependence.blockLength() : 1;
      held.see(differs(d) ? d : 0.0, margin, sigma.value(), block);
    }
    sigma.see(pair.stable());
  }

  private boolean differs(double d) {
    double yardstick = Math.max(sigma.value(), spread.value());
    return Math.abs(d) > Math.max(TIE * yardstick, 1e-12);
  }

  private void bet(double d) {
    if (inBlock == 0) {
      open();
    }
    if (length == Dependence.UNMEASURABLE) {
      learn(d);
      return;
    }
    blockSum += d;
    inBlock++;
    learn(d);
    if (inBlock == length) {
      close();
    }
  }

  private void open() {
    length = watched ? dependence.blockLength() : 1;
    blockSum = 0;
    blockSpread = spread.value() * StrictMath.sqrt(length);
    blockScale = Math.max(sigma.value(), spread.value()) * StrictMath.sqrt(length);
    blockMargin = margin * sigma.value() * length;
    blockBets = spread.seen() >= WARM_DIFFERENCES;
    blockKnowsMargin = blockBets && sigma.seen() >= WARM_SIGMA;
  }

  private void learn(double d) {
    if (spread.seen() > 0) {
      dependence.see(Odd.bounded(d, 2 * spread.value()));
    }
    spread.see(d);
  }

  private void close() {
    inBlock = 0;
    if (blockBets) {
      abort.see(-Odd.bounded(blockSum, ABORT_WIDTH * blockSpread));
    }
    if (blockKnowsMargin) {
      notWorse.see(Odd.cappedGain(blockSum + blockMargin, blockScale));
      better.see(Odd.cappedGain(blockSum, blockScale));
    }
  }

  private static final double ABORT_WIDTH = 1.25;

  long differing() {
    return differing;
  }

  double abort() {
    return abort.evidence();
  }

  double notWorse() {
    return 0.5 * notWorse.evidence() + 0.5 * held.evidence();
  }

  double better() {
    return better.evidence();
  }

  double sigma() {
    return sigma.value();
  }

  double autocorrelation() {
    return dependence.autocorrelation();
  }

  int block() {
    return length;
  }
}
