package sorte.trading.journal;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// One mapped file of the journal.
///
/// It begins with `[magic:8][format:int][first sequence number:long][crc32c of both:int]`, padded
/// to 32 bytes; records `[length:int][crc32c of sequence number and payload:int][payload]` follow,
/// each at a multiple of 8. The length is written last: a reader that sees it sees the rest. Length
/// 0 is the end so far, -1 the end of this file.
final class Segment {
  static final int HEADER = 32;
  static final int RECORD_HEADER = 8;
  static final int CLOSED = -1;

  private static final long MAGIC = 0x534F5254454A4E4CL; // SORTEJNL
  private static final int FORMAT = 1;
  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final Path file;
  private final MappedByteBuffer bytes;

  private Segment(Path file, MappedByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  static Path name(Path folder, long index) {
    return folder.resolve(String.format(java.util.Locale.ROOT, "%010d.segment", index));
  }

  /// Makes a file of zeros, all of its blocks written, so that no later write can find the disk
  /// full.
  static void make(Path file, int size) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(64 * 1024);
      for (int written = 0; written < size; ) {
        zeros.clear().limit(Math.min(zeros.capacity(), size - written));
        written += channel.write(zeros);
      }
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static Segment map(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Segment(file, channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
    }
  }

  Path file() {
    return file;
  }

  int size() {
    return bytes.capacity();
  }

  boolean started() {
    return bytes.capacity() >= HEADER && (int) INT.getAcquire(bytes, 24) != 0;
  }

  void start(long firstSequence) {
    bytes.putLong(0, MAGIC).putInt(8, FORMAT).putLong(16, firstSequence);
    bytes.putInt(12, headerChecksum());
    INT.setRelease(bytes, 24, 1);
  }

  long firstSequence() throws IOException {
    if (bytes.getLong(0) != MAGIC || bytes.getInt(12) != headerChecksum()) {
      throw new CorruptLog(file, -1, 0, "not a segment of the trader's journal");
    }
    if (bytes.getInt(8) != FORMAT) {
      throw new CorruptLog(file, -1, 8, "format " + bytes.getInt(8) + " is of a newer Sorte");
    }
    return bytes.getLong(16);
  }

  private int headerChecksum() {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(0, 12));
    crc.update(bytes.slice(16, 8));
    return (int) crc.getValue();
  }

  int lengthAt(int at) {
    return at + RECORD_HEADER > size() ? CLOSED : (int) INT.getAcquire(bytes, at);
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

  void put(int at, long sequence, ByteBuffer payload) {
    int length = payload.remaining();
    bytes.put(at + RECORD_HEADER, payload, payload.position(), length);
    bytes.putInt(at + 4, checksum(sequence, payload.duplicate()));
    INT.setRelease(bytes, at, length);
  }

  void close(int at) {
    if (at + RECORD_HEADER <= size()) {
      INT.setRelease(bytes, at, CLOSED);
    }
  }

  static int after(int at, int length) {
    return (at + RECORD_HEADER + length + 7) & -8;
  }

  /// Whether a record of a sequence number at or after `sequence` stands whole anywhere behind
  /// `at`.
  boolean goodRecordBehind(int at, long sequence) {
    long most = sequence + size() / RECORD_HEADER;
    for (int next = at + 8; next + RECORD_HEADER <= size(); next += 8) {
      int length = bytes.getInt(next);
      if (length > 0 && length <= Journal.LONGEST_RECORD && fits(next, length)) {
        for (long s = sequence; s <= Math.min(most, sequence + SEQUENCES_TRIED); s++) {
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

  /// Clears what a torn write left behind `at`.
  void clear(int at) {
    for (int i = at; i < size(); i++) {
      if (bytes.get(i) != 0) {
        bytes.put(i, (byte) 0);
      }
    }
  }

  void force() {
    bytes.force();
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
