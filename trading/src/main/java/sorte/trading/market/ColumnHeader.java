package sorte.trading.market;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The first bytes of a column file, little-endian: `SORTEBAR`, version, zero (4 bytes each), rows
/// (8), the bars' SHA-256 (32), the SHA-256 of what they were derived from (32, zeros for nothing),
/// six CRC32C of the columns, a CRC32C of all of this, zeros to 4096.
///
/// @param checks a CRC32C for each column
record ColumnHeader(int rows, String sha256, String origin, int[] checks) {
  /// The version that this build reads and writes.
  static final int VERSION = 1;

  /// Bytes before the first column: a page, so that a column may be mapped where it lies.
  static final int BYTES = 4096;

  static final int COLUMNS = 6;

  /// The origin of bars that were derived from nothing.
  static final String NO_ORIGIN = "0".repeat(64);

  private static final long MAGIC = 0x52414245_54524F53L; // "SORTEBAR" read as a little-endian long
  private static final int DIGEST = 32;

  ByteBuffer bytes() {
    ByteBuffer all = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    all.putLong(MAGIC).putInt(VERSION).putInt(0).putLong(rows);
    all.put(HexFormat.of().parseHex(sha256)).put(HexFormat.of().parseHex(origin));
    Arrays.stream(checks).forEach(all::putInt);
    all.putInt(check(all.duplicate().flip()));
    return all.clear();
  }

  /// The header in the first bytes of a file; empty where they are none of this version, or were
  /// altered.
  static Optional<ColumnHeader> of(ByteBuffer bytes) {
    ByteBuffer all = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (all.remaining() < BYTES || all.getLong() != MAGIC || all.getInt() != VERSION) {
      return Optional.empty();
    }
    all.getInt();
    long rows = all.getLong();
    String sha256 = digest(all);
    String origin = digest(all);
    int[] checks = new int[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
      checks[i] = all.getInt();
    }
    int told = all.position();
    boolean whole = all.getInt() == check(all.duplicate().limit(told).position(0));
    return whole && rows >= 0 && rows <= BarsFile.MOST_BARS
        ? Optional.of(new ColumnHeader((int) rows, sha256, origin, checks))
        : Optional.empty();
  }

  private static String digest(ByteBuffer from) {
    byte[] digest = new byte[DIGEST];
    from.get(digest);
    return HexFormat.of().formatHex(digest);
  }

  private static int check(ByteBuffer bytes) {
    CRC32C check = new CRC32C();
    check.update(bytes);
    return (int) check.getValue();
  }
}
