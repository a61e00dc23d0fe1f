package sorte.trading.backtest;

import java.util.ArrayList;
import java.util.List;

/// The opens and closes of several series in the order in which they happen. What closes at a time
/// goes before what opens at it; a bar closes when its time is up, and no later than the next one
/// of its series opens. Of the same time, series go in the order they were given.
final class Timeline {

  /// What happens at each time; the series are numbered from 0.
  interface Events {
    /// These series' bars close.
    void closed(long time, List<Integer> series);

    /// These series' bars open.
    void opened(long time, List<Integer> series);
  }

  private final List<PortfolioLeg> legs;
  private final long[] timeframes;
  private final int[] opened;
  private final int[] closed;

  Timeline(List<PortfolioLeg> legs) {
    this.legs = legs;
    this.timeframes = legs.stream().mapToLong(PortfolioLeg::timeframe).toArray();
    this.opened = new int[legs.size()];
    this.closed = new int[legs.size()];
  }

  void run(Events events) {
    while (true) {
      long time = Long.MAX_VALUE;
      for (int leg = 0; leg < legs.size(); leg++) {
        time = Math.min(time, Math.min(nextOpen(leg), nextClose(leg)));
      }
      if (time == Long.MAX_VALUE) {
        return;
      }
      List<Integer> closing = new ArrayList<>();
      List<Integer> opening = new ArrayList<>();
      for (int leg = 0; leg < legs.size(); leg++) {
        if (nextClose(leg) == time) {
          closed[leg]++;
          closing.add(leg);
        }
        if (nextOpen(leg) == time) {
          opened[leg]++;
          opening.add(leg);
        }
      }
      if (!closing.isEmpty()) {
        events.closed(time, closing);
      }
      if (!opening.isEmpty()) {
        events.opened(time, opening);
      }
    }
  }

  private long nextOpen(int leg) {
    int bar = opened[leg];
    return bar < legs.get(leg).bars().size() ? legs.get(leg).bars().time(bar) : Long.MAX_VALUE;
  }

  private long nextClose(int leg) {
    int bar = closed[leg];
    if (bar == opened[leg]) {
      return Long.MAX_VALUE; // it has not opened yet
    }
    return legs.get(leg).bars().time(bar) + timeframes[leg];
  }
}
