package sorte.guardian.attest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import sorte.trading.journal.AppendLog;

/// Reads the file of an [AppendLog] from front to back in one go, for those who only look.
final class LogFile {
  private static final byte[] MAGIC = {'S', 'O', 'R', 'T', 'E', 'L', 'O', 'G'};
  private static final int HEADER = 8;
  private static final int BUFFER = 1 << 20;

  private LogFile() {}

  /// Sees each record in order.
  interface Visitor {
    void record(byte[] payload) throws IOException;
  }

  /// Shows each whole record and gives the number of bytes behind the last one: 0 where the file
  /// ends as it should.
  static long read(Path file, Visitor visitor) throws IOException {
    long size = Files.size(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return size - read(in, visitor);
    }
  }

  /// The same of a stream; gives how many bytes were whole records.
  static long read(InputStream in, Visitor visitor) throws IOException {
    if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
      return 0;
    }
    long good = MAGIC.length;
    CRC32C crc = new CRC32C();
    byte[] header = new byte[HEADER];
    while (in.readNBytes(header, 0, HEADER) == HEADER) {
      int length = ByteBuffer.wrap(header).getInt();
      int checksum = ByteBuffer.wrap(header).getInt(Integer.BYTES);
      if (length < 0 || length > AppendLog.LONGEST_RECORD) {
        return good;
      }
      byte[] payload = in.readNBytes(length);
      crc.reset();
      crc.update(header, 0, Integer.BYTES);
      crc.update(payload);
      if (payload.length < length || (int) crc.getValue() != checksum) {
        return good;
      }
      visitor.record(payload);
      good += HEADER + length;
    }
    return good;
  }
}
