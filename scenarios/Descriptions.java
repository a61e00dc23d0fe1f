import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import sorte.change.edit.EditOutcome;
import sorte.change.edit.NewStrategy;
import sorte.change.plan.Planned;
import sorte.change.plan.Planner;
import sorte.change.plan.Workspace;
import sorte.change.request.Context;
import sorte.change.request.Interpreter;
import sorte.change.request.Language;
import sorte.change.request.Restatement;
import sorte.change.request.Understanding;
import sorte.data.store.Resampling;
import sorte.data.store.Timeframe;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;

/// Puts descriptions of whole strategies to the interpreter, compiles what is made of them and runs it on real bars of its
/// timeframe, for `scenarios/descriptions`.
public final class Descriptions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CASH = 1_000_000 * Money.ONE;
  private static final int WARM_UP = 3;

  private final Path data;
  private final PrintStream out;
  private final boolean asked;
  private final boolean source;
  private final Set<String> ids;
  private final Interpreter interpreter = Interpreter.embedded();
  private final Map<String, Bars> series = new HashMap<>();

  /// For each difficulty: texts, made, made and compiled, made and traded, asked, nothing.
  private final Map<String, int[]> counts = new TreeMap<>();

  private Descriptions(Path data, PrintStream out, Set<String> options) {
    this.data = data;
    this.out = out;
    this.asked = options.remove("--asked");
    this.source = options.remove("--source");
    this.ids = options;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path file = Path.of(arguments[0]);
    if (!Files.isRegularFile(file)) {
      out.println("skipped: there is no " + file);
      return;
    }
    Set<String> options = new TreeSet<>(Arrays.asList(arguments).subList(2, arguments.length));
    new Descriptions(Path.of(arguments[1]), out, options).take(Files.readAllLines(file));
  }

  private void take(List<String> lines) throws Exception {
    List<String> texts = new ArrayList<>();
    for (String line : lines) {
      JsonNode one = JSON.readTree(line);
      if (ids.isEmpty() || ids.contains(one.get("id").asText())) {
        texts.add(one.get("text").asText());
        one(one);
      }
    }
    counts.forEach(
        (difficulty, n) ->
            out.printf(
                Locale.ROOT,
                "%s: %d texts, made %d (%.1f %%), compiles %d, trades %d (%.1f %%), asked about parts %d, asked what enters or leaves %d%n",
                difficulty, n[0], n[1], 100.0 * n[1] / n[0], n[2], n[3], 100.0 * n[3] / n[0], n[4], n[5]));
    time(texts);
  }

  private void one(JsonNode text) throws Exception {
    String id = text.get("id").asText();
    String difficulty = text.path("difficulty").asText("own");
    int[] n = counts.computeIfAbsent(difficulty, _ -> new int[6]);
    n[0]++;
    Understanding understood =
        interpreter.interpret(text.get("text").asText(), Context.in(Language.EN));
    switch (understood) {
      case Understanding.Plan plan -> {
        n[1]++;
        made(id, difficulty, text.path("timeframe").asText("1d"), plan, n);
      }
      case Understanding.Question question -> {
        boolean strategy =
            question.question().startsWith("I can make")
                || question.question().startsWith("Posso fazer");
        n[strategy ? 4 : 5]++;
        out.println(id + " " + difficulty + (strategy ? " asked" : " no strategy"));
        if (asked) {
          out.println("    " + question.question().replace("\n", "\n    "));
        }
      }
      case Understanding.Refusal refusal -> {
        n[5]++;
        out.println(id + " " + difficulty + " refused: " + refusal.reason());
      }
    }
  }

  private void made(String id, String difficulty, String timeframe, Understanding.Plan plan, int[] n)
      throws Exception {
    String head = id + " " + difficulty + " made";
    Planned planned = new Planner().plan(plan.actions(), new Workspace(Map.of(), ""), Language.EN);
    if (!(planned instanceof Planned.Creation creation) || creation.design() == null) {
      out.println(head + ", not a described strategy: " + planned);
      return;
    }
    EditOutcome outcome = NewStrategy.create(creation.strategy(), creation.design(), Set.of());
    if (!(outcome instanceof EditOutcome.Edited edited)) {
      out.println(head + ", not written: " + outcome);
      return;
    }
    if (source) {
      out.println(Restatement.of(plan, Map.of()) + "\n" + edited.text());
    }
    String type = NewStrategy.className(creation.strategy());
    Path classes = Files.createTempDirectory("descriptions");
    try {
      String errors = compile(type, edited.text(), classes);
      if (!errors.isEmpty()) {
        out.println(head + ", does not compile: " + errors);
        return;
      }
      n[2]++;
      BacktestResult result = run(type, classes, timeframe);
      int trades = result.trades().size();
      n[3] += trades > 0 ? 1 : 0;
      out.println(head + " as " + creation.strategy() + ", compiles, " + trades + " trades" + (plan.leftOut().isEmpty() ? "" : ", left out " + plan.leftOut()));
    } finally {
      remove(classes);
    }
  }

  private BacktestResult run(String type, Path classes, String timeframe) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, Descriptions.class.getClassLoader())) {
      StrategyType strategy = StrategyType.of(loader.loadClass("sorte.strategies." + type));
      Bars bars = bars(timeframe);
      Runner runner = Runner.start(strategy, Map.of(), ZoneOffset.UTC, bars.length());
      Backtest backtest =
          new Backtest(new Costs(0.0005, 0, 0), Fill.NEXT_OPEN, CASH, Instrument.wholeUnits("DATA"), ZoneOffset.UTC);
      return backtest.run(type, bars, Decisions.of(runner));
    }
  }

  private static String compile(String type, String text, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///sorte/strategies/" + type + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignored) {
            return text;
          }
        };
    List<String> options =
        List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    boolean done =
        compiler.getTask(new StringWriter(), null, problems, options, null, List.of(file)).call();
    return done ? "" : problems.getDiagnostics().toString();
  }

  private Bars bars(String timeframe) throws IOException {
    Bars there = series.get(timeframe);
    if (there == null) {
      there =
          switch (timeframe) {
            case "1d" -> read("SPY-1d.csv");
            case "1h" -> read("EURUSD-1h.csv");
            case "1m" -> read("BTCUSD-bitfinex-1m-2015.csv.gz");
            default ->
                new Resampling(Timeframe.of("1m"), Timeframe.of(timeframe))
                    .of(bars("1m"), false)
                    .bars();
          };
      series.put(timeframe, there);
    }
    return there;
  }

  private Bars read(String name) throws IOException {
    return switch (BarsFile.read(data.resolve(name))) {
      case BarsReading.Read read -> read.bars();
      case BarsReading.Bad bad -> throw new IOException(bad.message());
    };
  }

  private void time(List<String> texts) {
    for (int round = 0; round < WARM_UP; round++) {
      texts.forEach(text -> interpreter.interpret(text, Context.in(Language.EN)));
    }
    long[] nanos = new long[texts.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      interpreter.interpret(texts.get(i), Context.in(Language.EN));
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    out.printf(
        Locale.ROOT,
        "warm: median %.2f ms, longest %.2f ms%n",
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
