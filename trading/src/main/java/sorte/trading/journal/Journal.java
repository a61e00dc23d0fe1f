package sorte.trading.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// The trader's journal: mapped segments, one writer, any number of readers in this process.
/// Written ahead and touched, so it survives the process; `force` also outlives the machine.
public final class Journal implements AutoCloseable {

  /// The longest record, in bytes.
  public static final int LONGEST_RECORD = 256 * 1024;

  /// The size of one segment, in bytes. One more than the one in use always lies ready.
  public static final int SEGMENT_BYTES = 4 * 1024 * 1024;

  /// So many bytes behind the last record are kept ready to be written.
  private static final int READY_BYTES = 32 * 1024;

  private static final int PAGE_BYTES = 4 * 1024;

  /// A segment with less than this part of it left is left for the next one where nothing waits.
  private static final int LEFT_EARLY = 16;

  /// After a segment could not be made, it is tried again every so many records.
  private static final int TRIED_AGAIN_EVERY = 1024;

  private final Path folder;
  private final int segmentBytes;
  private final Disk disk;
  private final ByteBuffer scratch = ByteBuffer.allocate(Long.BYTES + LONGEST_RECORD);
  private volatile Segment segment;
  private long index;

  /// Index of the segment and place in it behind the last record, in one, for whoever forces from
  /// another thread.
  private volatile long end;

  private volatile long sequence;
  private volatile long forced;
  private volatile boolean runningShort;

  /// Up to where the segment's pages are ready; a force makes them all wait again.
  private volatile int ready;

  private Journal(
      Path folder, int segmentBytes, Disk disk, Segment segment, long index, int at, long next) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.disk = disk;
    this.segment = segment;
    this.index = index;
    this.end = end(index, at);
    this.sequence = next;
    this.forced = next;
  }

  /// The journal in `folder`, made where there is none, its torn tail cleared.
  ///
  /// @throws CorruptLog naming the first bad record, when it was on the disk once
  public static Journal open(Path folder) throws IOException {
    return open(folder, Disk.mapped(), SEGMENT_BYTES);
  }

  /// The same on another disk, in segments of another size.
  public static Journal open(Path folder, Disk disk, int segmentBytes) throws IOException {
    if (segmentBytes % Long.BYTES != 0 || segmentBytes > Segment.LARGEST) {
      throw new IllegalArgumentException(
          "a segment is a multiple of 8 and at most %d bytes, was %d"
              .formatted(Segment.LARGEST, segmentBytes));
    }
    if (!disk.holds(Segment.name(folder, 0))) {
      noneBehind(disk, folder, 0);
      disk.make(Segment.name(folder, 0), segmentBytes);
    }
    long index = 0;
    long next = 0;
    Segment segment = opened(disk, folder, 0, segmentBytes);
    if (!segment.started()) {
      noneBehind(disk, folder, 1);
      segment.start(0);
    }
    while (true) {
      Tail tail = tail(segment, next);
      Segment after =
          disk.holds(Segment.name(folder, index + 1))
              ? opened(disk, folder, index + 1, segmentBytes)
              : null;
      if (after == null || !after.started()) {
        noneBehind(disk, folder, index + 2);
        int at = settle(segment, tail);
        Journal journal =
            new Journal(folder, segmentBytes, disk, segment, index, at, tail.sequence);
        journal.makeReady();
        return journal;
      }
      if (!tail.closed) {
        throw new CorruptLog(
            segment.file(), tail.sequence, tail.at, "a record is damaged or missing here");
      }
      next = tail.sequence;
      segment = after;
      index++;
    }
  }

  private static Segment opened(Disk disk, Path folder, long index, int segmentBytes)
      throws IOException {
    Segment segment = Segment.open(disk, Segment.name(folder, index));
    if (segment.size() != segmentBytes) {
      throw new CorruptLog(
          segment.file(),
          -1,
          segment.size(),
          "the file is %d bytes long, not %d".formatted(segment.size(), segmentBytes));
    }
    return segment;
  }

  /// A file whose forerunner is not there, or was never begun, is what is left of a loss.
  private static void noneBehind(Disk disk, Path folder, long index) throws IOException {
    Path file = Segment.name(folder, index);
    if (index > 0 && disk.holds(file)) {
      throw new CorruptLog(file, -1, 0, "the file before it is missing or was never begun");
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

  /// Cuts what was being written when the process or the machine died, and makes sure that what is
  /// left stays. Gives the place of the next record.
  private static int settle(Segment segment, Tail tail) throws IOException {
    int forced = segment.forcedUpTo();
    boolean damaged =
        forced == 0 ? segment.goodRecordBehind(tail.at, tail.sequence) : tail.at < forced;
    if (damaged) {
      throw new CorruptLog(segment.file(), tail.sequence, tail.at, "its checksum does not match");
    }
    if (!tail.closed) {
      segment.clear(tail.at);
    }
    segment.putAgain(Math.min(segment.size(), tail.at + Segment.RECORD_HEADER));
    segment.force();
    segment.forced(tail.at);
    return tail.closed ? segment.size() : tail.at; // closed and not followed: roll first
  }

  /// Writes an event. When this returns, the process may be killed and the event is there. Returns
  /// its sequence number, from 0.
  ///
  /// @throws JournalFull when there is no room: then nothing was written, and nothing may be done
  public long append(Event event) throws IOException {
    long number = sequence;
    scratch.clear().putLong(number);
    EventCodec.write(event, scratch);
    scratch.flip();
    int length = scratch.remaining() - Long.BYTES;
    int at = (int) end;
    if (!segment.fits(at, length)) {
      roll(at, length);
      at = Segment.HEADER;
    }
    segment.put(at, scratch);
    end = end(index, Segment.after(at, length));
    sequence = number + 1;
    if (runningShort && number % TRIED_AGAIN_EVERY == 0) {
      makeReady();
    }
    return number;
  }

  /// Does now, where nothing waits for it, what the next records would wait for: their pages are
  /// made ready, and a segment that is nearly full is left for the next one.
  public void prepare() throws IOException {
    int at = (int) end;
    if (!runningShort && segmentBytes - at < segmentBytes / LEFT_EARLY) {
      roll(at, 0);
      at = Segment.HEADER;
    }
    int to = Math.min(at + READY_BYTES, segmentBytes);
    for (int page = Math.max(ready, at / PAGE_BYTES * PAGE_BYTES); page < to; page += PAGE_BYTES) {
      segment.touch(page);
      ready = page + PAGE_BYTES;
    }
  }

  private static long end(long index, int at) {
    return index << Integer.SIZE | at;
  }

  /// What was written is on the disk when this returns. Any thread may ask for it.
  ///
  /// @throws java.io.UncheckedIOException when the disk fails: the trader must stop then
  public void force() {
    Segment current = segment;
    long written = sequence;
    long upTo = end;
    current.force();
    ready = 0;
    if (current == segment) { // a roll forces by itself
      current.forced(Math.min((int) upTo, current.size()));
      forced = Math.max(forced, written);
    }
  }

  /// So many events are known to be on the disk, whatever becomes of the machine.
  public long forced() {
    return forced;
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
    return new Cursor(folder, disk);
  }

  @Override
  public void close() {
    force();
  }

  private void roll(int at, int length) throws IOException {
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
    forced = sequence;
    Segment next = opened(disk, folder, index + 1, segmentBytes);
    next.start(sequence);
    segment = next;
    ready = 0;
    index++;
    end = end(index, Segment.HEADER);
    makeReady();
  }

  private void makeReady() {
    Path next = Segment.name(folder, index + 1);
    if (disk.holds(next)) {
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
