package sorte.trading.slot;

import java.nio.charset.StandardCharsets;

/// A running digest over the pairs of one candidate. Each link hangs on whose pairs they are and on
/// every pair before it, in order: what was lost, altered, shuffled, doubled, cut or swapped on the
/// way has another link. Whoever reads pairs reckons the links again and believes none that
/// differs.
///
/// It tells faults, not forgery: the door's token keeps strangers out.
public final class PairChain {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long ODD = 0xBF58476D1CE4E5B9L;

  private long link = FIRST;

  public PairChain(String change) {
    for (byte b : change.getBytes(StandardCharsets.UTF_8)) {
      take(b);
    }
  }

  /// The link of the next pair.
  public long next(long n, long bar, double stable, double candidate, boolean differs) {
    take(n);
    take(bar);
    take(Double.doubleToRawLongBits(stable));
    take(Double.doubleToRawLongBits(candidate));
    take(differs ? 1 : 0);
    return link;
  }

  private void take(long value) {
    long mixed = (link ^ value) * ODD + FIRST;
    link = mixed ^ (mixed >>> 29);
  }

  /// As it stands in JSON, where a whole number may lose its last digits.
  public static String written(long link) {
    String hex = Long.toHexString(link);
    return "0".repeat(16 - hex.length()) + hex;
  }
}
