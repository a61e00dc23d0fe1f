package sorte.app.report;

import java.util.ArrayList;
import java.util.List;

/// Values to heights: 0 at the top, 1 at the bottom. Where the largest is many times the smallest,
/// by logarithm.
record Scale(double low, double high, boolean logarithmic) {
  private static final double BY_LOGARITHM_FROM = 15;
  private static final double MARGIN = 0.04;
  private static final int TICKS = 5;

  static Scale of(double lowest, double highest) {
    boolean logarithmic = lowest > 0 && highest / lowest > BY_LOGARITHM_FROM;
    double low = logarithmic ? StrictMath.log(lowest) : lowest;
    double high = logarithmic ? StrictMath.log(highest) : highest;
    double span = high > low ? high - low : Math.max(1e-9, Math.abs(high) * 0.01);
    return new Scale(low - span * MARGIN, high + span * MARGIN, logarithmic);
  }

  /// From `lowest` up to exactly 0.
  static Scale below(double lowest) {
    return new Scale(Math.min(lowest * (1 + MARGIN), -1e-9), 0, false);
  }

  double height(double value) {
    double at = logarithmic ? StrictMath.log(value) : value;
    return Math.clamp((high - at) / (high - low), 0, 1);
  }

  /// Round values within, ascending.
  List<Double> ticks() {
    return logarithmic ? powers() : even();
  }

  private List<Double> even() {
    double step = StrictMath.pow(10, Math.floor(StrictMath.log10((high - low) / TICKS)));
    for (double factor : new double[] {2, 2.5, 2}) {
      if ((high - low) / step > TICKS) {
        step *= factor;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (double k = Math.ceil(low / step); k * step <= high; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  private List<Double> powers() {
    List<Double> ticks = new ArrayList<>();
    int from = (int) Math.floor(low / StrictMath.log(10));
    int to = (int) Math.ceil(high / StrictMath.log(10));
    double[] between = to - from > 3 ? new double[] {1} : new double[] {1, 2, 5};
    for (int power = from; power <= to; power++) {
      for (double factor : between) {
        double tick = factor * StrictMath.pow(10, power);
        if (StrictMath.log(tick) >= low && StrictMath.log(tick) <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
