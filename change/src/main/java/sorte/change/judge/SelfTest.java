package sorte.change.judge;

/// Beside each rollout the judge is shown two pairs of twins made of the returns just recorded,
/// whose answer is known, and before each analysis it is asked about them:
/// - **known-bad**: the stable version against itself with its entries flipped, on a market in
///   which it earned on every bar (its returns without their sign, against their negation): must be
///   worse, and must not be promoted;
/// - **identical**: the stable version against itself: must be neither worse nor better; that it is
///   not worse may be seen.
///
/// On bars that the stable version did not hold, the candidate's returns serve.
final class SelfTest {
  /// Bars held, at least, for the known-bad twin to show.
  static final int HELD_BARS = 40;

  /// What came of it.
  sealed interface Outcome {}

  /// The judge told both.
  record Proved() implements Outcome {}

  /// Too little was held for a known-bad twin to show.
  record NotEnough(long held) implements Outcome {}

  /// The judge was wrong about a twin whose answer is known.
  record Failed(String seen) implements Outcome {}

  private final Returns bad;
  private final Returns same;
  private long held;

  SelfTest(Rules rules) {
    this.bad = Returns.ofIndependent(rules.margin());
    this.same = Returns.ofIndependent(rules.margin());
  }

  void see(Pair pair) {
    double size = Math.max(Math.abs(pair.stable()), Math.abs(pair.candidate()));
    held += size > 0 ? 1 : 0;
    bad.see(new Pair(pair.n(), pair.bar(), size, -size));
    same.see(new Pair(pair.n(), pair.bar(), pair.stable(), pair.stable()));
  }

  Outcome outcome() {
    if (same.differing() != 0 || same.abort() >= Rules.LINE || same.better() >= Rules.LINE) {
      return new Failed("a version equal to the stable one was told apart");
    }
    if (held < HELD_BARS) {
      return new NotEnough(held);
    }
    if (bad.abort() < 2 * Rules.LINE
        || bad.notWorse() >= Rules.LINE
        || bad.better() >= Rules.LINE) {
      return new Failed("a version known to be bad was not told: abort " + bad.abort());
    }
    return new Proved();
  }
}
