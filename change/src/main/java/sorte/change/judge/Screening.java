package sorte.change.judge;

import java.util.Optional;
import sorte.change.judge.Judgement.Fault;

/// Says whether pairs are measurements at all: numbered without holes, of one bar after the other,
/// finite, possible, alive, and true to what the versions decided.
final class Screening {
  /// So many returns of one version, not zero, that are the one before over again: the sender
  /// repeats itself. Money moves by steps of a price over an equity that moved with the last step,
  /// so that two bars running hardly ever return the same to the last bit.
  static final int MOST_REPEATS = 5;

  /// So many bars on which the versions agreed, before and after, and yet one of them alone
  /// returned exactly nothing: its meter is dead.
  static final int MOST_UNMOVED = 3;

  /// No bar multiplies an account by more than this.
  private static final double LARGEST_RETURN = 10;

  record Broken(Fault fault, String seen) {}

  private long nextNumber;
  private long lastBar = -1;
  private double lastStable = Double.NaN;
  private double lastCandidate = Double.NaN;
  private boolean lastDiffered = true;
  private int repeatsOfStable;
  private int repeatsOfCandidate;
  private int unmoved;

  Optional<Broken> see(Pair pair) {
    if (pair.n() != nextNumber) {
      return broken(Fault.MISNUMBERED, "pair " + pair.n() + " where " + nextNumber + " was due");
    }
    if (pair.bar() < 0 || (nextNumber > 0 && pair.bar() != lastBar + 1)) {
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
    repeatsOfStable += repeats(pair.stable(), lastStable);
    repeatsOfCandidate += repeats(pair.candidate(), lastCandidate);
    if (Math.max(repeatsOfStable, repeatsOfCandidate) >= MOST_REPEATS) {
      return broken(
          Fault.FROZEN,
          "pair " + pair.n() + " repeats a return of the one before it, as others did");
    }
    unmoved += unmoved(pair) ? 1 : 0;
    if (unmoved >= MOST_UNMOVED) {
      return broken(
          Fault.FROZEN,
          "pair "
              + pair.n()
              + ": the versions held the same, and only one of them moved, as on bars before");
    }
    nextNumber++;
    lastBar = pair.bar();
    lastStable = pair.stable();
    lastCandidate = pair.candidate();
    lastDiffered = pair.differs();
    return Optional.empty();
  }

  private static int repeats(double value, double last) {
    return value == last && value != 0.0 ? 1 : 0;
  }

  private boolean unmoved(Pair pair) {
    boolean agreed = !lastDiffered && !pair.differs();
    return agreed && (pair.stable() == 0.0) != (pair.candidate() == 0.0);
  }

  private static boolean impossible(double value) {
    return value < -1.0 || value > LARGEST_RETURN;
  }

  private static Optional<Broken> broken(Fault fault, String seen) {
    return Optional.of(new Broken(fault, seen));
  }
}
