package sorte.trading.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/// An append-only log, checksummed, on the disk before `append` returns. One writer.
///
/// A record is `[length:int][crc32c of length and payload:int][payload]`, big-endian, after the
/// eight bytes `SORTELOG`. A tail that was being written when the process died is cut when the log
/// is opened again; a bad record with a good one behind it is damage, and stops.
public final class AppendLog implements AutoCloseable {

  /// The longest payload, in bytes.
  public static final int LONGEST_RECORD = 16 * 1024 * 1024;

  private static final byte[] MAGIC = {'S', 'O', 'R', 'T', 'E', 'L', 'O', 'G'};
  private static final int HEADER = 8;

  /// Sees each record in order.
  public interface Visitor {
    void record(long number, byte[] payload) throws IOException;
  }

  private final Path file;
  private final FileChannel channel;
  private long records;
  private boolean failed;

  private AppendLog(Path file, FileChannel channel, long records) {
    this.file = file;
    this.channel = channel;
    this.records = records;
  }

  /// The log at `file`, made if it is not there, its torn tail cut.
  ///
  /// @throws CorruptLog when a record before the tail is damaged
  public static AppendLog open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      Scan scan = scan(file, channel, 0, (_, _) -> {});
      if (scan.end == 0) {
        channel.truncate(0);
        writeWhole(channel, ByteBuffer.wrap(MAGIC), 0);
        channel.force(true);
        return new AppendLog(file, channel, 0);
      }
      if (scan.end < channel.size()) {
        channel.truncate(scan.end);
        channel.force(true);
      }
      return new AppendLog(file, channel, scan.records);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Reads a log without writing to it; a torn tail is passed over.
  public static void read(Path file, Visitor visitor) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      scan(file, channel, 0, visitor);
    }
  }

  /// Writes one record and forces it. Returns its number, from 0. After a failure (a full disk) the
  /// half-written record is cut off; where even that fails, the log refuses all further writes.
  public synchronized long append(byte[] payload) throws IOException {
    if (payload.length > LONGEST_RECORD) {
      throw new IllegalArgumentException(
          "a record holds at most " + LONGEST_RECORD + " bytes, was " + payload.length);
    }
    ByteBuffer record = ByteBuffer.allocate(HEADER + payload.length);
    record.putInt(payload.length).putInt(checksum(payload)).put(payload).flip();
    write(record);
    return records++;
  }

  /// Writes many records and forces them once. A death in between leaves some of the first.
  public synchronized void appendAll(List<byte[]> payloads) throws IOException {
    int bytes = payloads.stream().mapToInt(payload -> HEADER + payload.length).sum();
    if (bytes > LONGEST_RECORD) {
      throw new IllegalArgumentException(
          "records written at once hold at most " + LONGEST_RECORD + " bytes, were " + bytes);
    }
    ByteBuffer all = ByteBuffer.allocate(bytes);
    for (byte[] payload : payloads) {
      all.putInt(payload.length).putInt(checksum(payload)).put(payload);
    }
    write(all.flip());
    records += payloads.size();
  }

  private void write(ByteBuffer record) throws IOException {
    if (failed) {
      throw new IOException(file + " could not be written before; free the disk and start again");
    }
    long start = channel.size();
    try {
      writeWhole(channel, record, start);
      channel.force(true);
    } catch (IOException e) {
      failed = true;
      channel.truncate(start);
      failed = false;
      throw e;
    }
  }

  /// How many records there are.
  public synchronized long size() {
    return records;
  }

  /// Shows every record from number `from` on.
  public synchronized void read(long from, Visitor visitor) throws IOException {
    scan(file, channel, from, visitor);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private record Scan(long records, long end) {}

  private static Scan scan(Path file, FileChannel channel, long from, Visitor visitor)
      throws IOException {
    long size = channel.size();
    if (size < MAGIC.length) {
      return new Scan(0, 0);
    }
    byte[] magic = bytesAt(channel, 0, MAGIC.length);
    if (!java.util.Arrays.equals(magic, MAGIC)) {
      throw new CorruptLog(file, 0, 0, "not a Sorte log");
    }
    long at = MAGIC.length;
    long number = 0;
    while (at < size) {
      byte[] payload = payloadAt(channel, at, size);
      if (payload == null) {
        if (goodRecordBehind(channel, at, size)) {
          throw new CorruptLog(file, number, at, "its checksum does not match");
        }
        return new Scan(number, at);
      }
      if (number >= from) {
        visitor.record(number, payload);
      }
      at += HEADER + payload.length;
      number++;
    }
    return new Scan(number, at);
  }

  private static byte @org.jspecify.annotations.Nullable [] payloadAt(
      FileChannel channel, long at, long size) throws IOException {
    if (at + HEADER > size) {
      return null;
    }
    ByteBuffer header = ByteBuffer.wrap(bytesAt(channel, at, HEADER));
    int length = header.getInt();
    int checksum = header.getInt();
    if (length < 0 || length > LONGEST_RECORD || at + HEADER + length > size) {
      return null;
    }
    byte[] payload = bytesAt(channel, at + HEADER, length);
    return checksum(payload) == checksum ? payload : null;
  }

  /// A torn write leaves nothing readable behind it. A whole record that begins anywhere behind a
  /// bad one means that the bad one was once good. Only the records' own places are tried first,
  /// then every byte of a bounded stretch.
  private static boolean goodRecordBehind(FileChannel channel, long at, long size)
      throws IOException {
    long last = Math.min(size - HEADER, at + SEARCHED_BEHIND_A_BAD_RECORD);
    for (long next = at + 1; next <= last; next++) {
      byte[] payload = payloadAt(channel, next, size);
      if (payload != null && payload.length > 0) {
        return true;
      }
    }
    return false;
  }

  /// How far behind a bad record a good one is looked for, in bytes.
  private static final int SEARCHED_BEHIND_A_BAD_RECORD = 1 << 20;

  private static int checksum(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).flip());
    crc.update(payload);
    return (int) crc.getValue();
  }

  private static byte[] bytesAt(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return buffer.array();
  }

  private static void writeWhole(FileChannel channel, ByteBuffer bytes, long at)
      throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      place += channel.write(bytes, place);
    }
  }
}
