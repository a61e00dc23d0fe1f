package sorte.guardian.proof;

import java.io.IOException;
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
import sorte.guardian.child.BarColumns;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.CompileAnswer;
import sorte.guardian.child.DecideAnswer;
import sorte.guardian.child.DecideTask;
import sorte.guardian.child.TestAnswer;
import sorte.guardian.child.TestTask;
import sorte.guardian.child.WarmChildren;
import sorte.trading.release.MeterControl;

/// The runs that the gates of this package share: all started when the first gate asks, side by
/// side, each in a child of its own.
public final class Trials implements AutoCloseable {

  /// Prefixes of the history that are run again on their own.
  static final int CUTS = 4;

  private static final int AT_ONCE = 3;

  private final WarmChildren children;
  private final Dossier dossier;
  private final Ground.Source source;
  private final StableRuns known;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("trial-", 0).factory());
  private @Nullable Started started;
  private long waited;

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

    /// @param others on the further markets, in their order
    record Decided(DecideAnswer.Decided decided, List<DecideAnswer.Decisions> others)
        implements Stable {}

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

  /// The same runs, but for the further markets, in another child, in the opposite order, on a
  /// contrasting JVM.
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
    Layout repeated = Layout.trials(ground, CUTS);
    Layout layout = repeated.with(ground.others());
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
                    repeated.series(),
                    repeated.runs().reversed(),
                    MeterControl.DECISION_FUEL)));
    Future<Timed<Stable>> stable = begin(() -> runStable(ground));
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

  /// What the version that the change starts from decides on the same markets.
  private Stable runStable(Ground ground) {
    String text = dossier.candidate().base().get(dossier.path());
    if (text == null) {
      return new Stable.None();
    }
    String key = StableRuns.key(text, ground.marketsDigest());
    Optional<Stable.Decided> before = known.of(key);
    if (before.isPresent()) {
      return before.get();
    }
    Stable stable =
        switch (StableVersion.made(children, dossier)) {
          case StableVersion.None() -> new Stable.None();
          case StableVersion.Broken(String why) -> new Stable.Broken(why);
          case StableVersion.Made made -> decided(made, Layout.markets(ground));
        };
    if (stable instanceof Stable.Decided decided) {
      known.keep(key, decided);
    }
    return stable;
  }

  private Stable decided(StableVersion.Made made, Layout layout) {
    ChildOutcome<DecideAnswer> outcome =
        decide(made.classes(), made.className(), layout.series(), layout.runs());
    return outcome instanceof ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _)
            && answer.runs().getFirst() instanceof DecideAnswer.Decided decided
        ? new Stable.Decided(decided, answer.runs().subList(1, answer.runs().size()))
        : new Stable.Broken("it did not run to its end");
  }

  /// Of the candidate's answer, what it decided on the further markets.
  List<DecideAnswer.Decisions> elsewhere(DecideAnswer first) {
    int all = first.runs().size();
    return first.runs().subList(all - ground().others().size(), all);
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
