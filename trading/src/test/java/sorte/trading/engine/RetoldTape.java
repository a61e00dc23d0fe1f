package sorte.trading.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.venue.VenueCodec;

/// A finished journal as [Retelling] reads it: what reached the trader is taken from it, what the
/// trader made of that must stand in it, word for word.
final class RetoldTape {
  private final Cursor journal;
  private final List<Long> starts;
  private @Nullable Event next;
  private long number = -1;
  private long before = -1;
  private long begun = -1;

  /// How long things took, told before the record that comes next: of the machine alone.
  private final List<Event.Measured> remarks = new ArrayList<>();

  /// @param starts how many records there were when each process opened the journal, ascending
  RetoldTape(Cursor journal, List<Long> starts) {
    this.journal = journal;
    this.starts = starts;
    advance();
  }

  private void advance() {
    try {
      if (!remarks.isEmpty()) {
        throw new Broken("nothing was done that is remarked on: " + remarks);
      }
      before = number;
      next = journal.next().orElse(null);
      for (number++; next instanceof Event.Measured remark; number++) {
        remarks.add(remark);
        next = journal.next().orElse(null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether all was read.
  boolean ends() {
    return next == null;
  }

  /// Whether a process began between the record that was read last and the one that comes next: one
  /// died there.
  boolean diedHere() {
    return starts.stream().anyMatch(start -> start > before && start <= number);
  }

  private long lastStart() {
    long last = 0;
    for (long start : starts) {
      last = start <= number ? start : last;
    }
    return last;
  }

  /// Whether the process that wrote this has no order ids of its own yet.
  boolean fresh() {
    return lastStart() != begun;
  }

  /// From here on it has.
  void begun() {
    begun = lastStart();
  }

  /// How long something took is remarked here: not by who died before, once more by who passes what
  /// one that died did last.
  void remarked(String what, long bar) {
    boolean right =
        remarks.stream().allMatch(r -> r.what().equals(what) && r.bar() == bar && r.micros() >= 0);
    if (!right || (remarks.size() != 1 && !diedHere())) {
      throw new Broken("how long a %s took in bar %d: %s".formatted(what, bar, remarks));
    }
    remarks.clear();
  }

  Event take() {
    Event taken = next;
    if (taken == null) {
      throw new Broken("the journal ends in the middle of what it tells");
    }
    advance();
    return taken;
  }

  /// What must stand here, and nothing else.
  void says(Event expected) {
    Event written = next;
    if (!same(written, expected)) {
      throw new Broken(
          "record %d should be %s, and is %s".formatted(number, words(expected), words(written)));
    }
    advance();
  }

  private static boolean same(@Nullable Event written, Event expected) {
    return switch (expected) {
      case Event.OrderSent e ->
          written instanceof Event.OrderSent w && Arrays.equals(w.order(), e.order());
      case Event.VenueReplied e ->
          written instanceof Event.VenueReplied w && Arrays.equals(w.reply(), e.reply());
      default -> expected.equals(written);
    };
  }

  private static String words(@Nullable Event event) {
    return switch (event) {
      case null -> "nothing";
      case Event.OrderSent s -> "OrderSent " + VenueCodec.order(s.order());
      case Event.VenueReplied r -> "VenueReplied " + VenueCodec.reply(r.reply());
      default -> event.toString();
    };
  }
}
