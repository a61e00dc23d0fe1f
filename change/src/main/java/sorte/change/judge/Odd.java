package sorte.change.judge;

/// The two scores. Both are predictable functions of one difference and a scale known before it.
final class Odd {
  private Odd() {}

  /// Odd and bounded by 1: of a difference that is symmetric around zero or above, the mean is not
  /// below zero.
  static double bounded(double difference, double scale) {
    return Math.clamp(difference / scale, -1.0, 1.0);
  }

  /// Bounded above only. Cutting gains lowers a mean and never raises it, so no rare, large loss
  /// hides behind many small gains: what is tested is the mean itself.
  static double cappedGain(double difference, double scale) {
    return Math.min(difference / scale, HIGHEST);
  }

  /// In scales.
  static final double HIGHEST = 3.0;
}
