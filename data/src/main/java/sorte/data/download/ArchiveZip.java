package sorte.data.download;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A file of the archive: one CSV file in a zip. Its names are never made paths, and however small
/// it is, it does not unpack to more than is allowed.
final class ArchiveZip {

  /// The most bytes that a file may unpack to.
  static final int LARGEST = 64 << 20;

  private static final int PIECE = 1 << 16;

  private ArchiveZip() {}

  /// Whether these bytes are the ones that the checksum file speaks of: `<sha256> <name>`.
  static boolean fits(byte[] zip, String checksum) {
    String told = checksum.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return told.equals(sha256(zip));
  }

  /// @throws BadPart when the answer is no checksum file
  static void checksum(WebDoor.Answer answer) throws BadPart {
    String text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    if (!text.strip().matches("[0-9a-fA-F]{64}\\s+\\S+")) {
      throw new BadPart("no checksum file");
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The CSV file in the zip.
  ///
  /// @throws BadPart when there is not exactly one, or it is too large, or the zip is not whole
  static byte[] csv(byte[] zip) throws BadPart {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      ZipEntry entry = in.getNextEntry();
      if (entry == null || !entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
        throw new BadPart("the zip does not begin with a CSV file");
      }
      byte[] csv = bounded(in);
      if (in.getNextEntry() != null) {
        throw new BadPart("the zip holds more than one file");
      }
      return csv;
    } catch (BadPart e) {
      throw e;
    } catch (IOException e) {
      throw new BadPart("not a whole zip: " + e.getMessage());
    }
  }

  private static byte[] bounded(InputStream in) throws IOException, BadPart {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      if (out.size() + read > LARGEST) {
        throw new BadPart("it unpacks to more than " + LARGEST + " bytes");
      }
      out.write(piece, 0, read);
    }
    return out.toByteArray();
  }
}
