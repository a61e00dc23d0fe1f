package sorte.data.store;

import sorte.trading.market.Bars;

/// Longer bars out of shorter ones. A longer bar opens with the first of the shorter ones that lie
/// in its stretch, closes with the last, and adds up their volume in their order. A stretch in
/// which some are missing is made of those that are there, and counted; one in which none is gives
/// no bar. The first and the last stretch count only when the series reaches over the whole of
/// them.
public final class Resampling {

  /// What came of it.
  ///
  /// @param partial how many of the bars were made with some of the shorter ones missing
  /// @param cut how many shorter bars, at the two ends, lie in stretches that are not whole
  public record Resampled(Bars bars, int partial, int cut) {}

  private final Timeframe from;
  private final Timeframe to;

  /// @throws IllegalArgumentException when `to` is not a whole multiple of `from`, at least two
  public Resampling(Timeframe from, Timeframe to) {
    if (to.millis() % from.millis() != 0 || to.millis() <= from.millis()) {
      throw new IllegalArgumentException(
          "the longer bars must be a whole multiple of the shorter ones, were "
              + from.text()
              + " and "
              + to.text());
    }
    this.from = from;
    this.to = to;
  }

  /// @param wholeOnly whether stretches in which a bar is missing give no bar
  public Resampled of(Bars bars, boolean wholeOnly) {
    Bars.Builder out =
        new Bars.Builder((int) (bars.size() / Math.max(1, to.millis() / from.millis()) + 1));
    int partial = 0;
    int cut = 0;
    for (int i = 0; i < bars.size(); ) {
      long start = to.startOf(bars.time(i));
      int end = i;
      while (end < bars.size() && to.startOf(bars.time(end)) == start) {
        end++;
      }
      boolean whole = end - i == to.millis() / from.millis();
      boolean reaches =
          (i > 0 || bars.time(i) == start)
              && (end < bars.size() || bars.time(end - 1) + from.millis() >= start + to.millis());
      if (!reaches) {
        cut += end - i;
      } else if (whole || !wholeOnly) {
        add(out, bars, start, i, end);
        partial += whole ? 0 : 1;
      }
      i = end;
    }
    return new Resampled(out.build(), partial, cut);
  }

  private static void add(Bars.Builder out, Bars bars, long start, int first, int end) {
    double high = bars.high(first);
    double low = bars.low(first);
    double volume = 0;
    for (int i = first; i < end; i++) {
      high = Math.max(high, bars.high(i));
      low = Math.min(low, bars.low(i));
      volume += bars.volume(i);
    }
    out.add(start, bars.open(first), high, low, bars.close(end - 1), volume);
  }
}
