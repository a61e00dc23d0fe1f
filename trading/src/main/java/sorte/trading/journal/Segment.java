package sorte.trading.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// One file of the journal.
///
/// It begins with `[magic:8][format:int][crc32c of the rest of the first 24 bytes:int][first
/// sequence number:long][started:int][forced:int]`, 32 bytes; records `[length:int][crc32c of
/// sequence number and payload:int][payload]` follow, each at a multiple of 8. The length is
/// written last: a reader that sees it sees the rest. Length 0 is the end so far, -1 the end of
/// this file.
///
/// `forced` says up to where the records were forced at least, with a check of its own. Before it a
/// bad record is damage; from it on it may be what a power cut left of writes that nobody forced.
final class Segment {
  static final int HEADER = 32;
  static final int RECORD_HEADER = 8;
  static final int CLOSED = -1;

  private static final long MAGIC = 0x534F5254454A4E4CL; // SORTEJNL
  private static final int FORMAT = 1;
  private static final int CHECKSUM_AT = 12;
  private static final int FIRST_AT = 16;
  private static final int STARTED_AT = 24;
  private static final int FORCED_AT = 28;

  /// The low bits of `forced` check the high ones, which count in steps of 8 bytes.
  private static final int FORCED_CHECK_BITS = 12;

  private static final int FORCED_CHECK_MASK = (1 << FORCED_CHECK_BITS) - 1;

  /// The largest file whose every place `forced` can name.
  static final int LARGEST = 1 << (Integer.SIZE - FORCED_CHECK_BITS + 3 - 1);

  private final Path file;
  private final Region region;
  private final ByteBuffer bytes;
  private final ByteBuffer scratch = ByteBuffer.allocate(HEADER);
  private final CRC32C crc = new CRC32C();

  private Segment(Path file, Region region) {
    this.file = file;
    this.region = region;
    this.bytes = region.bytes();
  }

  static Path name(Path folder, long index) {
    return folder.resolve(String.format(java.util.Locale.ROOT, "%010d.segment", index));
  }

  static Segment open(Disk disk, Path file) throws IOException {
    return new Segment(file, disk.open(file));
  }

  Path file() {
    return file;
  }

  int size() {
    return bytes.capacity();
  }

  /// Whether records may stand in it. A file that is ready for use holds nothing but zeros.
  ///
  /// @throws CorruptLog when it says no and holds records, or says neither yes nor no
  boolean started() throws IOException {
    if (size() < HEADER + RECORD_HEADER) {
      return false;
    }
    int started = region.published(STARTED_AT);
    if (started == 1) {
      return true;
    }
    if (started != 0 || bytes.getInt(HEADER) != 0) {
      throw new CorruptLog(file, -1, STARTED_AT, "whether it was begun cannot be told");
    }
    return false;
  }

  /// Begins it, on the disk before anything is put into it.
  void start(long firstSequence) {
    clear(0);
    ByteBuffer header = scratch.clear().putLong(MAGIC).putInt(FORMAT).putInt(0);
    header.putLong(firstSequence);
    int checksum = headerChecksum(header);
    header.putInt(CHECKSUM_AT, checksum).putInt(0).putInt(mark(HEADER)).flip();
    region.put(0, header);
    region.publish(STARTED_AT, 1);
    region.force();
  }

  long firstSequence() throws IOException {
    if (bytes.getLong(0) != MAGIC || bytes.getInt(CHECKSUM_AT) != headerChecksum(bytes)) {
      throw new CorruptLog(file, -1, 0, "not a segment of the trader's journal");
    }
    if (bytes.getInt(8) != FORMAT) {
      throw new CorruptLog(file, -1, 8, "format " + bytes.getInt(8) + " is of a newer Sorte");
    }
    return bytes.getLong(FIRST_AT);
  }

  /// Up to where the records were forced at least; 0 where the build that wrote them did not say.
  int forcedUpTo() throws IOException {
    int mark = region.published(FORCED_AT);
    int at = mark >>> FORCED_CHECK_BITS << 3;
    if (mark != 0 && (mark != mark(at) || at < HEADER || at > size())) {
      throw new CorruptLog(file, -1, FORCED_AT, "the mark of what was forced does not check");
    }
    return at;
  }

  /// Everything up to `at` was forced. The mark itself reaches the disk by a later force.
  void forced(int at) {
    region.publish(FORCED_AT, mark(at));
  }

  private static int mark(int at) {
    CRC32C crc = new CRC32C();
    for (int shift = 24; shift >= 0; shift -= 8) {
      crc.update(at >>> shift);
    }
    return at >>> 3 << FORCED_CHECK_BITS | ((int) crc.getValue() & FORCED_CHECK_MASK);
  }

  private static int headerChecksum(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.slice(0, CHECKSUM_AT));
    crc.update(header.slice(FIRST_AT, Long.BYTES));
    return (int) crc.getValue();
  }

  int lengthAt(int at) {
    return at + RECORD_HEADER > size() ? CLOSED : region.published(at);
  }

  boolean fits(int at, int length) {
    return at + RECORD_HEADER + length <= size();
  }

  ByteBuffer payload(int at, int length) {
    return bytes.slice(at + RECORD_HEADER, length);
  }

  boolean good(int at, int length, long sequence) {
    return length > 0
        && length <= Journal.LONGEST_RECORD
        && fits(at, length)
        && bytes.getInt(at + 4) == checksum(sequence, payload(at, length));
  }

  /// @param checked the sequence number in 8 bytes and the payload behind it, in an array
  void put(int at, ByteBuffer checked) {
    int length = checked.remaining() - Long.BYTES;
    int from = checked.position();
    crc.reset();
    crc.update(checked.array(), checked.arrayOffset() + from, checked.remaining());
    checked.position(from + Long.BYTES);
    region.put(at + RECORD_HEADER, checked);
    region.publish(at + 4, (int) crc.getValue());
    region.publish(at, length);
  }

  /// Makes the page of `at` ready to be written.
  void touch(int at) {
    region.touch(at & -Integer.BYTES);
  }

  void close(int at) {
    if (at + RECORD_HEADER <= size()) {
      region.publish(at, CLOSED);
    }
  }

  static int after(int at, int length) {
    return (at + RECORD_HEADER + length + 7) & -8;
  }

  /// Whether a record of a sequence number at or after `sequence` stands whole anywhere behind
  /// `at`.
  boolean goodRecordBehind(int at, long sequence) {
    for (int next = at + 8; next + RECORD_HEADER <= size(); next += 8) {
      int length = bytes.getInt(next);
      if (length > 0 && length <= Journal.LONGEST_RECORD && fits(next, length)) {
        for (long s = sequence; s <= sequence + SEQUENCES_TRIED; s++) {
          if (good(next, length, s)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// How many sequence numbers are tried for a record found behind a bad one.
  private static final int SEQUENCES_TRIED = 64;

  /// Clears what a torn write left from `at` on.
  void clear(int at) {
    for (int i = at; i < size(); i += Long.BYTES) {
      if (bytes.getLong(i) != 0) {
        region.put(i, scratch.clear().putLong(0).flip());
      }
    }
  }

  /// Writes again what stands there, up to `at`: after a force that failed the system believes it
  /// to be on the disk, and it may not be.
  void putAgain(int at) {
    for (int i = 0; i < at; i += CHUNK) {
      int length = Math.min(CHUNK, at - i);
      ByteBuffer copy = ByteBuffer.allocate(length).put(bytes.slice(i, length)).flip();
      region.put(i, copy);
    }
  }

  private static final int CHUNK = 4096;

  void force() {
    region.force();
  }

  private static int checksum(long sequence, ByteBuffer payload) {
    CRC32C crc = new CRC32C();
    for (int shift = 56; shift >= 0; shift -= 8) {
      crc.update((int) (sequence >>> shift));
    }
    crc.update(payload);
    return (int) crc.getValue();
  }
}
