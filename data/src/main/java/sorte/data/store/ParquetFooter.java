package sorte.data.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// The end of a Parquet file, where it says what it holds. Among it is the digest of the bars, so
/// that the footer's own digest tells one content from another, without a database and without
/// reading the bars.
final class ParquetFooter {
  private static final int MAGIC = 0x31524150; // "PAR1" read as a little-endian int
  private static final int TAIL = 8;

  /// The largest footer that is looked at, in bytes.
  static final int LARGEST = 64 << 20;

  private ParquetFooter() {}

  /// The digest of the file's length and footer, in hexadecimal; empty where it is no whole Parquet
  /// file.
  static Optional<String> digest(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      long size = in.size();
      if (size < TAIL) {
        return Optional.empty();
      }
      ByteBuffer tail = read(in, size - TAIL, TAIL);
      int length = tail.getInt();
      if (tail.getInt() != MAGIC || length < 1 || length > LARGEST || length > size - TAIL) {
        return Optional.empty();
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
      digest.update(read(in, size - TAIL - length, length));
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static ByteBuffer read(FileChannel in, long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && in.read(bytes, from + bytes.position()) >= 0) {
      // a read may give less than asked for
    }
    return bytes.flip();
  }
}
