package sorte.data.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sorte.trading.market.Bars;

/// Looks through sound bars for what their owner should know: gaps, prices out of all proportion,
/// bars that repeat, clocks that were set.
public final class Survey {

  /// Bars of one block; each is held against what was usual in the block before.
  public static final int BLOCK = 256;

  /// How many times the usual distance from the last close a price must be to be an outlier.
  public static final double OUTLIER_TIMES = 20;

  /// The least distance from the last close of an outlier, as a fraction.
  public static final double OUTLIER_LEAST = 0.01;

  /// The least number of equal bars in a row, with volume, that are told.
  public static final int FEWEST_REPEATED = 10;

  private final Bars bars;
  private final Timeframe timeframe;
  private final Map<Finding.Rule, Seen> seen = new EnumMap<>(Finding.Rule.class);

  private Survey(Bars bars, Timeframe timeframe) {
    this.bars = bars;
    this.timeframe = timeframe;
  }

  private static final class Seen {
    private long count;
    private long extent;
    private final List<Finding.Place> first = new ArrayList<>();
  }

  /// Everything that is to be said of these bars, in the order of the rules.
  public static List<Finding> of(Bars bars, Timeframe timeframe) {
    Survey survey = new Survey(bars, timeframe);
    survey.distances();
    survey.repeats();
    new Outliers(bars).each(survey::outlier);
    new Clocks(bars, timeframe).each(survey::note);
    return survey.findings();
  }

  /// The most common distance of two bars, in milliseconds; 0 where there are not two.
  public static long usualDistance(Bars bars) {
    Map<Long, Integer> counts = new TreeMap<>();
    long last = 0;
    int run = 0;
    for (int i = 1; i < bars.size(); i++) {
      long distance = bars.time(i) - bars.time(i - 1);
      if (distance != last) {
        counts.merge(last, run, Integer::sum);
        last = distance;
        run = 0;
      }
      run++;
    }
    counts.merge(last, run, Integer::sum);
    return counts.entrySet().stream()
        .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  /// How many bars are missing between the bars, were there one in every stretch.
  static long missing(Bars bars, Timeframe timeframe) {
    long missing = 0;
    for (int i = 1; i < bars.size(); i++) {
      missing += missing(bars.time(i) - bars.time(i - 1), timeframe);
    }
    return missing;
  }

  static long missing(long distance, Timeframe timeframe) {
    return Math.max(0, distance / timeframe.millis() - 1);
  }

  private void distances() {
    for (int i = 1; i < bars.size(); i++) {
      long distance = bars.time(i) - bars.time(i - 1);
      if (distance < timeframe.millis()) {
        double minutes = (timeframe.millis() - distance) / (double) Clocks.MINUTE;
        note(Finding.Rule.OVERLAP, i, minutes);
      } else if (distance > timeframe.millis()) {
        long missing = missing(distance, timeframe);
        if (missing > 0) {
          note(Finding.Rule.GAP, i, missing);
        }
      }
    }
    long usual = usualDistance(bars);
    if (usual > timeframe.millis()) {
      note(Finding.Rule.UNUSUAL_DISTANCE, 0, usual / (double) Clocks.MINUTE);
    }
  }

  private void repeats() {
    int from = 0;
    for (int i = 1; i <= bars.size(); i++) {
      if (i < bars.size() && bars.volume(i) > 0 && same(i - 1, i)) {
        continue;
      }
      if (i - from >= FEWEST_REPEATED) {
        note(Finding.Rule.REPEATED_BARS, from, i - from);
      }
      from = i;
    }
  }

  private boolean same(int one, int other) {
    return bars.open(one) == bars.open(other)
        && bars.high(one) == bars.high(other)
        && bars.low(one) == bars.low(other)
        && bars.close(one) == bars.close(other)
        && bars.volume(one) == bars.volume(other);
  }

  private void outlier(int bar, double times) {
    note(Finding.Rule.OUTLIER, bar, times);
  }

  private void note(Finding.Rule rule, int bar, double amount) {
    Seen of = seen.computeIfAbsent(rule, _ -> new Seen());
    of.count++;
    of.extent +=
        switch (rule) {
          case GAP, REPEATED_BARS -> (long) amount;
          case OVERLAP, UNUSUAL_DISTANCE, OUTLIER, OFF_GRID, TIME_ZONE_SLIP -> 1;
        };
    if (of.first.size() < Finding.MOST_PLACES) {
      of.first.add(new Finding.Place(bar, bars.time(bar), amount));
    }
  }

  private List<Finding> findings() {
    return seen.entrySet().stream()
        .map(entry ->
            new Finding(
                entry.getKey(),
                entry.getValue().count,
                entry.getValue().extent,
                entry.getValue().first))
        .toList();
  }
}
