package sorte.trading.market;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Bars as they lie in memory: a header, then six columns of eight bytes a row (time, open, high,
/// low, close, volume; little-endian). What the store derives from its Parquet, so that ten million
/// bars are there in less than a second; it may be thrown away at any time.
///
/// Columns are read in pieces into the arrays that a run works on, and not worked on where they are
/// mapped: a mapped file that somebody cuts short ends the process that reads it.
public final class ColumnFile {

  /// How the names of such files end.
  public static final String ENDING = ".columns";

  private static final int PIECE = 1 << 16;

  private ColumnFile() {}

  /// What a file says of itself.
  ///
  /// @param sha256 the digest of its bars, in hexadecimal: the same for the same bars anywhere
  /// @param origin the digest of what they were derived from; zeros where that is nothing
  public record Header(int rows, String sha256, String origin) {}

  /// The header; empty where there is no such file, or no whole one.
  public static Optional<Header> header(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel in = FileChannel.open(file)) {
      return head(in).map(head -> new Header(head.rows(), head.sha256(), head.origin()));
    }
  }

  /// Reads a file: all of it, unaltered, or nothing.
  public static BarsReading read(Path file) throws IOException {
    return latest(file, Integer.MAX_VALUE);
  }

  /// Reads the latest bars of a file, `most` of them or all; none where any of it was altered.
  public static BarsReading latest(Path file, int most) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      Optional<ColumnHeader> head = head(in);
      return head.isPresent()
          ? columns(file, in, head.get(), most)
          : bad(file, "not whole, or of another version");
    } catch (EOFException _) {
      return bad(file, "cut short while it was read");
    }
  }

  private static BarsReading columns(Path file, FileChannel in, ColumnHeader head, int most)
      throws IOException {
    Pieces pieces = new Pieces(in, head, Math.max(0, head.rows() - most));
    long[] time = pieces.time();
    double[][] values = new double[ColumnHeader.COLUMNS][];
    for (int column = 1; column < ColumnHeader.COLUMNS; column++) {
      values[column] = pieces.values(column);
    }
    if (pieces.altered >= 0) {
      return bad(file, "altered in its column " + BarsFile.HEADER.split(",")[pieces.altered]);
    }
    try {
      return new BarsReading.Read(
          Bars.columns(time, values[1], values[2], values[3], values[4], values[5]), head.sha256());
    } catch (IllegalArgumentException e) {
      return bad(file, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<ColumnHeader> head(FileChannel in) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(ColumnHeader.BYTES);
    while (first.hasRemaining() && in.read(first) >= 0) {
      // the header may come in pieces
    }
    return ColumnHeader.of(first.flip())
        .filter(head -> {
          try {
            return in.size() == place(head.rows(), ColumnHeader.COLUMNS);
          } catch (IOException _) {
            return false;
          }
        });
  }

  private static long place(int rows, int column) {
    return ColumnHeader.BYTES + (long) rows * Double.BYTES * column;
  }

  /// Writes a file, whole or not at all.
  ///
  /// @param origin the digest of what the bars are derived from, in hexadecimal; empty for nothing
  public static Header write(Path file, Bars bars, String origin) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    String from = origin.isEmpty() ? ColumnHeader.NO_ORIGIN : origin;
    ColumnHeader head;
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      out.position(ColumnHeader.BYTES);
      Sum sum = new Sum(bars, out);
      head = new ColumnHeader(bars.size(), sum.sha256(), from, sum.checks);
      out.write(head.bytes(), 0);
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new Header(head.rows(), head.sha256(), head.origin());
  }

  /// The digest of bars: SHA-256 of their columns as they would lie in a file.
  public static String digest(Bars bars) {
    try {
      return new Sum(bars, null).sha256();
    } catch (IOException e) {
      throw new IllegalStateException("nothing was to be written", e);
    }
  }

  private static BarsReading bad(Path file, String seen) {
    return new BarsReading.Bad(
        file.toString(),
        List.of(
            new BarsReading.Problem(
                "bad-columns", 0, seen, "Delete it: it is made again from the store")),
        1);
  }

  /// Reads columns piece by piece, checking each.
  private static final class Pieces {
    private final FileChannel in;
    private final ColumnHeader head;
    private final int skipped;
    private final ByteBuffer piece =
        ByteBuffer.allocateDirect(PIECE).order(ByteOrder.LITTLE_ENDIAN);

    /// The first column whose check fails; -1 where none does.
    private int altered = -1;

    /// @param skipped rows that are looked at and not kept
    Pieces(FileChannel in, ColumnHeader head, int skipped) {
      this.in = in;
      this.head = head;
      this.skipped = skipped;
    }

    long[] time() throws IOException {
      long[] column = new long[head.rows() - skipped];
      each(0, (row, at, count) -> piece.asLongBuffer().get(row, column, at, count));
      return column;
    }

    double[] values(int number) throws IOException {
      double[] column = new double[head.rows() - skipped];
      each(number, (row, at, count) -> piece.asDoubleBuffer().get(row, column, at, count));
      return column;
    }

    private void each(int number, Take take) throws IOException {
      CRC32C check = new CRC32C();
      long from = place(head.rows(), number);
      for (int at = 0; at < head.rows(); ) {
        int count = Math.min(PIECE / Double.BYTES, head.rows() - at);
        piece.clear().limit(count * Double.BYTES);
        while (piece.hasRemaining()) {
          if (in.read(piece, from + (long) at * Double.BYTES + piece.position()) < 0) {
            throw new EOFException();
          }
        }
        check.update(piece.flip());
        piece.rewind();
        int kept = Math.max(at, skipped);
        if (kept < at + count) {
          take.piece(kept - at, kept - skipped, at + count - kept);
        }
        at += count;
      }
      if (altered < 0 && (int) check.getValue() != head.checks()[number]) {
        altered = number;
      }
    }
  }

  /// What to do with the rows that lie in the piece at hand from its `row` on, as those from `at`
  /// on.
  private interface Take {
    void piece(int row, int at, int count);
  }

  /// Goes through bars column by column: their digest, their checks and, where asked, their bytes.
  private static final class Sum {
    private final MessageDigest digest;
    private final int[] checks = new int[ColumnHeader.COLUMNS];

    Sum(Bars bars, @org.jspecify.annotations.Nullable FileChannel out) throws IOException {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
      ByteBuffer piece = ByteBuffer.allocateDirect(PIECE).order(ByteOrder.LITTLE_ENDIAN);
      for (int column = 0; column < ColumnHeader.COLUMNS; column++) {
        CRC32C check = new CRC32C();
        for (int at = 0; at < bars.size(); ) {
          int count = Math.min(PIECE / Double.BYTES, bars.size() - at);
          piece.clear();
          for (int i = 0; i < count; i++) {
            piece.putLong(bits(bars, column, at + i));
          }
          piece.flip();
          digest.update(piece.duplicate());
          check.update(piece.duplicate());
          while (out != null && piece.hasRemaining()) {
            out.write(piece);
          }
          at += count;
        }
        checks[column] = (int) check.getValue();
      }
    }

    String sha256() {
      return HexFormat.of().formatHex(digest.digest());
    }

    private static long bits(Bars bars, int column, int row) {
      return switch (column) {
        case 0 -> bars.time(row);
        case 1 -> Double.doubleToRawLongBits(bars.open(row));
        case 2 -> Double.doubleToRawLongBits(bars.high(row));
        case 3 -> Double.doubleToRawLongBits(bars.low(row));
        case 4 -> Double.doubleToRawLongBits(bars.close(row));
        default -> Double.doubleToRawLongBits(bars.volume(row));
      };
    }
  }
}
