package sorte.change.judge;

import java.util.function.ToDoubleFunction;

/// The wagers on the twins' returns. Where the versions' returns differ, a pair counts in every
/// wager. Where both held the same, it counts as a difference of zero in one of the two wagers on
/// "not worse" ([HeldBars]): it does show that the change does no harm on such bars. Bars on which
/// both were flat prove nothing about the change, and long stretches of them never promote it.
///
/// Every claim is bet on difference by difference, and in blocks of several lengths beside that,
/// all from the first pair on. Evidence is the least of those that [Dependence] calls for at the
/// look: what was won on single differences counts for nothing once they are seen to depend on each
/// other. The least of some e-values is never above the first of them, so the promise holds
/// whatever is called for, and whenever.
final class Returns {
  /// Below this share of sigma a difference is rounding (lots, ticks): a tie.
  static final double TIE = 0.01;

  /// Bars the stable version must have held before the margin, a share of its sigma, is known well
  /// enough to bet on.
  static final int WARM_SIGMA = 12;

  /// Differences before a version is called worse on its returns: a run of losses that long comes
  /// by dependence alone too seldom to mislead.
  static final int FEWEST = 19;

  private final double margin;
  private final Lane[] lanes;
  private final Sigma sigma = new Sigma();
  private final Dependence dependence = new Dependence();
  private long differing;

  /// The wagers in blocks of one length.
  private record Lane(Blocks blocks, HeldBars held) {
    Lane(int length) {
      this(new Blocks(length), new HeldBars(length));
    }

    double notWorse() {
      return 0.5 * blocks.notWorse() + 0.5 * held.evidence();
    }
  }

  private Returns(double margin, int lanes) {
    this.margin = margin;
    this.lanes = new Lane[lanes];
    for (int i = 0; i < lanes; i++) {
      this.lanes[i] = new Lane(Dependence.LENGTHS[i]);
    }
  }

  /// Of twins whose differences may depend on each other.
  static Returns watched(double margin) {
    return new Returns(margin, Dependence.LENGTHS.length);
  }

  /// Of twins made for a test.
  static Returns ofIndependent(double margin) {
    return new Returns(margin, 1);
  }

  void see(Pair pair) {
    double d = pair.difference();
    boolean differs = differs(d);
    boolean known = sigma.seen() >= WARM_SIGMA;
    if (differs) {
      differing++;
      dependence.see(d);
      for (Lane lane : lanes) {
        lane.blocks.see(d, margin * sigma.value(), sigma.value(), known);
      }
    }
    if (known && (pair.stable() != 0.0 || pair.candidate() != 0.0)) {
      for (Lane lane : lanes) {
        lane.held.see(differs ? d / sigma.value() : 0.0, margin);
      }
    }
    sigma.see(pair.stable());
  }

  private boolean differs(double d) {
    double yardstick = Math.max(sigma.value(), spread());
    return Math.abs(d) > Math.max(TIE * yardstick, 1e-12);
  }

  private double spread() {
    return lanes[0].blocks.spread();
  }

  private double least(int called, ToDoubleFunction<Lane> evidence) {
    double least = evidence.applyAsDouble(lanes[0]);
    for (int i = 1; i < Math.min(lanes.length, called); i++) {
      least = Math.min(least, evidence.applyAsDouble(lanes[i]));
    }
    return least;
  }

  long differing() {
    return differing;
  }

  /// Says nothing (1, or what is less) before there is enough to see dependence in, and where
  /// nothing is measurable.
  double abort() {
    double least = least(dependence.lengths(), lane -> lane.blocks.abort());
    return dependence.seen() >= FEWEST && dependence.measurable() ? least : Math.min(1, least);
  }

  double notWorse() {
    return least(dependence.lengthsForNotWorse(), Lane::notWorse);
  }

  double better() {
    return least(dependence.lengthsForBetter(), lane -> lane.blocks.better());
  }

  double sigma() {
    return sigma.value();
  }

  double autocorrelation() {
    return dependence.autocorrelation();
  }

  /// Differences taken together in the longest blocks called for; [Dependence#UNMEASURABLE] where
  /// no block tried would do.
  int block() {
    return dependence.measurable()
        ? Dependence.LENGTHS[dependence.lengths() - 1]
        : Dependence.UNMEASURABLE;
  }
}
