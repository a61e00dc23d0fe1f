package sorte.trading.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// The trader's journal: mapped segments, one writer, any number of readers in this process.
/// Written ahead and touched, so it survives the process; `force` also outlives the machine.
public final class Journal implements AutoCloseable {

  /// The longest record, in bytes.
  public static final int LONGEST_RECORD = 256 * 1024;

  /// The size of one segment, in bytes. One more than the one in use always lies ready.
  public static final int SEGMENT_BYTES = 4 * 1024 * 1024;

  /// After a segment could not be made, it is tried again every so many records.
  private static final int TRIED_AGAIN_EVERY = 1024;

  /// Makes the file of a segment. Replaced in tests by a disk that is full.
  interface Disk {
    void make(Path file, int size) throws IOException;
  }

  private final Path folder;
  private final int segmentBytes;
  private final Disk disk;
  private final ByteBuffer scratch = ByteBuffer.allocate(LONGEST_RECORD);
  private Segment segment;
  private long index;
  private int at;
  private volatile long sequence;
  private volatile boolean runningShort;

  private Journal(
      Path folder, int segmentBytes, Disk disk, Segment segment, long index, int at, long next) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.disk = disk;
    this.segment = segment;
    this.index = index;
    this.at = at;
    this.sequence = next;
  }

  /// The journal in `folder`, made where there is none, its torn tail cleared.
  ///
  /// @throws CorruptLog naming the first bad record, when good ones stand behind it
  public static Journal open(Path folder) throws IOException {
    return open(folder, SEGMENT_BYTES, Segment::make);
  }

  static Journal open(Path folder, int segmentBytes, Disk disk) throws IOException {
    Files.createDirectories(folder);
    if (!Files.exists(Segment.name(folder, 0))) {
      disk.make(Segment.name(folder, 0), segmentBytes);
    }
    long index = 0;
    long next = 0;
    Segment segment = Segment.map(Segment.name(folder, 0));
    if (!segment.started()) {
      segment.clear(0);
      segment.start(0);
    }
    while (true) {
      Tail tail = tail(segment, next);
      next = tail.sequence;
      Path following = Segment.name(folder, index + 1);
      Segment after = Files.exists(following) ? Segment.map(following) : null;
      if (after == null || !after.started()) {
        if (!tail.closed) {
          settle(segment, tail);
        }
        int at = tail.closed ? segment.size() : tail.at; // closed and not followed: roll first
        Journal journal = new Journal(folder, segmentBytes, disk, segment, index, at, next);
        journal.makeReady();
        return journal;
      }
      if (!tail.closed) {
        throw new CorruptLog(
            segment.file(), next, tail.at, "records are missing before the next file");
      }
      segment = after;
      index++;
    }
  }

  private record Tail(long sequence, int at, boolean closed) {}

  private static Tail tail(Segment segment, long expected) throws IOException {
    long sequence = segment.firstSequence();
    if (sequence != expected) {
      throw new CorruptLog(segment.file(), expected, 16, "begins at record " + sequence);
    }
    int at = Segment.HEADER;
    while (true) {
      int length = segment.lengthAt(at);
      if (length == Segment.CLOSED) {
        return new Tail(sequence, at, true);
      }
      if (!segment.good(at, length, sequence)) {
        return new Tail(sequence, at, false);
      }
      at = Segment.after(at, length);
      sequence++;
    }
  }

  private static void settle(Segment segment, Tail tail) throws IOException {
    if (segment.goodRecordBehind(tail.at, tail.sequence)) {
      throw new CorruptLog(segment.file(), tail.sequence, tail.at, "its checksum does not match");
    }
    segment.clear(tail.at);
  }

  /// Writes an event. When this returns, the process may be killed and the event is there. Returns
  /// its sequence number, from 0.
  ///
  /// @throws JournalFull when there is no room: then nothing was written, and nothing may be done
  public long append(Event event) throws IOException {
    scratch.clear();
    EventCodec.write(event, scratch);
    scratch.flip();
    if (!segment.fits(at, scratch.remaining())) {
      roll(scratch.remaining());
    }
    long number = sequence;
    int length = scratch.remaining();
    segment.put(at, number, scratch);
    at = Segment.after(at, length);
    sequence = number + 1;
    if (runningShort && number % TRIED_AGAIN_EVERY == 0) {
      makeReady();
    }
    return number;
  }

  /// What was written is on the disk when this returns.
  public void force() {
    segment.force();
  }

  /// The number of the next event.
  public long size() {
    return sequence;
  }

  /// Whether the next segment could not be made: only reducing orders may leave now.
  public boolean runningShort() {
    return runningShort;
  }

  /// A reader from the first event on; it may run while events are appended.
  public Cursor read() throws IOException {
    return new Cursor(folder);
  }

  @Override
  public void close() {
    segment.force();
  }

  private void roll(int length) throws IOException {
    if (length > segmentBytes - Segment.HEADER - Segment.RECORD_HEADER) {
      throw new IllegalArgumentException("an event of " + length + " bytes fits no segment");
    }
    if (runningShort) {
      makeReady();
      if (runningShort) {
        throw new JournalFull(folder);
      }
    }
    segment.close(at);
    segment.force();
    Segment next = Segment.map(Segment.name(folder, index + 1));
    next.start(sequence);
    segment = next;
    index++;
    at = Segment.HEADER;
    makeReady();
  }

  private void makeReady() {
    Path next = Segment.name(folder, index + 1);
    if (Files.exists(next)) {
      runningShort = false;
      return;
    }
    try {
      disk.make(next, segmentBytes);
      runningShort = false;
    } catch (IOException _) {
      runningShort = true; // seen by runningShort(): reduce only, and an alert
    }
  }
}
