package sorte.guardian.attest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sorte.trading.release.GuardianKey.Digest;

/// A jar of metered classes; the same classes give the same bytes, whatever the machine's clock,
/// zone or language.
///
/// @param sha256 its name in the store
public record Artifact(byte[] jar, String sha256) {

  /// Not the first moment that a jar can tell: beside that one the JDK writes another, which hangs
  /// on the machine's time zone.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final LocalDateTime TIME_OF_BEFORE = LocalDateTime.of(1980, 1, 1, 0, 0);

  /// @param classes by binary name
  public static Artifact of(SortedMap<String, byte[]> classes) {
    return of(classes, TIME);
  }

  /// As it was made before ADR 0088, on a machine of this time zone: to make again what was lost.
  public static Artifact asBefore(SortedMap<String, byte[]> classes) {
    return of(classes, TIME_OF_BEFORE);
  }

  private static Artifact of(SortedMap<String, byte[]> classes, LocalDateTime time) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> one : classes.entrySet()) {
        ZipEntry entry = new ZipEntry(one.getKey().replace('.', '/') + ".class");
        CRC32 crc = new CRC32();
        crc.update(one.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(one.getValue().length);
        entry.setCompressedSize(one.getValue().length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(one.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    byte[] jar = bytes.toByteArray();
    return new Artifact(jar, Digest.sha256(jar));
  }
}
