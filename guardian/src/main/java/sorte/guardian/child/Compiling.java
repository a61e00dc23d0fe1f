package sorte.guardian.child;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import sorte.guardian.child.CompileAnswer.Note;

/// The compiler in the child: sources in memory, classes in memory, no processors, no plug-ins, the
/// JDK's base module and nothing else.
final class Compiling {

  private static final int WORDS_MOST = 4000;
  private static final int WORDS_WHEN_OUT_OF_RESOURCES = 500;

  private final List<Path> api;
  private final List<Path> jupiter;

  /// @param api the strategy API's jar
  /// @param jupiter JUnit Jupiter's jars
  Compiling(List<Path> api, List<Path> jupiter) {
    this.api = List.copyOf(api);
    this.jupiter = List.copyOf(jupiter);
  }

  CompileAnswer run(CompileTask task) throws IOException {
    CompileAnswer sources = compile(task.sources(), new TreeMap<>(), api);
    if (!sources.compiled() || task.tests().isEmpty()) {
      return sources;
    }
    List<Path> both = new ArrayList<>(api);
    both.addAll(jupiter);
    return sources.with(compile(task.tests(), sources.classes(), both));
  }

  /// @param given classes that the sources may name
  private static CompileAnswer compile(
      SortedMap<String, String> sources, SortedMap<String, byte[]> given, List<Path> path)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    StringWriter aside = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8);
        MemoryFiles memory = new MemoryFiles(files, sources, given)) {
      boolean compiled;
      List<Note> notes = new ArrayList<>();
      try {
        compiled =
            compiler.getTask(aside, memory, said, options(path), null, memory.sources()).call();
      } catch (StackOverflowError _) {
        compiled = false;
        notes.add(outOfResources("a source is nested deeper than the compiler's stack"));
      }
      said.getDiagnostics().forEach(d -> notes.add(note(d)));
      if (!compiled && notes.stream().noneMatch(note -> note.kind().equals("ERROR"))) {
        notes.add(outOfResources(Words.cut(aside.toString(), WORDS_WHEN_OUT_OF_RESOURCES)));
      }
      return CompileAnswer.of(compiled, compiled ? memory.made() : new TreeMap<>(), notes);
    }
  }

  /// The compiler's files, open for many compilations of one file each.
  record Files(StandardJavaFileManager jdk, List<Path> path) {
    JavacTask parsing(String name, String source) {
      MemoryFiles memory =
          new MemoryFiles(jdk, new TreeMap<>(Map.of(name, source)), new TreeMap<>());
      return (JavacTask)
          ToolProvider.getSystemJavaCompiler()
              .getTask(new StringWriter(), memory, _ -> {}, here(path), null, memory.sources());
    }
  }

  /// What is done with them.
  interface Work<T> {
    T with(Files files) throws IOException;
  }

  <T> T with(Work<T> work) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager jdk =
        compiler.getStandardFileManager(_ -> {}, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      return work.with(new Files(jdk, api));
    }
  }

  /// What each of many alternatives comes to by itself; none where it does not compile.
  List<Optional<SortedMap<String, byte[]>>> each(List<SortedMap<String, String>> alternatives)
      throws IOException {
    return with(files -> {
      List<Optional<SortedMap<String, byte[]>>> all = new ArrayList<>();
      for (SortedMap<String, String> sources : alternatives) {
        MemoryFiles memory = new MemoryFiles(files.jdk(), sources, new TreeMap<>());
        boolean compiled =
            ToolProvider.getSystemJavaCompiler()
                .getTask(new StringWriter(), memory, _ -> {}, here(api), null, memory.sources())
                .call();
        all.add(compiled ? Optional.of(memory.made()) : Optional.empty());
      }
      return all;
    });
  }

  private static Note outOfResources(String words) {
    return new Note("ERROR", "", 0, 0, "sorte.compiler.out.of.resources", words);
  }

  private static List<String> options(List<Path> path) {
    return List.of(
        "--release",
        "25",
        "--limit-modules",
        "java.base",
        "-proc:none",
        "-processorpath",
        "",
        "-classpath",
        String.join(":", path.stream().map(Path::toString).toList()),
        "-sourcepath",
        "",
        "-implicit:none",
        "-encoding",
        "UTF-8",
        "-parameters",
        "-g",
        "-Xmaxerrs",
        "200",
        "-Xmaxwarns",
        "200");
  }

  /// The same without a release: this JDK's own classes are at hand for what is only tried here.
  private static List<String> here(List<Path> path) {
    return options(path).subList(2, options(path).size());
  }

  private static Note note(Diagnostic<? extends JavaFileObject> d) {
    JavaFileObject source = d.getSource();
    String path = source instanceof MemoryFiles.Source known ? known.path() : "";
    return new Note(
        d.getKind().name(),
        path,
        (int) Math.max(0, d.getLineNumber()),
        (int) Math.max(0, d.getColumnNumber()),
        String.valueOf(d.getCode()),
        Words.cut(d.getMessage(Locale.ENGLISH), WORDS_MOST));
  }
}
