package sorte.change.judge;

/// The wager that the candidate is worse in one other metric, in blocks (these metrics depend on
/// their own past). Without measurements it stays at 1. A measurement that is no number is none.
final class BlockMetric {
  /// Blocks that only set the scale.
  private static final int WARM = 3;

  private final Wager wager = new Wager(0.15, 0.3, 0.45, 0.6, 0.8);
  private final Scale spread = new Scale();

  void see(double stable, double candidate) {
    double d = candidate - stable;
    if (!Double.isFinite(d) || d == 0.0) {
      return;
    }
    if (spread.seen() >= WARM) {
      wager.see(Odd.bounded(d, 1.5 * spread.value()));
    }
    spread.see(d);
  }

  double evidence() {
    return wager.evidence();
  }
}
