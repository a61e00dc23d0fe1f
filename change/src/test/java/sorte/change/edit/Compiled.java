package sorte.change.edit;

import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import sorte.strategy.Strategy;

/// Sources of equal names compiled together, each in a package of its own: many in one go are many
/// times as fast as one by one.
final class Compiled {
  private static final Pattern PACKAGE =
      Pattern.compile("\\bpackage(?:\\s|/\\*.*?\\*/)+sorte\\s*\\.\\s*strategies\\b");
  private static final Pattern NAME = Pattern.compile("\\bclass\\s+(\\w+)[^;{]*\\bStrategy\\b");

  private final List<String> sources = new ArrayList<>();
  private final Map<String, byte[]> classes = new TreeMap<>();
  private final ClassLoader loader =
      new ClassLoader(Strategy.class.getClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
          byte[] bytes = classes.get(name);
          if (bytes == null) {
            throw new ClassNotFoundException(name);
          }
          return defineClass(name, bytes, 0, bytes.length);
        }
      };

  /// Takes a source in and says under which number its errors will come.
  int add(String source) {
    sources.add(source.startsWith("\uFEFF") ? source.substring(1) : source);
    return sources.size() - 1;
  }

  /// What does not compile, by number.
  Map<Integer, String> errors() {
    List<JavaFileObject> files = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      files.add(file(i, sources.get(i)));
    }
    DiagnosticCollector<JavaFileObject> words = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    new Kept(
                        ToolProvider.getSystemJavaCompiler()
                            .getStandardFileManager(null, Locale.ROOT, null)),
                    words,
                    List.of(
                        "-proc:none",
                        "-Xlint:none",
                        "-Xmaxerrs",
                        "10000",
                        "-classpath",
                        System.getProperty("java.class.path")),
                    null,
                    files);
    try {
      task.generate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Integer, String> errors = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> word : words.getDiagnostics()) {
      if (word.getKind() == Diagnostic.Kind.ERROR) {
        JavaFileObject file = word.getSource();
        int number =
            file == null ? -1 : Integer.parseInt(file.toUri().getPath().split("/")[1].substring(1));
        errors.putIfAbsent(
            number, "line " + word.getLineNumber() + ": " + word.getMessage(Locale.ROOT));
      }
    }
    return errors;
  }

  /// The strategy of that number, once there are no errors.
  Class<? extends Strategy<?>> strategy(int number) {
    Matcher name = NAME.matcher(sources.get(number));
    if (!name.find()) {
      throw new IllegalArgumentException("no strategy in it");
    }
    try {
      @SuppressWarnings("unchecked")
      Class<? extends Strategy<?>> type =
          (Class<? extends Strategy<?>>) loader.loadClass("n" + number + "." + name.group(1));
      return type;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Takes class files into memory.
  private final class Kept extends ForwardingJavaFileManager<StandardJavaFileManager> {
    Kept(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(
          URI.create("string:///" + name.replace('.', '/') + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() {
              classes.put(name, toByteArray());
            }
          };
        }
      };
    }
  }

  private static JavaFileObject file(int number, String source) {
    Matcher name = NAME.matcher(source);
    if (!name.find()) {
      throw new IllegalArgumentException("no strategy in it: " + source);
    }
    String moved = PACKAGE.matcher(source).replaceFirst("package n" + number);
    return new SimpleJavaFileObject(
        URI.create("string:///n" + number + "/" + name.group(1) + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return moved;
      }
    };
  }
}
