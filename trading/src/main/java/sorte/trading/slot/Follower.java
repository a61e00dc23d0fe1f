package sorte.trading.slot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Json;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.market.Instrument;
import sorte.trading.money.Book;
import sorte.trading.money.Costs;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;

/// Reads the journal beside the engine and can delay nothing: runs its own instances of stable and
/// candidate, makes the pairs of their twins, and holds the live decisions against its own. One
/// thread steps it; others read pairs.
public final class Follower {

  /// What each twin starts with.
  public static final long UNIT_CAPITAL = 10_000 * Money.ONE;

  /// The most pairs kept of one candidate.
  public static final int MOST_PAIRS = 1 << 18;

  /// Hears of faults seen here.
  public interface Alarm {
    void faulted(Event.FollowerFaulted fault);
  }

  private final Cursor journal;
  private final Preparation preparation;
  private final BarHistory bars;
  private final Costs costs;
  private final Instrument instrument;
  private final Alarm alarm;
  private final List<Pair> pairs = new ArrayList<>();
  private @Nullable Mirror stable;
  private @Nullable Mirror candidate;
  private String pairsOf = "";
  private PairChain chain = new PairChain("");
  private boolean ended;
  private boolean marketEnded;

  public Follower(
      Cursor journal,
      Preparation preparation,
      BarHistory bars,
      Costs costs,
      Instrument instrument,
      Alarm alarm) {
    this.journal = journal;
    this.preparation = preparation;
    this.bars = bars;
    this.costs = costs;
    this.instrument = instrument;
    this.alarm = alarm;
  }

  /// One release followed: an instance of its own, and its twin when there is a candidate.
  private static final class Mirror {
    final String change;
    final String artifact;
    final long number;
    final long fedFrom;
    @Nullable Decider decider;
    @Nullable Book twin;
    long hash;
    boolean alarmed;
    int mask;
    double distance;
    long equity;

    Mirror(String change, String artifact, long number, long fedFrom) {
      this.change = change;
      this.artifact = artifact;
      this.number = number;
      this.fedFrom = fedFrom;
    }
  }

  /// Takes in what was written since; returns how many events there were.
  public int step() throws IOException {
    int seen = 0;
    for (Optional<Event> event = journal.next(); event.isPresent(); event = journal.next()) {
      see(event.get());
      seen++;
    }
    return seen;
  }

  private void see(Event event) {
    switch (event) {
      case Event.BarClosed b -> onBar(b);
      case Event.Decided d -> compare(d);
      case Event.Noted n -> noted(n);
      case Event.MarketEnded _ -> {
        synchronized (pairs) {
          marketEnded = true;
          pairs.notifyAll();
        }
      }
      case Event.Input _, Event.Output _, Event.Measured _ -> {}
    }
  }

  private void noted(Event.Noted n) {
    switch (n.type()) {
      case "SlotLoaded" -> {
        JsonNode detail = Json.read(n.detail());
        Mirror mirror =
            new Mirror(
                n.change(),
                detail.path("artifact").asText(),
                detail.path("number").asLong(),
                detail.path("fedFrom").asLong());
        start(mirror);
        if (n.slot().equals("stable")) {
          stable = mirror;
          stable.twin = candidate == null ? null : twin(mirror);
        } else {
          begin(mirror);
        }
      }
      case "SlotPromoted" -> {
        stable = candidate;
        end();
      }
      case "SlotRolledBack" -> end();
      default -> {} // other notices change nothing that is followed
    }
  }

  private void start(Mirror mirror) {
    switch (preparation.prepare(mirror.artifact, mirror.fedFrom, bars.size(), false)) {
      case Preparation.Outcome.Ready(Prepared prepared) -> mirror.decider = prepared.decider();
      case Preparation.Outcome.Refused(String code, String reason) -> alarm(mirror, code, reason);
    }
  }

  private void begin(Mirror mirror) {
    candidate = mirror;
    mirror.twin = twin(mirror);
    if (stable != null) {
      stable.twin = twin(stable);
    }
    synchronized (pairs) {
      pairs.clear();
      pairsOf = mirror.change;
      chain = new PairChain(mirror.change);
      ended = false;
      pairs.notifyAll();
    }
  }

  private void end() {
    candidate = null;
    synchronized (pairs) {
      ended = true;
      pairs.notifyAll();
    }
  }

  private @Nullable Book twin(Mirror mirror) {
    mirror.equity = UNIT_CAPITAL;
    return mirror.decider == null
        ? null
        : Book.twin(mirror.decider.terms(), costs, instrument, UNIT_CAPITAL);
  }

  private void onBar(Event.BarClosed b) {
    bars.add(b);
    if (!b.live()) {
      return;
    }
    if (stable != null) {
      decide(stable, b);
    }
    if (candidate == null) {
      return;
    }
    decide(candidate, b);
    if (stable != null && stable.twin != null && candidate.twin != null) {
      pair(b, stable, stable.twin, candidate, candidate.twin);
    }
  }

  private void decide(Mirror mirror, Event.BarClosed b) {
    if (mirror.decider == null) {
      return;
    }
    int mask = mirror.decider.decide(b.time(), b.open(), b.high(), b.low(), b.close(), b.volume());
    if (mask < 0) {
      alarm(mirror, mirror.decider.code(), mirror.decider.detail());
      mirror.decider = null;
      mirror.mask = 0;
      mirror.distance = Double.NaN;
      return;
    }
    mirror.mask = mask;
    mirror.distance = mirror.decider.stopDistance();
  }

  private void pair(Event.BarClosed b, Mirror one, Book first, Mirror other, Book second) {
    if (one.decider == null || other.decider == null) {
      return; // a twin that faulted makes no further pair: missing is not good news
    }
    double a = step(first, one, b);
    double c = step(second, other, b);
    boolean differs =
        first.wanted() != second.wanted() || first.holding().side() != second.holding().side();
    synchronized (pairs) {
      if (pairs.size() < MOST_PAIRS) {
        long link = chain.next(pairs.size(), b.number(), a, c, differs);
        pairs.add(new Pair(pairs.size(), b.number(), a, c, differs, link));
        pairs.notifyAll();
      }
    }
  }

  private static double step(Book book, Mirror mirror, Event.BarClosed b) {
    long before = mirror.equity;
    long after = book.onBar(b.number(), b.time(), b.open(), b.high(), b.low(), b.close());
    Intent _ = book.decide(mirror.mask, mirror.distance, b.close());
    mirror.equity = after;
    return before == 0 ? 0 : (double) after / before - 1;
  }

  private void compare(Event.Decided d) {
    Mirror mirror =
        stable != null && stable.number == d.slot()
            ? stable
            : candidate != null && candidate.number == d.slot() ? candidate : null;
    if (mirror == null || mirror.decider == null || mirror.alarmed) {
      return;
    }
    mirror.hash = Decider.hash(mirror.hash, d.bar(), mirror.mask, mirror.distance);
    if (mirror.hash != d.hash()) {
      alarm(mirror, "not-deterministic", "bar " + d.bar() + ": decided otherwise when run again");
    }
  }

  private void alarm(Mirror mirror, String code, String detail) {
    if (!mirror.alarmed) {
      mirror.alarmed = true;
      alarm.faulted(
          new Event.FollowerFaulted(mirror.change, Math.max(0, bars.size() - 1), code, detail));
    }
  }

  /// Pairs of one candidate.
  ///
  /// @param known whether this candidate's pairs are here
  /// @param end whether no further pair will come
  public record Seen(boolean known, List<Pair> pairs, boolean end) {}

  /// The pairs from `from` up to, not including, `upTo`, once they are there; fewer when the time
  /// is up or no more will come.
  public Seen pairs(String change, int from, int upTo, long waitMillis)
      throws InterruptedException {
    long deadline = System.nanoTime() + waitMillis * 1_000_000;
    synchronized (pairs) {
      while (true) {
        boolean known = pairsOf.equals(change);
        boolean over = known && (ended || marketEnded);
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if ((known && pairs.size() >= upTo) || over || left <= 0) {
          int to = known ? Math.min(pairs.size(), upTo) : 0;
          List<Pair> some = from < to ? List.copyOf(pairs.subList(from, to)) : List.of();
          return new Seen(known, some, over && to == pairs.size());
        }
        pairs.wait(left);
      }
    }
  }
}
