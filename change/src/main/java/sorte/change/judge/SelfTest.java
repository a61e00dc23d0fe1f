package sorte.change.judge;

import java.util.List;

/// Before each verdict the judge is shown two pairs of twins made of the returns just recorded,
/// whose answer is known:
/// - **known-bad**: the stable version against itself with its entries flipped, on a market in
///   which it earned on every bar (its returns without their sign, against their negation): must be
///   worse, and must not be promoted;
/// - **identical**: the stable version against itself: must be neither worse nor better; that it is
///   not worse may be seen.
///
/// On bars that the stable version did not hold, the candidate's returns serve.
sealed interface SelfTest {
  /// Bars held, at least, for the known-bad twin to show.
  int HELD_BARS = 40;

  /// The judge told both.
  record Proved() implements SelfTest {}

  /// Too little was held for a known-bad twin to show.
  record NotEnough(long held) implements SelfTest {}

  /// The judge was wrong about a twin whose answer is known.
  record Failed(String seen) implements SelfTest {}

  static SelfTest of(Rules rules, List<Pair> recorded) {
    Returns bad = new Returns(rules.margin(), false);
    Returns same = new Returns(rules.margin(), false);
    long held = 0;
    for (Pair pair : recorded) {
      double size = Math.max(Math.abs(pair.stable()), Math.abs(pair.candidate()));
      held += size > 0 ? 1 : 0;
      bad.see(new Pair(pair.n(), pair.bar(), size, -size));
      same.see(new Pair(pair.n(), pair.bar(), pair.stable(), pair.stable()));
    }
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
