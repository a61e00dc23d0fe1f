package sorte.trading.market;

/// What the built-in market is doing for a while: going up, going down, or staying around a level.
/// Trends last long enough that a moving average can see them; they end without a sign.
final class Regime {
  private static final double RANGING_SHARE = 0.3;
  private static final double SHORTEST = 160;
  private static final double MEAN_BEYOND_SHORTEST = 400;
  private static final double WEAKEST_TREND = 0.08;
  private static final double STRONGEST_TREND = 0.18;
  private static final double PULL_TO_LEVEL = 0.03;
  private static final double LEAN = 0.45;
  private static final double LEAN_FULL_AT = 1.2;

  private double remaining;
  private double trend;
  private double level;

  /// The expected return of the next bar, in usual deviations of a bar, when the logarithm of the
  /// price lies `distance` from where the market began.
  double drift(SplitMix random, double distance, double usualDeviation) {
    if (remaining <= 0) {
      begin(random, distance);
    }
    remaining--;
    if (trend == 0) {
      return PULL_TO_LEVEL * (level - distance) / usualDeviation;
    }
    return trend;
  }

  /// Far above its beginning the market turns down more often than up, and the other way round: so
  /// it has no bottom at zero and no ceiling to hit.
  private void begin(SplitMix random, double distance) {
    remaining = SHORTEST + random.exponential(MEAN_BEYOND_SHORTEST);
    level = distance;
    if (random.uniform() <= RANGING_SHARE) {
      trend = 0;
      return;
    }
    double up = 0.5 - LEAN * Math.clamp(distance / LEAN_FULL_AT, -1, 1);
    double strength = WEAKEST_TREND + (STRONGEST_TREND - WEAKEST_TREND) * random.uniform();
    trend = random.uniform() <= up ? strength : -strength;
  }
}
