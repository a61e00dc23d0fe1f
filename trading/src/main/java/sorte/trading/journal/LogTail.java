package sorte.trading.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Follows an [AppendLog] that another process writes and whose records all have one length. One
/// thread. A record that is half written counts as not yet there; what lies before the end and does
/// not match its checksum is damage.
public final class LogTail implements AutoCloseable {
  private static final int MAGIC = 8;
  private static final int HEADER = 8;

  private final Path file;
  private final int length;
  private final ByteBuffer record;
  private @Nullable FileChannel channel;
  private long number;

  /// @param length of every record's payload, in bytes
  /// @param from number of the record that [#next] gives first
  public LogTail(Path file, int length, long from) {
    this.file = file;
    this.length = length;
    this.record = ByteBuffer.allocate(HEADER + length);
    this.number = from;
  }

  /// The next record's payload; nothing where it is not whole on the disk yet.
  ///
  /// @throws CorruptLog when it is damaged and others stand behind it
  public Optional<byte[]> next() throws IOException {
    FileChannel open = channel;
    if (open == null) {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      open = FileChannel.open(file, StandardOpenOption.READ);
      channel = open;
    }
    return read(open);
  }

  private Optional<byte[]> read(FileChannel log) throws IOException {
    long at = MAGIC + number * record.capacity();
    record.clear();
    while (record.hasRemaining()) {
      if (log.read(record, at + record.position()) < 0) {
        return Optional.empty();
      }
    }
    record.flip();
    int stated = record.getInt();
    int checksum = record.getInt();
    byte[] payload = new byte[length];
    record.get(payload);
    if (stated != length || checksum(payload) != checksum) {
      if (log.size() > at + record.capacity()) {
        throw new CorruptLog(file, number, at, "its checksum does not match");
      }
      return Optional.empty(); // its writer is not done, or died and will cut it
    }
    number++;
    return Optional.of(payload);
  }

  /// The number of the record that `next` gives next.
  public long number() {
    return number;
  }

  private int checksum(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    crc.update(payload);
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
