package sorte.change.judge;

/// What the owner may set about the judge, and nothing more.
///
/// @param margin how much worse, in standard deviations of one version's bar, still counts as "not
///   worse"
/// @param ownCandidates Sorte's own candidates that reached shadow within 90 days, this one
///   included: they raise the line of [Judgement.Better], so that trying often does not make luck
///   look like skill
/// @param horizonPairs pairs after which "cannot tell" is the answer
/// @param sameOnRecord the two versions decided alike on all recorded markets (a refactoring)
public record Rules(double margin, int ownCandidates, int horizonPairs, boolean sameOnRecord) {
  public static final double DEFAULT_MARGIN = 0.25;
  public static final int DEFAULT_HORIZON_PAIRS = 2_000;

  /// The shortest horizon, in pairs.
  public static final int SHORTEST_HORIZON = 50;

  /// The line of every claim: a chance of at most 1 % to be crossed while its null holds.
  public static final double LINE = 100;

  /// Above this evidence of being worse nothing is promoted and no share grows, whatever speaks for
  /// it.
  public static final double AGAINST = 2;

  /// What once looked worse with more than this evidence is not promoted on statistics any more,
  /// whatever came after: luck may turn, and the owner is asked. Of versions that are not worse, at
  /// most one in ten ever gets there (Ville's inequality).
  static final double ONCE_AGAINST = 10;

  /// Live pairs without one differing decision before a refactoring counts as identical.
  public static final int IDENTICAL_PAIRS = 1_000;

  private static final double DAY_MILLIS = 86_400_000.0;
  private static final double SMALLEST_MARGIN = 0.01;
  private static final double LARGEST_MARGIN = 2;

  public Rules {
    if (!(margin >= SMALLEST_MARGIN && margin <= LARGEST_MARGIN)) {
      throw new IllegalArgumentException(
          "judge margin must be within 0.01 and 2 standard deviations, was " + margin);
    }
    if (ownCandidates < 1) {
      throw new IllegalArgumentException(
          "own candidates counts this one too, was " + ownCandidates);
    }
    if (horizonPairs < SHORTEST_HORIZON) {
      throw new IllegalArgumentException(
          "the horizon must be at least " + SHORTEST_HORIZON + " pairs, was " + horizonPairs);
    }
  }

  /// The margin of one pair, out of the owner's: deviations of a day that a day may be worse by. A
  /// mean adds up with the number of bars, a deviation with its root, so the same margin holds for
  /// any length of bar.
  public static double marginOfPair(double daily, long barMillis) {
    double barsADay = Math.max(1.0, DAY_MILLIS / barMillis);
    return Math.clamp(daily / Math.sqrt(barsADay), SMALLEST_MARGIN, LARGEST_MARGIN);
  }

  public static Rules standard() {
    return new Rules(DEFAULT_MARGIN, 1, DEFAULT_HORIZON_PAIRS, false);
  }

  public double betterLine() {
    return LINE * ownCandidates;
  }
}
