package sorte.guardian.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sorte.trading.release.GuardianKey.Digest;

/// One jar of a child's class path, packed from this process's own class path: only the folders
/// named, wherever they stand (a folder of classes, a jar, a jar of everything). The same classes
/// give the same bytes.
final class ChildJar {

  private static final long MOMENT = 1_767_225_600_000L; // 2026-01-01, any fixed one

  private final SortedMap<String, byte[]> entries = new TreeMap<>();

  static ChildJar plain() {
    return new ChildJar();
  }

  /// A jar that is the module `name` when it stands on the module path.
  static ChildJar module(String name) {
    ChildJar jar = new ChildJar();
    String manifest = "Manifest-Version: 1.0\r\nAutomatic-Module-Name: " + name + "\r\n\r\n";
    jar.entries.put(JarFile.MANIFEST_NAME, manifest.getBytes(StandardCharsets.UTF_8));
    return jar;
  }

  /// Adds one file.
  ChildJar file(String name, byte[] content) {
    entries.put(name, content.clone());
    return this;
  }

  /// Adds what stands under `prefixes` in the place where the class path has `landmark`.
  ChildJar add(String landmark, List<String> prefixes) throws IOException {
    URL found = ChildJar.class.getClassLoader().getResource(landmark);
    if (found == null) {
      throw new IOException(landmark + " is not on the class path");
    }
    if (found.openConnection() instanceof JarURLConnection inJar) {
      inJar.setUseCaches(false);
      try (JarFile jar = inJar.getJarFile()) {
        for (JarEntry entry : jar.stream().toList()) {
          if (!entry.isDirectory() && wanted(entry.getName(), prefixes)) {
            try (InputStream in = jar.getInputStream(entry)) {
              entries.put(entry.getName(), in.readAllBytes());
            }
          }
        }
      }
    } else {
      addFolder(root(found, landmark), prefixes);
    }
    return this;
  }

  /// Adds what stands under `prefixes` in a folder.
  ChildJar addFolder(Path root, List<String> prefixes) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (wanted(name, prefixes)) {
          entries.put(name, Files.readAllBytes(file));
        }
      }
    }
    return this;
  }

  private static boolean wanted(String name, List<String> prefixes) {
    return prefixes.stream().anyMatch(name::startsWith) && !name.endsWith("module-info.class");
  }

  private static Path root(URL found, String landmark) throws IOException {
    String location = found.toString();
    String root = location.substring(0, location.length() - landmark.length());
    try {
      return Path.of(new URI(root));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /// SHA-256 over the names and contents, the same whatever the machine's time zone.
  String digest() {
    StringBuilder rows = new StringBuilder();
    entries.forEach((name, content) ->
        rows.append(Digest.sha256(content)).append("  ").append(name).append('\n'));
    return Digest.sha256(rows.toString().getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var file : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(MOMENT);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        CRC32 crc = new CRC32();
        crc.update(file.getValue());
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        new ByteArrayInputStream(file.getValue()).transferTo(zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
