package sorte.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import sorte.change.index.CodeIndex;
import sorte.change.index.IndexCache;
import sorte.change.index.Indexer;
import sorte.change.index.SourceFile;
import sorte.change.index.SourceTree;
import sorte.guardian.repository.RecordedTree;
import sorte.trading.home.Home;

/// The source that `code` commands speak of, and its index as it is now: Sorte's own source with
/// the strategies as the home's repository has them, or any folder of Java.
record IndexedCode(List<SourceFile> files, CodeIndex index) {
  private static final String STRATEGIES = "strategies/src/";
  private static final String CACHE = "code-index";

  /// Sorte's source below `build`, the strategies out of `home` once it has any. The index is kept
  /// in the home from one command to the next.
  ///
  /// @param slow told how many files there are, where all of them must be read
  static IndexedCode ofSorte(Path build, Home home, IntConsumer slow) throws IOException {
    SortedMap<String, SourceFile> files = new TreeMap<>();
    SourceTree.of(build).forEach(file -> files.put(file.path(), file));
    Map<String, String> recorded = RecordedTree.of(home.repository());
    if (!recorded.isEmpty()) {
      files.keySet().removeIf(path -> path.startsWith(STRATEGIES));
      recorded.forEach((path, text) -> {
        if (path.endsWith(".java")) {
          files.put(path, new SourceFile(path, text));
        }
      });
    }
    List<Path> libraries =
        classPath().stream().filter(p -> !p.toAbsolutePath().startsWith(build)).toList();
    IndexCache cache = new IndexCache(CheckCommand.cache(home).resolve(CACHE), libraries);
    CodeIndex kept = cache.load();
    if (kept.paths().isEmpty()) {
      slow.accept(files.size());
    }
    try (Indexer indexer = new Indexer(libraries)) {
      Indexer.Work work = indexer.update(kept, files.values());
      if (work.index() != kept) {
        cache.keep(work.index());
      }
      return new IndexedCode(List.copyOf(files.values()), work.index());
    }
  }

  /// The source below any folder, read anew.
  static IndexedCode ofFolder(Path folder) throws IOException {
    List<SourceFile> files = SourceTree.of(folder);
    try (Indexer indexer = new Indexer(classPath())) {
      return new IndexedCode(files, indexer.read(files));
    }
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }
}
