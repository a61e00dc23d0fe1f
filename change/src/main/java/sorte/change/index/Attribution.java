package sorte.change.index;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Has the JDK's compiler read files and say what every name in them means. Of other files it sees
/// the faces alone. Errors in a file do not keep it from being read, but for those of its syntax.
final class Attribution implements Closeable {
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-processorpath",
          "",
          "-implicit:none",
          "-nowarn",
          "-Xprefer:source",
          "--should-stop=ifError=ATTR",
          "--should-stop=ifNoError=ATTR");

  private final JavaCompiler compiler;
  private final StandardJavaFileManager libraries;

  Attribution(List<Path> classPath) throws IOException {
    compiler =
        Objects.requireNonNull(
            ToolProvider.getSystemJavaCompiler(), "the JDK's compiler is not there: run on a JDK");
    libraries = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    libraries.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
  }

  /// A file that was parsed, and not more: what others see of it and what it speaks of.
  record Parsed(
      SourceFile file,
      String packageName,
      Map<String, String> types,
      Map<String, String> face,
      Set<String> words) {}

  /// What came of parsing.
  record Parse(Map<String, Parsed> files, Map<String, Problem> problems) {}

  /// Parses files, each by itself.
  Parse parse(Collection<SourceFile> files) {
    Map<String, Parsed> parsed = new TreeMap<>();
    Map<String, Problem> problems = new TreeMap<>();
    List<JavaFileObject> objects = new ArrayList<>();
    Map<String, SourceFile> byPath = new LinkedHashMap<>();
    for (SourceFile file : files) {
      if (file.text().length() > SourceFile.LONGEST) {
        problems.put(
            file.path(),
            new Problem(
                file.path(), Problem.Kind.TOO_LONG, 0, Integer.toString(SourceFile.LONGEST)));
      } else {
        objects.add(new SourcesInMemory.InMemory(file.path(), "", file.text()));
        byPath.put(file.path(), file);
      }
    }
    if (objects.isEmpty()) {
      return new Parse(parsed, problems);
    }
    DiagnosticCollector<JavaFileObject> words = new DiagnosticCollector<>();
    JavacTask task = task(libraries, words, objects);
    try {
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        SourceFile file = Objects.requireNonNull(byPath.get(path(unit.getSourceFile())));
        Face face = new Face(file.text(), unit, trees.getSourcePositions());
        parsed.put(
            file.path(),
            new Parsed(file, Face.packageOf(unit), face.types(), face.parts(), Words.of(unit)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Diagnostic<? extends JavaFileObject> word : words.getDiagnostics()) {
      if (word.getKind() == Diagnostic.Kind.ERROR && word.getSource() != null) {
        String path = path(word.getSource());
        parsed.remove(path);
        problems.putIfAbsent(
            path,
            new Problem(
                path,
                Problem.Kind.DOES_NOT_PARSE,
                (int) Math.max(0, word.getLineNumber()),
                word.getMessage(Locale.ROOT).lines().findFirst().orElse("")));
      }
    }
    return new Parse(parsed, problems);
  }

  /// What each of the files declares and uses.
  ///
  /// @param others faces of the tree's other files
  /// @param owned packages that the tree has sources of
  Map<String, Named.Found> name(
      Collection<Parsed> files, List<SourcesInMemory.Text> others, Set<String> owned) {
    Map<String, Named.Found> found = new TreeMap<>();
    List<JavaFileObject> objects = new ArrayList<>();
    Map<String, SourceFile> byPath = new TreeMap<>();
    Set<String> packages = new TreeSet<>(owned);
    for (Parsed file : files) {
      objects.add(new SourcesInMemory.InMemory(file.file().path(), "", file.file().text()));
      byPath.put(file.file().path(), file.file());
      packages.add(file.packageName());
    }
    if (objects.isEmpty()) {
      return found;
    }
    JavacTask task =
        task(SourcesInMemory.of(libraries, packages, others), new DiagnosticCollector<>(), objects);
    try {
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      Map<Tree, List<AnnotationTree>> written = Named.annotationsOfComponents(units);
      task.analyze();
      Symbols symbols = new Symbols(task, packages);
      for (CompilationUnitTree unit : units) {
        SourceFile file = Objects.requireNonNull(byPath.get(path(unit.getSourceFile())));
        found.put(file.path(), new Named(file, unit, symbols, written).found());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private JavacTask task(
      javax.tools.JavaFileManager files,
      DiagnosticCollector<JavaFileObject> words,
      List<JavaFileObject> objects) {
    JavacTask task = (JavacTask) compiler.getTask(null, files, words, OPTIONS, null, objects);
    task.setLocale(Locale.ROOT);
    return task;
  }

  private static String path(JavaFileObject file) {
    // the compiler hands back objects of its own around ours; the address is ours
    return file.toUri().getPath().substring(1);
  }

  @Override
  public void close() throws IOException {
    libraries.close();
  }
}
