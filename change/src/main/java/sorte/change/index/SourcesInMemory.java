package sorte.change.index;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/// What the compiler finds when it looks for a type: the faces of the tree's own files, which are
/// in memory, then the libraries. A package that the tree has sources of is looked for nowhere
/// else.
final class SourcesInMemory extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, List<Text>> texts = new TreeMap<>();

  /// Files of the packages that were looked into; most never are.
  private final Map<String, List<JavaFileObject>> files = new TreeMap<>();

  private SourcesInMemory(JavaFileManager libraries) {
    super(libraries);
  }

  /// A text of the tree, by the qualified name of a type at its top.
  record Text(String type, String packageName, String text) {
    JavaFileObject file() {
      return new InMemory(type.replace('.', '/') + ".java", type, text);
    }
  }

  /// What the compiler finds.
  ///
  /// @param owned packages that the tree has sources of
  static SourcesInMemory of(JavaFileManager libraries, Set<String> owned, List<Text> texts) {
    SourcesInMemory sources = new SourcesInMemory(libraries);
    owned.forEach(name -> sources.texts.put(name, new ArrayList<>()));
    for (Text text : texts) {
      sources.texts.computeIfAbsent(text.packageName(), _ -> new ArrayList<>()).add(text);
    }
    return sources;
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location == StandardLocation.SOURCE_PATH) {
      return kinds.contains(JavaFileObject.Kind.SOURCE) ? filesOf(packageName) : List.of();
    }
    if (location == StandardLocation.CLASS_PATH && texts.containsKey(packageName)) {
      return List.of();
    }
    return super.list(location, packageName, kinds, recurse);
  }

  private List<JavaFileObject> filesOf(String packageName) {
    return files.computeIfAbsent(
        packageName, name -> texts.getOrDefault(name, List.of()).stream().map(Text::file).toList());
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof InMemory own ? own.type : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a instanceof InMemory || b instanceof InMemory ? a.equals(b) : super.isSameFile(a, b);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return file instanceof InMemory
        ? location == StandardLocation.SOURCE_PATH
        : super.contains(location, file);
  }

  /// A text that the compiler takes for a file.
  static final class InMemory extends SimpleJavaFileObject {
    final String path;
    private final String type;
    private final String text;

    InMemory(String path, String type, String text) {
      super(uri(path), Kind.SOURCE);
      this.path = path;
      this.type = type;
      this.text = text;
    }

    private static URI uri(String path) {
      try {
        return new URI("source", null, "/" + path, null);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException("no path of a source file: " + path, e);
      }
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE;
    }
  }
}
