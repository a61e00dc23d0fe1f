package sorte.guardian.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/// The compiler's files: sources and given classes from memory, made classes into memory; the rest
/// (the JDK, the API's jar) from where it is.
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

  private final List<Source> sources = new ArrayList<>();
  private final SortedMap<String, byte[]> given;
  private final SortedMap<String, Made> made = new TreeMap<>();

  MemoryFiles(
      JavaFileManager jdk, SortedMap<String, String> sources, SortedMap<String, byte[]> given) {
    super(jdk);
    sources.forEach((path, text) -> this.sources.add(new Source(path, text)));
    this.given = given;
  }

  List<Source> sources() {
    return sources;
  }

  SortedMap<String, byte[]> made() {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    made.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
    return classes;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse)
      throws java.io.IOException {
    List<JavaFileObject> all = new ArrayList<>();
    if (location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS)) {
      given.forEach((name, bytes) -> {
        int dot = name.lastIndexOf('.');
        String in = dot < 0 ? "" : name.substring(0, dot);
        if (in.equals(packageName) || (recurse && in.startsWith(packageName + "."))) {
          all.add(new Given(name, bytes));
        }
      });
    }
    super.list(location, packageName, kinds, recurse).forEach(all::add);
    return all;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof Given one ? one.name : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a instanceof SimpleJavaFileObject || b instanceof SimpleJavaFileObject
        ? a == b
        : super.isSameFile(a, b);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    return made.computeIfAbsent(className, Made::new);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    throw new UnsupportedOperationException("only classes are made here, not " + relativeName);
  }

  /// A source, known by its path.
  static final class Source extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    Source(String path, String text) {
      super(URI.create("memory:///" + path.replace(' ', '_')), Kind.SOURCE);
      this.path = path;
      this.text = text;
    }

    String path() {
      return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Given extends SimpleJavaFileObject {
    private final String name;
    private final byte[] bytes;

    Given(String name, byte[] bytes) {
      super(URI.create("memory:///given/" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  private static final class Made extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Made(String name) {
      super(URI.create("memory:///made/" + name.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }
}
