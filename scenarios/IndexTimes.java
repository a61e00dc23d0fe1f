import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.change.index.CodeIndex;
import sorte.change.index.IndexCache;
import sorte.change.index.Indexer;
import sorte.change.index.SourceFile;
import sorte.change.index.SourceTree;

/// Times the index of a tree, for `scenarios/code-index`: made from nothing, kept and loaded, and brought up to date after
/// edits of one file. Times are those of the clock and, in brackets, of this thread's processor.
public final class IndexTimes {
  /// Edits before times are taken: the code is warm then.
  private static final int WARM_UP = 20;

  private static final int EDITS = 40;
  private static final double BOUND_MILLIS = 200;

  private static final Pattern BODY = Pattern.compile("\\) \\{\\n( +)(?=return |int |double |long |if )");
  private static final Pattern SIGNATURE =
      Pattern.compile("\\n  (public |protected )?(static )?(final )?(int|long|double|boolean|String) (\\w+)\\(");

  private final PrintStream out;
  private final List<Path> classPath;
  private final Map<String, SourceFile> files = new TreeMap<>();
  private final Random random;

  private IndexTimes(PrintStream out, Path root, List<Path> classPath, long seed) throws IOException {
    this.out = out;
    this.classPath = classPath;
    this.random = new Random(seed);
    SourceTree.of(root).forEach(file -> files.put(file.path(), file));
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(":")).map(Path::of).toList();
    out.println("seed " + seed);
    new IndexTimes(out, Path.of(arguments[0]), classPath, seed).run();
  }

  private void run() throws IOException {
    long lines = files.values().stream().mapToLong(f -> f.text().lines().count()).sum();
    out.printf(Locale.ROOT, "%d files, %d lines%n", files.size(), lines);
    try (Indexer indexer = new Indexer(classPath)) {
      Clock clock = new Clock();
      CodeIndex index = indexer.read(files.values());
      out.println("made from nothing: " + clock.said());
      out.printf(
          Locale.ROOT, "%d declarations, %d files not read%n", index.declarations().size(), index.problems().size());
      index.problems().forEach(problem -> out.println("  " + problem));
      kept(index);
      edits(indexer, index, "a body", files.keySet().stream().toList(), this::otherBody);
      edits(
          indexer,
          index,
          "a body in a strategy",
          files.keySet().stream().filter(p -> p.startsWith("strategies/src/main")).toList(),
          this::otherBody);
      edits(indexer, index, "a signature", files.keySet().stream().toList(), this::otherSignature);
    }
  }

  private void kept(CodeIndex index) throws IOException {
    Path file = Files.createTempFile("code-index", ".bin");
    IndexCache cache = new IndexCache(file, classPath);
    Clock clock = new Clock();
    cache.keep(index);
    out.printf(Locale.ROOT, "kept: %s, %d KB%n", clock.said(), Files.size(file) / 1024);
    Clock loading = new Clock();
    CodeIndex loaded = cache.load();
    out.println("loaded: " + loading.said());
    if (!Arrays.equals(loaded.bytes(), index.bytes())) {
      throw new IllegalStateException("what was loaded is not what was kept");
    }
    Files.delete(file);
  }

  private void edits(
      Indexer indexer, CodeIndex index, String what, List<String> paths, UnaryOperator<String> edit) {
    double[] clock = new double[EDITS];
    double[] processor = new double[EDITS];
    int[] read = new int[EDITS];
    String slowest = "";
    for (int i = -WARM_UP; i < EDITS; ) {
      SourceFile file = files.get(paths.get(random.nextInt(paths.size())));
      String text = edit.apply(file.text());
      if (text.equals(file.text())) {
        continue;
      }
      List<SourceFile> after = new ArrayList<>(files.values());
      after.remove(file);
      after.add(new SourceFile(file.path(), text));
      Clock at = new Clock();
      Indexer.Work work = indexer.update(index, after);
      if (i >= 0) {
        clock[i] = at.millis();
        processor[i] = at.processorMillis();
        read[i] = work.filesRead();
        if (clock[i] == Arrays.stream(clock).max().orElse(0)) {
          slowest = file.path();
        }
      }
      i++;
    }
    Arrays.sort(clock);
    Arrays.sort(processor);
    Arrays.sort(read);
    out.printf(
        Locale.ROOT,
        "%d edits of %s: median %.0f (%.0f) ms, nine of ten within %.0f (%.0f), longest %.0f (%.0f; %s); files read: median %d, most %d; within %.0f ms: %d (%d)%n",
        EDITS,
        what,
        clock[EDITS / 2],
        processor[EDITS / 2],
        clock[EDITS * 9 / 10],
        processor[EDITS * 9 / 10],
        clock[EDITS - 1],
        processor[EDITS - 1],
        slowest,
        read[EDITS / 2],
        read[EDITS - 1],
        BOUND_MILLIS,
        Arrays.stream(clock).filter(t -> t < BOUND_MILLIS).count(),
        Arrays.stream(processor).filter(t -> t < BOUND_MILLIS).count());
  }

  private String otherBody(String text) {
    return atRandom(BODY, text, m -> m.group() + "assert true;\n" + m.group(1));
  }

  private String otherSignature(String text) {
    return atRandom(SIGNATURE, text, m -> m.group() + (text.startsWith(")", m.end()) ? "int added" : "int added, "));
  }

  private String atRandom(Pattern pattern, String text, java.util.function.Function<Matcher, String> instead) {
    List<Integer> starts = pattern.matcher(text).results().map(r -> r.start()).toList();
    if (starts.isEmpty()) {
      return text;
    }
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find(starts.get(random.nextInt(starts.size())))) {
      return text;
    }
    return text.substring(0, matcher.start()) + instead.apply(matcher) + text.substring(matcher.end());
  }

  private static final class Clock {
    private final long start = System.nanoTime();
    private final long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    double millis() {
      return (System.nanoTime() - start) / 1e6;
    }

    double processorMillis() {
      return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e6;
    }

    String said() {
      return String.format(Locale.ROOT, "%.0f (%.0f) ms", millis(), processorMillis());
    }
  }
}
