package sorte.trading.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.journal.EventCodec;
import sorte.trading.journal.Journal;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;
import sorte.trading.venue.VenueCodec;

/// What the journal says, read along as it is written: each record must be lawful after those
/// before it, and none that was written may become another or, once forced, be lost.
final class Records {
  private static final Pattern NEVER_ANSWERED =
      Pattern.compile(
          "order (\\d+) was never answered|.*never answered what became of order (\\d+)"
              + "|.*the venue filled \\S+ of order (\\d+), the journal has.*");
  private static final Pattern UNEXPECTED =
      Pattern.compile("an unexpected fill of order (\\d+):.*");

  private static final Pattern ROOM =
      Pattern.compile("(\\S+) was wanted, the account has room for (\\S+):");

  private static final Pattern NAMED = Pattern.compile("order\\D*(\\d+)");
  private static final double TWO_LOTS = 2e-5;

  private final ByteBuffer scratch = ByteBuffer.allocate(Journal.LONGEST_RECORD);
  private @Nullable Cursor cursor;
  private long[] hashes = new long[1024];
  private int size;
  private int openedAt;
  private boolean opened;
  private long digest;
  private long reserved = 1;
  private long least = 1;
  private long lastOrder;
  private int sent;
  private int denied;
  private int unexpected;
  private String halted = "";
  private boolean died;
  private final Set<Long> decided = new HashSet<>();
  private final Set<Long> faulted = new HashSet<>();
  private final Set<Long> givenUp = new HashSet<>();
  private final Set<Long> stops = new HashSet<>();

  private final AccountTerms terms;
  private final Tally tally;
  private final Telling telling = new Telling();
  private final Service service = new Service();

  Records(AccountTerms terms, int capacity) {
    this.terms = terms;
    tally = new Tally(terms);
    hashes = new long[Math.max(capacity, hashes.length)];
  }

  /// The same journal, opened again: what of it is still there must be what was there.
  Records again(Journal journal, long forced, boolean mayLose) throws IOException {
    Records next = new Records(terms, hashes.length);
    next.cursor = journal.read();
    next.read();
    next.openedAt = next.size;
    next.opened = true;
    if (next.size < forced || (next.size < size && !mayLose)) {
      throw new Broken(
          "%d records are left of %d, of which %d were forced".formatted(next.size, size, forced));
    }
    if (next.size > size || !Arrays.equals(next.hashes, 0, next.size, hashes, 0, next.size)) {
      throw new Broken("what was written reads otherwise after a restart");
    }
    return next;
  }

  /// Reads what was written since.
  void read() throws IOException {
    Cursor from = cursor;
    if (from == null) {
      return;
    }
    for (Optional<Event> event = from.next(); event.isPresent(); event = from.next()) {
      take(event.get());
    }
  }

  private void take(Event event) {
    EventCodec.write(event, scratch.clear());
    CRC32C crc = new CRC32C();
    crc.update(scratch.flip());
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = crc.getValue();
    if (!(event instanceof Event.Measured)) {
      digest = digest * 0x9E3779B97F4A7C15L + crc.getValue();
    }
    tally.take(event);
    telling.take(event);
    service.take(event);
    switch (event) {
      case Event.IdsReserved r -> {
        if (r.from() < reserved || r.upTo() <= r.from()) {
          throw new Broken("ids are reserved twice: " + r);
        }
        reserved = r.upTo();
        reservedAt = size;
      }
      case Event.DecisionFaulted f -> {
        ofThisBar(f.bar(), f);
        died |= f.code().equals("died");
        ofTheDead(f.code().equals("died"), f);
        faulted.add(f.slot());
        decidedAt.put(f.slot(), f.bar());
      }
      case Event.TakenUp t -> {
        least = t.diedIn() < 0 ? reserved : least;
        ofTheDead(t.diedIn() >= 0, t);
      }
      case Event.OrderSent s -> sent(VenueCodec.order(s.order()));
      case Event.OrderDenied d -> {
        denied++;
        lawful(d);
        gaveWay(d);
      }
      case Event.Decided d -> {
        ofThisBar(d.bar(), d);
        decidedAt.put(d.slot(), d.bar());
        if (!decided.add(d.slot() << 32 | d.bar())) {
          throw new Broken("decided twice: " + d);
        }
      }
      case Event.Answered _ -> toForce = size;
      case Event.Noted n -> noted(n);
      case Event.DiskSeen d -> diskFull = d.runningShort();
      case Event.MarketSeen m -> stale = m.stale();
      case Event.VenueReplied r -> over(VenueCodec.reply(r.reply()));
      case Event.BarClosed b -> {
        if (uncut != 0) {
          throw new Broken(
              "a canary that is alone is said to be cut in bar " + bar + ", and is not");
        }
        bar = b.number();
        time = b.time();
      }
      case Event.Input _, Event.Output _, Event.Measured _ -> {}
    }
  }

  /// What becomes of who was deciding in a process that died is the first that the next one writes.
  private void ofTheDead(boolean says, Event event) {
    if (says && opened && size - 1 != openedAt) {
      throw new Broken("nobody died in this decision: " + event);
    }
  }

  private void over(Reply reply) {
    if (reply instanceof Reply.Rejected && stops.contains(reply.order())) {
      stopRefusedAt = reply.order() == lastStop ? bar : stopRefusedAt;
    }
    boolean closed =
        reply instanceof Reply.Cancelled
            || (reply instanceof Reply.Stated s && s.state() == Reply.State.CLOSED);
    if (closed) {
      untold.remove(reply.order());
    }
  }

  /// An order for slots that is over, and nobody was told what became of it; -1 for none.
  long untold() {
    untold.removeAll(givenUp);
    return untold.isEmpty() ? -1 : untold.iterator().next();
  }

  /// What is told of a bar tells of the bar at hand.
  private void ofThisBar(long number, Object what) {
    if (number != bar) {
      throw new Broken("at bar " + bar + " it says " + what);
    }
  }

  private void sent(Order order) {
    sent++;
    if (order.id() <= lastOrder || order.id() < least || order.id() >= reserved) {
      throw new Broken(
          "order %d leaves after %d; %d to %d are reserved"
              .formatted(order.id(), lastOrder, least, reserved));
    }
    lastOrder = order.id();
    ofThisBar(order.bar(), order);
    if (order.kind() == Order.Kind.CATASTROPHE) {
      stops.add(order.id());
      lastStop = order.id();
      stopRefusedAt = -1;
    } else {
      sentForSlots++;
      uncut = Math.signum(order.quantity()) == -uncut ? 0 : uncut;
      untold.add(order.id());
    }
  }

  private void lawful(Event.OrderDenied d) {
    boolean lawful =
        switch (d.rule()) {
          case "limits.max-order", "limits.max-exposure", "limits.price-collar" ->
              d.seen() > d.limit();
          case "limits.daily-loss", "limits.max-drawdown", "limits.orders-per-day" ->
              d.seen() >= d.limit();
          case "account.equity" -> d.seen() <= 0;
          case "halted", "paused" -> d.rule().equals(mode);
          case "reduce-only" -> onlyExits();
          default -> false;
        };
    boolean entry = !d.slot().isEmpty() || OF_EXITS.contains(d.rule());
    if (!lawful || !entry) {
      throw new Broken("denied without a reason: " + d);
    }
  }

  /// The canary gives way first; cut to the room that there is, it is not denied for its size.
  private void gaveWay(Event.OrderDenied d) {
    boolean size = d.rule().equals("limits.max-order") || d.rule().equals("limits.max-exposure");
    if (cutAt == bar && size && d.slot().equals("canary")) {
      throw new Broken("it was cut to the room that there is, and is denied for its size: " + d);
    }
    uncut = d.slot().equals("canary") ? uncut : 0; // others are in the order, and are denied too
    if (size && d.slot().equals("canary") && cutNotedAt != bar) {
      deniedUncutAt = bar;
      tooMuch = d.seen() - d.limit();
    }
    if (deniedUncutAt == bar && !d.slot().equals("canary") && size) {
      deniedUncutAt = -1; // what is left is too much by itself: the canary's entry had no room
    }
    if (deniedOrder != d.order() || deniedAt != bar) {
      stableDeniedFirst = d.slot().equals("stable") ? bar : stableDeniedFirst;
    }
    deniedOrder = d.order();
    deniedAt = bar;
  }

  /// To what an entry was cut in this bar, since there was no more room; 0 where none was.
  double cutTo() {
    return cutAt == bar ? cutTo : 0;
  }

  /// By what part of the account's worth a canary's entry was too much, when in this bar it was
  /// denied for its size without being cut; NaN where it was not.
  double deniedUncut() {
    return deniedUncutAt == bar ? tooMuch : Double.NaN;
  }

  /// The last bar in which a stable version's entry was the first that was denied.
  long stableDeniedFirst() {
    return stableDeniedFirst;
  }

  private void noted(Event.Noted n) {
    ofThisBar(n.bar(), n);
    if (n.time() != time) {
      throw new Broken("at " + time + " it says " + n);
    }
    if (FORCED.contains(n.type())) {
      toForce = size;
    }
    if (n.type().equals("EntryCut")) {
      cutNotedAt = bar;
      if (!n.detail().contains("limits.max-order,")
          && !n.detail().contains("limits.max-exposure,")) {
        throw new Broken("what is no matter of size is met with a smaller entry: " + n);
      }
      Matcher room = ROOM.matcher(n.detail());
      boolean found = room.find();
      double wanted = found ? Double.parseDouble(room.group(1)) : 0;
      double left = found ? Double.parseDouble(room.group(2)) : 0;
      boolean less = Math.abs(left) < Math.abs(wanted) - TWO_LOTS;
      uncut = left == wanted ? Math.signum(wanted) : 0;
      cutAt = less ? bar : cutAt;
      cutTo = less ? left : cutTo;
    }
    switch (n.type()) {
      case "Alert" -> {
        unprotected |= n.detail().startsWith("the venue refuses the catastrophe stop");
        unprotected &= !n.detail().startsWith("the venue takes the catastrophe stop");
        fired += n.detail().startsWith("the catastrophe stop fired") ? 1 : 0;
        Matcher never = NEVER_ANSWERED.matcher(n.detail());
        if (never.matches()) {
          for (int group = 1; group <= never.groupCount(); group++) {
            if (never.group(group) != null) {
              givenUp.add(Long.parseLong(never.group(group)));
            }
          }
        }
        Matcher stray = UNEXPECTED.matcher(n.detail());
        if (stray.matches()) {
          unexpected++;
          long order = Long.parseLong(stray.group(1));
          if (!givenUp.contains(order) && !stops.contains(order)) {
            strayFill = order;
          }
        }
      }
      case "PositionsClosed" -> closed++;
      case "SlotLoaded" -> {
        tookOver += n.detail().contains("took over from") ? 1 : 0;
        proposedAt = n.slot().equals("stable") ? proposedAt : n.bar();
      }
      case "Halted" -> {
        halted = n.detail();
        mode = "halted";
      }
      case "Paused" -> mode = "paused";
      case "Resumed" -> {
        mode = "running";
        unprotected = false;
      }
      case "OrderFilled", "OrderRejected" -> {
        Matcher named = NAMED.matcher(n.detail());
        if (named.find()) {
          untold.remove(Long.parseLong(named.group(1)));
        }
      }
      default -> {} // told for others
    }
  }

  /// What keeps in who wants out: the account could not bear the net position.
  private static final Set<String> OF_EXITS = Set.of("account.equity", "limits.max-exposure");

  private static final Set<String> FORCED =
      Set.of(
          "SlotLoaded",
          "SlotPromoted",
          "SlotRolledBack",
          "Halted",
          "HaltPositions",
          "LimitsChanged");

  private long bar = -1;
  private long time;
  private final Set<Long> untold = new HashSet<>();
  private String mode = "running";
  private boolean diskFull;
  private boolean stale;
  private boolean unprotected;
  private long lastStop;
  private long stopRefusedAt = -1;
  private int closed;
  private long proposedAt = -1;
  private int tookOver;
  private int fired;
  private int sentForSlots;
  private int reservedAt;
  private int toForce;
  private long cutAt = -1;
  private long cutNotedAt = -1;
  private long deniedUncutAt = -1;
  private double tooMuch;
  private double cutTo;

  /// The side of a canary's entry that was cut to what it was: others in the order are on the other
  /// side, and too large.
  private double uncut;

  private long deniedOrder;
  private long deniedAt;
  private long stableDeniedFirst = -1;
  private final Map<Long, Long> decidedAt = new HashMap<>();
  private long strayFill = -1;

  /// How many records must be on the disk before an order leaves: up to where ids were reserved.
  int reservedAt() {
    return reservedAt;
  }

  /// How many records must be on the disk, since something of weight was told to be done.
  int toForce() {
    return toForce;
  }

  /// The last bar in which this slot decided, or faulted; -1 for none.
  long decidedAt(long slot) {
    return decidedAt.getOrDefault(slot, -1L);
  }

  /// Whether the last that was heard of a stop is that the venue refused it, in this bar.
  boolean stopRefusedNow() {
    return stopRefusedAt == bar;
  }

  /// Whether something was told that keeps entries from leaving: no room on the disk, old news of
  /// the market, a venue that refuses the stop.
  boolean onlyExits() {
    return diskFull || stale || unprotected;
  }

  /// The bar at which a candidate was loaded last; -1 before the first.
  long proposedAt() {
    return proposedAt;
  }

  /// How often a version took over from one that faulted.
  int tookOver() {
    return tookOver;
  }

  /// How often the stop at the venue fired.
  int fired() {
    return fired;
  }

  /// How often it was told that all is closed.
  int closed() {
    return closed;
  }

  /// How many orders left for slots.
  int sentForSlots() {
    return sentForSlots;
  }

  /// The id of the last order that was written to leave.
  long lastOrder() {
    return lastOrder;
  }

  /// Whether nobody ever answered what became of this order.
  boolean gaveUp(long order) {
    return givenUp.contains(order);
  }

  /// Whether this slot ever came to a fault.
  boolean faulted(long slot) {
    return faulted.contains(slot);
  }

  /// Whether nobody ever answered what became of a stop.
  boolean gaveUpStop() {
    return stops.stream().anyMatch(givenUp::contains);
  }

  int size() {
    return size;
  }

  /// What losses are measured against.
  Tally tally() {
    return tally;
  }

  /// How many ids are reserved and were not used yet.
  long idsLeft() {
    return reserved - Math.max(lastOrder + 1, least);
  }

  /// Whether ids were reserved since a process took the journal up.
  boolean reservedHere() {
    return reservedAt > openedAt;
  }

  /// An order of which a fill was called unexpected though it was not given up; -1 for none.
  long strayFill() {
    return strayFill;
  }

  /// How many fills nobody waited for.
  int unexpected() {
    return unexpected;
  }

  /// Why it was halted last.
  String halted() {
    return halted;
  }

  /// Whether a death in a decision barred a version.
  boolean died() {
    return died;
  }

  int sent() {
    return sent;
  }

  int denied() {
    return denied;
  }

  long digest() {
    return digest;
  }
}
