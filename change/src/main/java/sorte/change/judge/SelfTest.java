package sorte.change.judge;

import java.util.List;
import java.util.Optional;

/// Before each verdict the judge is shown two pairs of twins made of the returns just recorded,
/// whose answer is known:
/// - **known-bad**: the stable version against itself with its entries flipped, on a market in
///   which it earned on every bar (its returns without their sign, against their negation): must be
///   worse, and must not be promoted;
/// - **identical**: the stable version against itself: must be nothing at all.
///
/// Where the stable version held too little for that, the candidate's returns serve; where neither
/// did, there is nothing to prove a judge on, and no verdict.
final class SelfTest {
  /// Bars held, at least, for the known-bad twin to show.
  static final int HELD_BARS = 20;

  private SelfTest() {}

  /// What failed, or empty where the judge told both.
  static Optional<String> of(Rules rules, List<Pair> recorded) {
    Returns bad = new Returns(rules.margin());
    Returns same = new Returns(rules.margin());
    long held = 0;
    for (Pair pair : recorded) {
      double size = Math.max(Math.abs(pair.stable()), Math.abs(pair.candidate()));
      held += size > 0 ? 1 : 0;
      bad.see(new Pair(pair.n(), pair.bar(), size, -size));
      same.see(new Pair(pair.n(), pair.bar(), pair.stable(), pair.stable()));
    }
    if (held < HELD_BARS) {
      return held == 0 && recorded.size() >= Rules.IDENTICAL_PAIRS
          ? Optional.empty()
          : Optional.of(
              "only " + held + " bars held: " + HELD_BARS + " are needed to prove the judge");
    }
    if (bad.abort() < 2 * Rules.LINE
        || bad.notWorse() >= Rules.LINE
        || bad.better() >= Rules.LINE) {
      return Optional.of("a version known to be bad was not told: abort " + bad.abort());
    }
    if (same.differing() != 0
        || same.abort() >= Rules.LINE
        || same.notWorse() >= Rules.LINE
        || same.better() >= Rules.LINE) {
      return Optional.of("a version equal to the stable one was told apart");
    }
    return Optional.empty();
  }
}
