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

/// A jar of metered classes; the same classes give the same bytes.
///
/// @param sha256 its name in the store
public record Artifact(byte[] jar, String sha256) {

  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /// @param classes by binary name
  public static Artifact of(SortedMap<String, byte[]> classes) {
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
        entry.setTimeLocal(TIME);
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
