package sorte.change.judge;

import java.util.Arrays;

/// The wager that the candidate is worse: each bet on a score of the difference that is odd and
/// bounded, so that it is quick under heavy tails. The larger a bet, the sooner its score is at its
/// bound: a large harm shows in the signs of the differences, a small one in their sizes as well.
final class HarmBets {
  private static final double[] SIZES = {0.3, 0.45, 0.6, 0.75, 0.9};

  /// Where each one's score reaches its bound, in deviations of a difference.
  private static final double[] WIDTHS = {1.0, 1.0, 0.8, 0.6, 0.5};

  /// The score of the first difference, which has no scale yet: its sign is odd and bounded too.
  private static final double FIRST = 0.6;

  private final double[] capital = new double[SIZES.length];

  HarmBets() {
    Arrays.fill(capital, 1.0);
  }

  /// @param spread the deviation of a difference, known before this one; 0 where it is not
  void see(double difference, double spread) {
    for (int i = 0; i < SIZES.length; i++) {
      double score =
          spread > 0
              ? Odd.bounded(difference, WIDTHS[i] * spread)
              : FIRST * Math.signum(difference);
      capital[i] = Wager.after(capital[i], SIZES[i], -score);
    }
  }

  double evidence() {
    double sum = 0;
    for (double c : capital) {
      sum += c;
    }
    return sum / capital.length;
  }
}
