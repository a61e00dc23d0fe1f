package sorte.data.feed;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sorte.trading.market.Bar;
import sorte.trading.market.ExchangeBar;

/// Takes bars in: what comes next is written down, what is missing is asked for first, all else is
/// noticed and left.
final class Intake {

  /// How often an exchange is asked for missing bars while its answer lies behind its own stream.
  static final int GAP_TRIES = 5;

  private final FeedName name;
  private final PublicMarket market;
  private final FeedLog log;
  private final BarLine line;
  private final ExchangeClock clock;
  private final Findings findings;
  private final Backoff between;

  Intake(
      FeedName name,
      PublicMarket market,
      FeedLog log,
      ExchangeClock clock,
      Findings findings,
      Backoff between) {
    this.name = name;
    this.market = market;
    this.log = log;
    this.clock = clock;
    this.findings = findings;
    this.between = between;
    this.line = new BarLine(name.interval().millis());
    log.last().forEach(known -> line.take(known.bar()));
  }

  /// A bar that the stream says is over. Whether it was new.
  boolean closed(Bar bar) throws IOException, InterruptedException {
    switch (line.place(bar)) {
      case BarLine.Next _ -> {
        write(bar);
        return true;
      }
      case BarLine.Gap(long from) -> {
        fill(from, bar.time());
        write(bar);
        return true;
      }
      case BarLine.Again _ -> notice(Findings.Kind.DUPLICATE, bar + " was sent twice");
      case BarLine.Late _ -> notice(Findings.Kind.LATE, bar + " came after a later one");
      case BarLine.Misplaced _ ->
          notice(Findings.Kind.MISPLACED, bar + " starts where no bar starts");
      case BarLine.Contradicts(Bar stands) ->
          notice(Findings.Kind.CONTRADICTION, bar + " was sent where " + stands + " stands");
    }
    return false;
  }

  /// Takes in every bar that the exchange has and that is surely over: one with another behind it.
  /// How many those were.
  int catchUp() throws IOException, InterruptedException {
    int taken = 0;
    while (true) {
      List<Bar> bars = market.barsFrom(name, line.next(), market.mostBars());
      int before = taken;
      for (Bar bar : surelyOver(bars)) {
        taken += asked(bar) ? 1 : 0;
      }
      if (bars.size() < market.mostBars() || taken == before) {
        return taken;
      }
    }
  }

  /// Asks for the bars from `from` up to the one at `to`, which the stream brought.
  private void fill(long from, long to) throws IOException, InterruptedException {
    int taken = 0;
    for (int tries = 0; tries < GAP_TRIES; tries++) {
      boolean reached = false;
      boolean more = true;
      while (more && !reached) {
        List<Bar> bars = market.barsFrom(name, line.next(), market.mostBars());
        int before = taken;
        for (Bar bar : surelyOver(bars)) {
          taken += bar.time() < to && asked(bar) ? 1 : 0;
        }
        reached = !bars.isEmpty() && bars.getLast().time() >= to;
        more = bars.size() >= market.mostBars() && taken > before;
      }
      if (reached) {
        between.well();
        notice(Findings.Kind.GAP_FILLED, taken + " bars from " + from + " up to " + to);
        if (line.next() < to) {
          notice(Findings.Kind.NO_BAR, "the exchange has none from " + line.next() + " to " + to);
        }
        return;
      }
      TimeUnit.MILLISECONDS.sleep(between.failed().toMillis());
    }
    throw ExchangeFailure.unreachable(
        "the exchange sent the bar at " + to + " and does not give those from " + from + " on");
  }

  /// An answer that lies behind may show its last bar half made, whatever any clock says.
  private static List<Bar> surelyOver(List<Bar> bars) {
    return bars.subList(0, Math.max(0, bars.size() - 1));
  }

  /// A bar that was asked for. Whether it was new.
  private boolean asked(Bar bar) throws IOException {
    switch (line.place(bar)) {
      case BarLine.Next _ -> write(bar);
      case BarLine.Gap(long from) -> {
        notice(Findings.Kind.NO_BAR, "the exchange has none from " + from + " to " + bar.time());
        write(bar);
      }
      case BarLine.Again _, BarLine.Late _ -> {
        return false; // more was given than asked for
      }
      case BarLine.Misplaced _ -> {
        notice(Findings.Kind.MISPLACED, bar + " starts where no bar starts");
        return false;
      }
      case BarLine.Contradicts(Bar stands) -> {
        notice(Findings.Kind.CONTRADICTION, bar + " was given where " + stands + " stands");
        return false;
      }
    }
    return true;
  }

  private void write(Bar bar) throws IOException {
    log.append(new ExchangeBar(bar, name.interval().millis(), clock.there(), clock.here()));
    line.take(bar);
  }

  private void notice(Findings.Kind kind, String words) {
    findings.notice(kind, clock.here(), words);
  }
}
