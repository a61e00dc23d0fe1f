package sorte.trading.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the journal in order, up to what is written at that moment. One thread.
public final class Cursor {
  private final Path folder;
  private final Disk disk;
  private Segment segment;
  private long index;
  private int at = Segment.HEADER;
  private long sequence;

  Cursor(Path folder, Disk disk) throws IOException {
    this.folder = folder;
    this.disk = disk;
    this.segment = Segment.open(disk, Segment.name(folder, 0));
  }

  /// The next event, or nothing when no more is written yet.
  ///
  /// @throws CorruptLog when a record is damaged
  public Optional<Event> next() throws IOException {
    while (true) {
      int length = segment.lengthAt(at);
      if (length == 0) {
        return Optional.empty();
      }
      if (length == Segment.CLOSED) {
        Path following = Segment.name(folder, index + 1);
        if (!disk.holds(following)) {
          return Optional.empty();
        }
        Segment next = Segment.open(disk, following);
        if (!next.started()) {
          return Optional.empty();
        }
        segment = next;
        index++;
        at = Segment.HEADER;
        continue;
      }
      if (!segment.good(at, length, sequence)) {
        throw new CorruptLog(segment.file(), sequence, at, "its checksum does not match");
      }
      Event event = EventCodec.read(segment.payload(at, length));
      at = Segment.after(at, length);
      sequence++;
      return Optional.of(event);
    }
  }

  /// The number of the event that `next` gives next.
  public long sequence() {
    return sequence;
  }
}
