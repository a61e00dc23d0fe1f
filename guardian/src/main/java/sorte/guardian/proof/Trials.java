package sorte.guardian.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import sorte.guardian.Dossier;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.BarColumns;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.CompileAnswer;
import sorte.guardian.child.CompileTask;
import sorte.guardian.child.DecideAnswer;
import sorte.guardian.child.DecideTask;
import sorte.guardian.child.TestAnswer;
import sorte.guardian.child.TestTask;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.meter.Weaver;
import sorte.trading.market.Bars;
import sorte.trading.release.MeterControl;

/// The runs that the gates of this package share: all started when the first gate asks, side by
/// side, each in a child of its own.
public final class Trials implements AutoCloseable {

  /// Prefixes of the history that are run again on their own.
  static final int CUTS = 4;

  private static final int AT_ONCE = 3;
  private static final String MAIN = "strategies/src/main/java/";

  private final WarmChildren children;
  private final Dossier dossier;
  private final Ground.Source source;
  private final StableRuns known;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("trial-", 0).factory());
  private @Nullable Started started;
  private long waited;

  /// How the runs of one task are laid out: the history, its prefixes, the hostile markets.
  record Layout(List<BarColumns> series, List<DecideTask.Run> runs, List<String> names) {
    /// The history, its latest `most` bars, and the hostile markets, each once.
    static Layout of(Ground ground, int most) {
      Bars all = ground.history();
      BarColumns history = Recording.columns(all.slice(Math.max(0, all.size() - most), all.size()));
      Layout layout = new Layout(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      layout.add("history", history);
      for (HostileMarkets.Named market : HostileMarkets.all(lasting(history))) {
        layout.add(market.name(), market.bars());
      }
      return layout;
    }

    private void add(String name, BarColumns bars) {
      runs.add(new DecideTask.Run(series.size(), bars.bars(), new TreeMap<>()));
      series.add(bars);
      names.add(name);
    }
  }

  /// The runs, by name.
  enum Run {
    FIRST,
    AGAIN,
    TESTS,
    STABLE
  }

  /// What the tests came to.
  sealed interface Tests {
    record None() implements Tests {}

    record NotCompiled(List<CompileAnswer.Note> notes) implements Tests {}

    record Ran(ChildOutcome<TestAnswer> outcome) implements Tests {}

    record Broken(String why) implements Tests {}
  }

  /// The stable version's decisions, or why there are none.
  sealed interface Stable {
    record None() implements Stable {}

    record Decided(DecideAnswer.Decided decided) implements Stable {}

    record Broken(String why) implements Stable {}
  }

  private record Started(
      Ground ground,
      Layout layout,
      Future<Timed<ChildOutcome<DecideAnswer>>> first,
      Future<Timed<ChildOutcome<DecideAnswer>>> again,
      Future<Timed<Tests>> tests,
      Future<Timed<Stable>> stable) {}

  /// What a run came to, and how long it took from its own start to its end.
  private record Timed<T>(T value, long nanos) {}

  /// @param known what stable versions decided in judgements before this one
  public Trials(WarmChildren children, Dossier dossier, Ground.Source source, StableRuns known) {
    this.children = children;
    this.dossier = dossier;
    this.source = source;
    this.known = known;
  }

  /// Begins the runs; waits for none.
  public void begin() {
    started();
  }

  Dossier dossier() {
    return dossier;
  }

  Ground ground() {
    return started().ground();
  }

  Layout layout() {
    return started().layout();
  }

  ChildOutcome<DecideAnswer> first() {
    return result(started().first());
  }

  /// The same runs in another child, in the opposite order, on a contrasting JVM.
  ChildOutcome<DecideAnswer> again() {
    return result(started().again());
  }

  Tests tests() {
    return result(started().tests());
  }

  Stable stable() {
    return result(started().stable());
  }

  private Started started() {
    if (started == null) {
      started = start();
    }
    return started;
  }

  private Started start() {
    Ground ground;
    try {
      ground = source.ground();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    dossier.triedOn(ground.digest());
    Layout layout = layout(ground);
    SortedMap<String, byte[]> classes = dossier.metered();
    Future<Timed<ChildOutcome<DecideAnswer>>> first =
        begin(() -> decide(classes, dossier.className(), layout.series(), layout.runs()));
    Future<Timed<Tests>> tests = begin(this::runTests);
    Future<Timed<ChildOutcome<DecideAnswer>>> again =
        begin(() ->
            children.decideElsewhere(
                new DecideTask(
                    classes,
                    dossier.className(),
                    layout.series(),
                    layout.runs().reversed(),
                    MeterControl.DECISION_FUEL)));
    Future<Timed<Stable>> stable = begin(() -> runStable(layout, ground));
    return new Started(ground, layout, first, again, tests, stable);
  }

  private <T> Future<Timed<T>> begin(Callable<T> run) {
    return threads.submit(() -> {
      long start = System.nanoTime();
      T value = run.call();
      return new Timed<>(value, System.nanoTime() - start);
    });
  }

  /// A gate's own part: what it computed itself, and the longest of its own runs.
  long own(long passed, List<Run> runs) {
    long computed = Math.max(0, passed - waited);
    waited = 0;
    Started all = started;
    if (all == null) {
      return computed; // nothing could be started
    }
    long longest =
        runs.stream()
            .mapToLong(run ->
                switch (run) {
                  case FIRST -> nanos(all.first());
                  case AGAIN -> nanos(all.again());
                  case TESTS -> nanos(all.tests());
                  case STABLE -> nanos(all.stable());
                })
            .max()
            .orElse(0);
    return computed + longest;
  }

  private static long nanos(Future<? extends Timed<?>> run) {
    return run.state() == Future.State.SUCCESS ? run.resultNow().nanos() : 0;
  }

  /// The prefixes stand right behind the history.
  private static Layout layout(Ground ground) {
    Layout layout = Layout.of(ground, Ground.HISTORY_MOST);
    int bars = ground.history().size();
    for (int cut = 1; cut <= CUTS; cut++) {
      int prefix = bars * cut / (CUTS + 1);
      layout.runs().add(cut, new DecideTask.Run(0, prefix, new TreeMap<>()));
      layout.names().add(cut, "history to bar " + prefix);
    }
    return layout;
  }

  /// A history of one bar says nothing of how long it is.
  static long lasting(BarColumns history) {
    return history.barMillis() > 0 ? history.barMillis() : HostileMarkets.USUAL_MILLIS;
  }

  private ChildOutcome<DecideAnswer> decide(
      SortedMap<String, byte[]> classes,
      String className,
      List<BarColumns> series,
      List<DecideTask.Run> runs) {
    return children.decide(
        new DecideTask(classes, className, series, runs, MeterControl.DECISION_FUEL));
  }

  /// The tests, over the classes that trade.
  private Tests runTests() {
    Optional<CompileAnswer> tests = dossier.tests();
    if (tests.isEmpty()) {
      return new Tests.None();
    }
    CompileAnswer made = tests.get();
    return made.compiled() ? ran(made) : new Tests.NotCompiled(made.notes());
  }

  private Tests ran(CompileAnswer made) {
    SortedMap<String, byte[]> classes = new TreeMap<>(made.classes());
    for (Map.Entry<String, byte[]> one : dossier.classes().entrySet()) {
      if (classes.put(one.getKey(), one.getValue()) != null) {
        return new Tests.Broken("a test brings a class named " + one.getKey());
      }
    }
    List<String> tests =
        made.classes().keySet().stream().filter(name -> name.indexOf('$') < 0).toList();
    return tests.isEmpty()
        ? new Tests.Broken("no class came of the tests")
        : new Tests.Ran(children.test(new TestTask(classes, tests)));
  }

  /// What the version that the change starts from decides on the same history.
  private Stable runStable(Layout layout, Ground ground) {
    Optional<String> text = Optional.ofNullable(dossier.candidate().base().get(dossier.path()));
    if (text.isEmpty()) {
      return new Stable.None();
    }
    String key = StableRuns.key(text.get(), ground.historyDigest());
    Optional<DecideAnswer.Decided> before = known.of(key);
    if (before.isPresent()) {
      return new Stable.Decided(before.get());
    }
    String path =
        dossier.path().startsWith(MAIN) ? dossier.path().substring(MAIN.length()) : dossier.path();
    if (!(children.compile(CompileTask.of(Map.of(path, text.get())))
            instanceof ChildOutcome.Answered<CompileAnswer>(CompileAnswer made, long _))
        || !made.compiled()) {
      return new Stable.Broken("it does not compile here");
    }
    if (!CapabilityGate.look(path, made.classes(), false).isEmpty()) {
      return new Stable.Broken("it is not written in the language of strategies");
    }
    String className = path.replaceAll("\\.java$", "").replace('/', '.');
    ChildOutcome<DecideAnswer> outcome =
        decide(
            Weaver.weave(made.classes()),
            className,
            layout.series().subList(0, 1),
            layout.runs().subList(0, 1));
    if (outcome instanceof ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _)
        && answer.runs().getFirst() instanceof DecideAnswer.Decided decided) {
      known.keep(key, decided);
      return new Stable.Decided(decided);
    }
    return new Stable.Broken("it did not run to its end");
  }

  private <T> T result(Future<Timed<T>> future) {
    long start = System.nanoTime();
    try {
      return future.get().value();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a trial ran", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a trial could not run: " + e.getCause(), e);
    } finally {
      waited += System.nanoTime() - start;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
