package sorte.strategy.run;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What indicators of the house gave over one series, bar by bar, so that many runs over it compute
/// each distinct indicator once. A run that reads here gives the bits of one that computes: the
/// numbers were written down by the indicator itself. Indicators of a strategy's own, and those
/// over slower bars, are never kept. Several threads may read and add.
public final class IndicatorMemo {

  /// What is kept takes at most so many bytes; an indicator beyond that is computed in each run.
  public static final long MOST_BYTES = 512L << 20;

  private final Columns bars;
  private final BarLength length;
  private final Map<String, double[][]> lines = new ConcurrentHashMap<>();
  private final Set<String> begun = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytes = new AtomicLong();

  /// @param length of one of them
  public IndicatorMemo(Columns bars, BarLength length) {
    this.bars = bars;
    this.length = length;
  }

  /// Computes what a strategy with these settings reads and is not here yet. No rule is asked.
  public void learn(StrategyType type, Map<String, Double> settings, ZoneId zone) {
    Runner.feed(type, settings, zone, new FeedSlot(this)).record(this);
  }

  /// The series that all of it is about.
  public Columns bars() {
    return bars;
  }

  /// How long a bar of it is.
  public BarLength length() {
    return length;
  }

  /// How many distinct indicators are kept.
  public int size() {
    return lines.size();
  }

  /// The lines of an indicator, a number a bar; nothing where it is not kept.
  public Optional<double[][]> of(String key) {
    return Optional.ofNullable(lines.get(key));
  }

  /// Makes room for an indicator of so many lines, once; nothing where another run has that room,
  /// or there is none left.
  public Optional<double[][]> room(String key, int count) {
    if (!begun.add(key)) {
      return Optional.empty();
    }
    long needed = (long) count * bars.size() * Double.BYTES;
    if (bytes.addAndGet(needed) > MOST_BYTES) {
      bytes.addAndGet(-needed);
      return Optional.empty();
    }
    return Optional.of(new double[count][bars.size()]);
  }

  /// Keeps what was written into a room.
  public void keep(String key, double[][] written) {
    lines.putIfAbsent(key, written);
  }
}
