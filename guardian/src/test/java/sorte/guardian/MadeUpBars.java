package sorte.guardian;

import sorte.strategy.run.BarLength;
import sorte.strategy.run.Runner;

/// Bars that follow from their index alone, the same bits everywhere: waves in waves, and now and
/// then no volume.
public final class MadeUpBars {
  /// How long one lasts.
  public static final BarLength LENGTH = BarLength.of(900_000);

  private static final long QUARTER_HOUR = LENGTH.millis();

  private MadeUpBars() {}

  /// Gives a bar to a run, and what it decided.
  public static int feed(Runner runner, int bar) {
    double open = price(bar - 1);
    double close = price(bar);
    double wick = 0.001 * (1 + bar % 7);
    return runner.onBar(
        1_700_000_100_000L + bar * QUARTER_HOUR,
        open,
        Math.max(open, close) * (1 + wick),
        Math.min(open, close) * (1 - wick),
        close,
        bar % 23 == 0 ? 0 : 10 + scrambled(bar) % 500);
  }

  private static double price(int bar) {
    double slow = Math.abs((bar + 150) % 300 - 150) / 150.0;
    double fast = Math.abs((bar + 17) % 34 - 17) / 17.0;
    return 100 * (1 + 0.3 * slow + 0.05 * fast + scrambled(bar) % 1_000 * 2e-5);
  }

  private static long scrambled(int bar) {
    long z = bar * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    return (z ^ (z >>> 27)) >>> 1;
  }
}
