package sorte.trading.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.journal.EventCodec;
import sorte.trading.journal.ForcePolicy;
import sorte.trading.journal.Journal;

/// The journal as the engine sees it: what is written already is compared, what is new is written.
/// So an engine that was killed anywhere, even between two records of one event, goes on exactly
/// there.
final class Tape {
  private final Journal journal;
  private final ForcePolicy policy;
  private final Cursor cursor;
  private @Nullable Event next;
  private boolean live;
  private boolean beganHere;
  private final ByteBuffer one = ByteBuffer.allocate(Journal.LONGEST_RECORD);
  private final ByteBuffer other = ByteBuffer.allocate(Journal.LONGEST_RECORD);

  Tape(Journal journal) throws IOException {
    this(journal, ForcePolicy.BACKGROUND);
  }

  Tape(Journal journal, ForcePolicy policy) throws IOException {
    this.journal = journal;
    this.policy = policy;
    this.cursor = journal.read();
    advance();
  }

  /// Whether all that was written has been passed.
  boolean live() {
    return live;
  }

  /// Whether this process has passed what others wrote and begun none of its own orders: after a
  /// loss of power their last ones may have left without being here, so their ids are not used.
  boolean beganHere() {
    return beganHere;
  }

  /// From here on this process uses ids of its own.
  void begun() {
    beganHere = false;
  }

  /// What is written next; nothing when live.
  Optional<Event> peek() {
    return Optional.ofNullable(next);
  }

  /// Passes what is written next.
  Event take() {
    Event taken = next;
    if (taken == null) {
      throw new IllegalStateException("nothing is written beyond here");
    }
    advance();
    beganHere = live;
    return taken;
  }

  /// Something the engine made: compared or written.
  void write(Event event) {
    if (live) {
      append(event);
      if (policy == ForcePolicy.ORDER && event instanceof Event.OrderSent) {
        journal.force();
      }
      return;
    }
    Event written = take();
    if (!EventCodec.same(written, event, one, other)) {
      throw new ReplayDiffers(cursor.sequence() - 1, written, event);
    }
  }

  /// The same, and on the disk when this returns.
  void writeForced(Event event) {
    boolean fresh = live;
    write(event);
    if (fresh) {
      journal.force();
    }
  }

  /// A remark: only when live.
  void remark(Event.Measured measured) {
    if (live) {
      append(measured);
    }
  }

  /// All that an event made is written; what the next one would wait for is done now.
  void batchEnds() {
    if (policy == ForcePolicy.BATCH) {
      force();
    }
    if (live) {
      try {
        journal.prepare();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void force() {
    if (live) {
      journal.force();
    }
  }

  boolean runningShort() {
    return journal.runningShort();
  }

  private void append(Event event) {
    try {
      journal.append(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void advance() {
    try {
      do {
        next = cursor.next().orElse(null);
      } while (next instanceof Event.Measured);
      live = next == null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
