package sorte.trading.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds bars of one length out of trades, or out of smaller bars. A bar is complete when its time
/// is over: at the first trade after it, or at the smaller bar that ends with it. Until then
/// [#last] holds the bar completed before: a slow line never shows one that is still being made.
/// Where nothing was traded there is no bar. For one thread.
public final class BarBuilder {
  private final long millis;
  private long start = Long.MIN_VALUE;
  private double open;
  private double high;
  private double low;
  private double close;
  private double volume;
  private long latest = Long.MIN_VALUE;
  private Optional<Bar> last = Optional.empty();

  /// @param millis what a bar lasts; bars start at whole multiples of it since 1970 UTC
  public BarBuilder(long millis) {
    if (millis <= 0) {
      throw new IllegalArgumentException("a bar must last above 0 ms, was " + millis);
    }
    this.millis = millis;
  }

  /// A trade at `time`, not before the one before. Gives the bar that it shows to be complete.
  public Optional<Bar> trade(long time, double price, double quantity) {
    checkOrder(time, latest);
    Bar single = new Bar(time, price, price, price, price, quantity);
    latest = time;
    Optional<Bar> complete = closeBefore(time);
    add(single);
    return complete;
  }

  /// A smaller bar, which starts after the one before and whose length divides this one's. Gives
  /// what is complete by it: the bar it ends and, before that, one whose own last bars are missing.
  ///
  /// @param smaller how long `bar` lasts
  public List<Bar> bar(Bar bar, long smaller) {
    if (smaller <= 0 || millis % smaller != 0 || Math.floorMod(bar.time(), smaller) != 0) {
      throw new IllegalArgumentException(
          "bars of %d ms cannot be made of the bar at %d that lasts %d ms"
              .formatted(millis, bar.time(), smaller));
    }
    checkOrder(bar.time(), latest);
    latest = bar.time() + smaller;
    List<Bar> complete = new ArrayList<>(2);
    closeBefore(bar.time()).ifPresent(complete::add);
    add(bar);
    closeBefore(latest).ifPresent(complete::add);
    return complete;
  }

  /// The clock says that it is `time`: gives the bar that is thereby complete.
  public Optional<Bar> closeBefore(long time) {
    if (start == Long.MIN_VALUE || time < start + millis) {
      return Optional.empty();
    }
    last = Optional.of(new Bar(start, open, high, low, close, volume));
    start = Long.MIN_VALUE;
    return last;
  }

  /// The bar that was completed last.
  public Optional<Bar> last() {
    return last;
  }

  /// Leaves the bar that is being made: what it lacks can no longer be known.
  public void abandon() {
    start = Long.MIN_VALUE;
  }

  private void add(Bar part) {
    if (start == Long.MIN_VALUE) {
      start = Math.floorDiv(part.time(), millis) * millis;
      open = part.open();
      high = part.high();
      low = part.low();
      volume = 0;
    }
    high = Math.max(high, part.high());
    low = Math.min(low, part.low());
    close = part.close();
    volume += part.volume();
  }

  private static void checkOrder(long time, long latest) {
    if (time < latest) {
      throw new IllegalArgumentException(
          "what bars are built of must ascend in time, %d came after %d".formatted(time, latest));
    }
  }
}
