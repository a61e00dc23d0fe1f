package sorte.trading.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The classes of one artefact, read with bounds: an artefact is a jar of classes and nothing else
/// is taken from it.
public final class ReleaseClasses {

  /// The largest artefact, in bytes.
  public static final int LARGEST_ARTIFACT = 4 * 1024 * 1024;

  /// The most classes of one artefact.
  public static final int MOST_CLASSES = 256;

  /// The largest class, in bytes.
  public static final int LARGEST_CLASS = 512 * 1024;

  private ReleaseClasses() {}

  /// Binary class name to class file.
  ///
  /// @throws IOException naming what is wrong with the jar
  public static SortedMap<String, byte[]> of(byte[] jar) throws IOException {
    if (jar.length > LARGEST_ARTIFACT) {
      throw new IOException(
          "an artefact holds at most " + LARGEST_ARTIFACT + " bytes, has " + jar.length);
    }
    SortedMap<String, byte[]> classes = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        take(entry.getName(), zip, classes);
      }
    }
    if (classes.isEmpty()) {
      throw new IOException("the artefact holds no class");
    }
    return classes;
  }

  private static void take(String name, ZipInputStream zip, SortedMap<String, byte[]> classes)
      throws IOException {
    if (!name.endsWith(".class")) {
      return;
    }
    byte[] bytes = zip.readNBytes(LARGEST_CLASS + 1);
    if (bytes.length > LARGEST_CLASS) {
      throw new IOException(name + " is larger than " + LARGEST_CLASS + " bytes");
    }
    String className = name.substring(0, name.length() - ".class".length()).replace('/', '.');
    if (classes.put(className, bytes) != null) {
      throw new IOException(name + " is there twice");
    }
    if (classes.size() > MOST_CLASSES) {
      throw new IOException("the artefact holds more than " + MOST_CLASSES + " classes");
    }
  }
}
