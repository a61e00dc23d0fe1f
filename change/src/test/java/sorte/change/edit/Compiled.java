package sorte.change.edit;

import com.sun.source.util.JavacTask;
import java.io.IOException;
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
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Sources of equal names compiled together, each in a package of its own: many in one go are many
/// times as fast as one by one.
final class Compiled {
  private static final Pattern PACKAGE =
      Pattern.compile("\\bpackage(?:\\s|/\\*.*?\\*/)+sorte\\s*\\.\\s*strategies\\b");
  private static final Pattern NAME = Pattern.compile("\\bclass\\s+(\\w+)[^;{]*\\bStrategy\\b");

  private final List<String> sources = new ArrayList<>();

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
                    null,
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
      task.analyze();
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
