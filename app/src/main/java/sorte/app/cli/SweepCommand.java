package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import sorte.strategy.run.BadTimeframe;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.Objective;
import sorte.trading.backtest.Sweep;
import sorte.trading.backtest.SweepAxis;
import sorte.trading.backtest.SweepRun;
import sorte.trading.door.Json;
import sorte.trading.market.Bars;

/// Runs a strategy over recorded bars with every combination of ranges of parameters.
@CommandLine.Command
final class SweepCommand extends BacktestCommand {

  /// The most runs of a source file: each one is a run in the sandbox.
  static final int MOST_CONFINED_RUNS = 1000;

  /// How often progress is told to a person.
  private static final int TELLINGS = 10;

  private static final double NANOS_A_SECOND = 1e9;

  @Option(names = "--range", paramLabel = "PARAMETER=FROM..TO:STEP", descriptionKey = "sweep.range")
  private List<String> ranges = List.of();

  @Option(
      names = "--objective",
      defaultValue = "sharpe",
      paramLabel = "FIGURE",
      descriptionKey = "sweep.objective")
  private String objective = "sharpe";

  SweepCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    refuseExchange();
    SortedMap<String, Double> fixed = input.settings(screen);
    List<SweepAxis> axes = axes(fixed.keySet());
    Objective by =
        Objective.of(objective)
            .orElseThrow(
                () -> Problem.usage(screen.words().say("error.objective", OneLine.of(objective))));
    Bars bars = input.bars(screen, home());
    Sweep sweep =
        new Sweep(input.backtest(screen), bars, Runtime.getRuntime().availableProcessors());
    long start = System.nanoTime();
    List<SweepRun> runs = runs(sweep, Sweep.settings(fixed, axes));
    double rate = Math.rint(runs.size() * NANOS_A_SECOND / Math.max(1, System.nanoTime() - start));
    Optional<SweepRun> best = by.best(runs);
    if (common.json()) {
      screen.json(json(runs, best, rate));
    } else {
      show(by, bars, runs, best, rate);
    }
    return Exit.DONE;
  }

  private List<SweepAxis> axes(Set<String> fixed) {
    if (ranges.isEmpty() || ranges.size() > Sweep.MOST_AXES) {
      throw Problem.usage(screen.words().say("error.no-ranges", Integer.toString(Sweep.MOST_AXES)));
    }
    Set<String> seen = new HashSet<>();
    fixed.forEach(name -> seen.add(folded(name)));
    List<SweepAxis> axes = new ArrayList<>();
    for (String text : ranges) {
      SweepAxis axis =
          SweepRange.of(text)
              .orElseThrow(
                  () -> Problem.usage(screen.words().say("error.range", OneLine.of(text))));
      if (!seen.add(folded(axis.parameter()))) {
        throw Problem.usage(screen.words().say("error.range-twice", axis.parameter()));
      }
      axes.add(axis);
    }
    int most = StrategyChoice.isSource(input.strategy) ? MOST_CONFINED_RUNS : Sweep.MOST_RUNS;
    if (Sweep.count(axes) > most) {
      throw Problem.usage(screen.words().say("error.too-many-runs", Integer.toString(most)));
    }
    return axes;
  }

  private static String folded(String parameter) {
    return parameter.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  private List<SweepRun> runs(Sweep sweep, List<SortedMap<String, Double>> settings)
      throws IOException {
    StrategyChoice choice = new StrategyChoice(screen, home(), common.json());
    if (StrategyChoice.isSource(input.strategy)) {
      List<StrategyChoice.Chosen> chosen =
          choice.ofSource(Path.of(input.strategy), sweep.bars(), settings);
      return sweep.runs(settings, i -> chosen.get(i).decisions(), _ -> {});
    }
    StrategyType type = choice.shipped(input.strategy);
    List<String> problems = Sweep.problems(type, settings);
    if (!problems.isEmpty()) {
      throw choice.refused(problems);
    }
    AtomicInteger told = new AtomicInteger();
    try {
      return sweep.run(type, settings, done -> tell(done, settings.size(), told));
    } catch (BadTimeframe bad) {
      throw choice.timeframe(String.valueOf(bad.getMessage()));
    }
  }

  /// From any of the threads: each tenth is told once.
  private void tell(int done, int all, AtomicInteger told) {
    int tenth = (int) ((long) done * TELLINGS / all);
    int before = told.get();
    if (!common.json() && all > TELLINGS && tenth > before && told.compareAndSet(before, tenth)) {
      screen.tell("sweep.progress", Integer.toString(done), Integer.toString(all));
    }
  }

  private static ObjectNode json(List<SweepRun> runs, Optional<SweepRun> best, double rate) {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("runs");
    runs.forEach(run -> list.add(run.toJson()));
    if (best.isPresent()) {
      json.set("best", best.get().toJson());
    } else {
      json.putNull("best");
    }
    json.put("backtestsPerSecond", rate);
    return json;
  }

  private void show(
      Objective by, Bars bars, List<SweepRun> runs, Optional<SweepRun> best, double rate) {
    screen.show(
        "sweep.line",
        input.strategy,
        Integer.toString(runs.size()),
        Integer.toString(bars.size()),
        rounded(rate));
    if (best.isEmpty()) {
      screen.show("sweep.none", by.word());
      return;
    }
    SweepRun run = best.get();
    String set =
        run.settings().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" "));
    screen.show("sweep.best", by.word(), set);
    screen.show(
        "sweep.run",
        rounded(run.returnPct()),
        rounded(run.maxDrawdownPct()),
        rounded(run.sharpe()),
        Integer.toString(run.trades()));
    screen.show("sweep.warning");
  }
}
