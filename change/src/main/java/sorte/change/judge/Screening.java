package sorte.change.judge;

import java.util.Optional;
import sorte.change.judge.Judgement.Fault;

/// Says whether pairs are measurements at all: numbered without holes, on ascending bars, finite,
/// possible, alive.
final class Screening {
  /// The same two returns, not zero, so many times running: the sender repeats itself.
  static final int FROZEN_RUN = 5;

  /// No bar multiplies an account by more than this.
  private static final double LARGEST_RETURN = 10;

  record Broken(Fault fault, String seen) {}

  private long nextNumber;
  private long lastBar = Long.MIN_VALUE;
  private double lastStable = Double.NaN;
  private double lastCandidate = Double.NaN;
  private int repeated;

  Optional<Broken> see(Pair pair) {
    if (pair.n() != nextNumber) {
      return broken(Fault.MISNUMBERED, "pair " + pair.n() + " where " + nextNumber + " was due");
    }
    if (pair.bar() <= lastBar) {
      return broken(
          Fault.MISNUMBERED,
          "pair " + pair.n() + " is of bar " + pair.bar() + " after bar " + lastBar);
    }
    if (!Double.isFinite(pair.stable()) || !Double.isFinite(pair.candidate())) {
      return broken(
          Fault.NOT_A_NUMBER,
          "pair " + pair.n() + " holds " + pair.stable() + " and " + pair.candidate());
    }
    if (impossible(pair.stable()) || impossible(pair.candidate())) {
      return broken(
          Fault.OUT_OF_RANGE,
          "pair " + pair.n() + " holds " + pair.stable() + " and " + pair.candidate());
    }
    if (frozen(pair)) {
      return broken(
          Fault.FROZEN, "pair " + pair.n() + " repeats the one before it " + FROZEN_RUN + " times");
    }
    nextNumber++;
    lastBar = pair.bar();
    return Optional.empty();
  }

  private boolean frozen(Pair pair) {
    boolean same = pair.stable() == lastStable && pair.candidate() == lastCandidate;
    boolean flat = pair.stable() == 0.0 && pair.candidate() == 0.0;
    repeated = same && !flat ? repeated + 1 : 0;
    lastStable = pair.stable();
    lastCandidate = pair.candidate();
    return repeated >= FROZEN_RUN;
  }

  private static boolean impossible(double value) {
    return value < -1.0 || value > LARGEST_RETURN;
  }

  private static Optional<Broken> broken(Fault fault, String seen) {
    return Optional.of(new Broken(fault, seen));
  }
}
