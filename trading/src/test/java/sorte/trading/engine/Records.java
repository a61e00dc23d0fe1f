package sorte.trading.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
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
import sorte.trading.venue.VenueCodec;

/// What the journal says, read along as it is written: each record must be lawful after those
/// before it, and none that was written may become another or, once forced, be lost.
final class Records {
  private static final Pattern NEVER_ANSWERED = Pattern.compile("order (\\d+) was never answered");
  private static final Pattern UNEXPECTED =
      Pattern.compile("an unexpected fill of order (\\d+):.*");

  private final ByteBuffer scratch = ByteBuffer.allocate(Journal.LONGEST_RECORD);
  private @Nullable Cursor cursor;
  private long[] hashes = new long[1024];
  private int size;
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
  private final Set<Long> givenUp = new HashSet<>();
  private final Set<Long> stops = new HashSet<>();

  Records(int capacity) {
    hashes = new long[Math.max(capacity, hashes.length)];
  }

  /// The same journal, opened again: what of it is still there must be what was there.
  Records again(Journal journal, long forced, boolean mayLose) throws IOException {
    Records next = new Records(hashes.length);
    next.cursor = journal.read();
    next.read();
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
    switch (event) {
      case Event.IdsReserved r -> {
        if (r.from() < reserved || r.upTo() <= r.from()) {
          throw new Broken("ids are reserved twice: " + r);
        }
        reserved = r.upTo();
      }
      case Event.DecisionFaulted f -> died |= f.code().equals("died");
      case Event.TakenUp t -> least = t.diedIn() < 0 ? reserved : least;
      case Event.OrderSent s -> sent(VenueCodec.order(s.order()));
      case Event.OrderDenied d -> {
        denied++;
        lawful(d);
      }
      case Event.Decided d -> {
        if (!decided.add(d.slot() << 32 | d.bar())) {
          throw new Broken("decided twice: " + d);
        }
      }
      case Event.Noted n -> noted(n);
      case Event.Input _, Event.Output _, Event.Measured _ -> {}
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
    if (order.kind() == Order.Kind.CATASTROPHE) {
      stops.add(order.id());
    }
  }

  private static void lawful(Event.OrderDenied d) {
    boolean lawful =
        switch (d.rule()) {
          case "limits.max-order", "limits.max-exposure", "limits.price-collar" ->
              d.seen() > d.limit();
          case "limits.daily-loss", "limits.max-drawdown", "limits.orders-per-day" ->
              d.seen() >= d.limit();
          case "account.equity" -> d.seen() <= 0;
          case "halted", "paused", "reduce-only" -> d.seen() > 0;
          default -> false;
        };
    if (!lawful) {
      throw new Broken("denied without a reason: " + d);
    }
  }

  private void noted(Event.Noted n) {
    switch (n.type()) {
      case "Alert" -> {
        Matcher never = NEVER_ANSWERED.matcher(n.detail());
        if (never.matches()) {
          givenUp.add(Long.parseLong(never.group(1)));
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
      case "Halted" -> halted = n.detail();
      default -> {} // told for others
    }
  }

  private long strayFill = -1;

  /// An order of which a fill was called unexpected though it was not given up; -1 for none.
  long strayFill() {
    return strayFill;
  }

  /// Whether an order was taken for refused of which the venue never said so: what became of it is
  /// not known.
  boolean anyGivenUp() {
    return !givenUp.isEmpty();
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
