package sorte.trading.market;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/// Bars as CSV, plain or gzip (`.gz`), as docs/contracts/cli.md has it, or as the columns that the
/// store leaves for the trader ([ColumnFile]). A file is taken whole or not at all.
public final class BarsFile {

  /// The first line of every bars file.
  public static final String HEADER = "time,open,high,low,close,volume";

  /// The longest line that is looked at, in bytes.
  public static final int LONGEST_LINE = 4096;

  /// The most bars that one file may hold.
  public static final int MOST_BARS = 20_000_000;

  /// The most problems that are named one by one.
  public static final int MOST_NAMED = 20;

  private static final int BUFFER = 1 << 16;

  private BarsFile() {}

  /// Reads a file.
  ///
  /// @throws IOException when the disk fails; whatever is wrong with the file itself is an outcome
  public static BarsReading read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!Files.exists(file)) {
      return bad(file, "missing-file", "there is no such file", "Give the path of a bars file");
    }
    if (!Files.isRegularFile(file)) {
      return bad(file, "not-a-file", "this is not a file", "Give the path of a bars file");
    }
    if (name.endsWith(".parquet")) {
      return bad(
          file,
          "parquet-not-here",
          "Parquet is not read here",
          "Take it into the store with data import, or give the same columns as .csv or .csv.gz");
    }
    if (name.endsWith(ColumnFile.ENDING)) {
      return ColumnFile.read(file);
    }
    if (!name.endsWith(".csv") && !name.endsWith(".csv.gz")) {
      return bad(
          file,
          "unknown-kind",
          "the name ends in neither .csv nor .csv.gz",
          "Rename or convert it");
    }
    return parsed(file, name.endsWith(".gz"));
  }

  private static BarsReading parsed(Path file, boolean zipped) throws IOException {
    MessageDigest digest = sha256();
    BarsParser parser = new BarsParser();
    try (InputStream raw = new DigestInputStream(Files.newInputStream(file), digest)) {
      try {
        feed(parser, zipped ? new GZIPInputStream(raw, BUFFER) : raw);
      } catch (ZipException | EOFException e) {
        parser.broken("bad-gzip", "not whole gzip data: " + e.getMessage(), "Fetch the file again");
      }
      raw.transferTo(OutputStream.nullOutputStream());
    }
    parser.end();
    return parser.reading(file.toString(), HexFormat.of().formatHex(digest.digest()));
  }

  private static void feed(BarsParser parser, InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (!parser.take(buffer, read)) {
        return;
      }
    }
  }

  /// Writes bars so that reading them gives the same bits; gzip where the name ends in `.gz`. The
  /// file is complete or not there.
  public static void write(Path file, Bars bars) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    boolean zipped = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz");
    try (OutputStream plain = Files.newOutputStream(draft);
        OutputStream out =
            zipped
                ? new GZIPOutputStream(plain, BUFFER)
                : new BufferedOutputStream(plain, BUFFER)) {
      out.write((HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < bars.size(); i++) {
        line.setLength(0);
        line.append(bars.time(i)).append(',');
        number(line, bars.open(i)).append(',');
        number(line, bars.high(i)).append(',');
        number(line, bars.low(i)).append(',');
        number(line, bars.close(i)).append(',');
        number(line, bars.volume(i)).append('\n');
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
      }
    }
    Files.move(
        draft,
        file,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  /// The shortest digits that read back as the same bits.
  private static StringBuilder number(StringBuilder line, double value) {
    long whole = (long) value;
    return whole == value ? line.append(whole) : line.append(value);
  }

  /// The digest that reading the file would give, in hexadecimal.
  public static String digest(Path file) throws IOException {
    if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ColumnFile.ENDING)) {
      return ColumnFile.header(file).map(ColumnFile.Header::sha256).orElse("");
    }
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static BarsReading bad(Path file, String rule, String seen, String remedy) {
    return new BarsReading.Bad(
        file.toString(), List.of(new BarsReading.Problem(rule, 0, seen, remedy)), 1);
  }
}
