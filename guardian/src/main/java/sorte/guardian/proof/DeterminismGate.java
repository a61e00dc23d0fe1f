package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.DecideAnswer;
import sorte.guardian.child.DecideTask;
import sorte.guardian.child.LongMarket;
import sorte.guardian.child.Place;
import sorte.guardian.child.WarmChildren;
import sorte.trading.backtest.RecordedDecisions;
import sorte.trading.release.MeterControl;

/// The same decisions on three JVMs, in each of two locales and two time zones: on the history and
/// every hostile market; and on two of the JVMs a market of up to a million bars, where what only
/// shows after a long time shows.
public final class DeterminismGate implements Gate {

  /// How long a run over the long market may take; what is slower is tried on fewer bars.
  static final long LONG_MILLIS = 15_000;

  /// Bars of the long market below which the gate cannot tell.
  static final int LONG_LEAST = 50_000;

  /// Children at work at once.
  static final int AT_ONCE = 2;

  private static final int FINDINGS_MOST = 10;

  private static final List<Place> PLACES =
      List.of(Place.ENGLISH_UTC, Place.ENGLISH_AHEAD, Place.TURKISH_UTC, Place.TURKISH_AHEAD);

  private static final List<String> JVMS = List.of("usual", "contrasting", "plain");

  private final WarmChildren children;
  private final Ground ground;

  public DeterminismGate(WarmChildren children, Ground ground) {
    this.children = children;
    this.ground = ground;
  }

  @Override
  public String name() {
    return "determinism";
  }

  @Override
  public Judgement judge(Dossier dossier) {
    Layout layout = Layout.of(ground, Ground.HISTORY_MOST);
    DecideTask whole = task(dossier, layout, true);
    DecideTask shorter = task(dossier, layout, false);
    List<ChildOutcome<DecideAnswer>> outcomes =
        sideBySide(
            List.of(
                () -> children.decide(whole),
                () -> children.decideElsewhere(whole),
                () -> children.decidePlainly(shorter)));
    return judge(dossier.path(), layout, outcomes);
  }

  private static DecideTask task(Dossier dossier, Layout layout, boolean withLong) {
    List<DecideTask.Run> runs = new ArrayList<>();
    for (Place place : PLACES) {
      for (int i = 0; i < layout.series().size(); i++) {
        runs.add(new DecideTask.Run(i, layout.series().get(i).bars(), new TreeMap<>()).in(place));
      }
    }
    LongMarket made = LongMarket.NONE;
    if (withLong) {
      long bar = Layout.lasting(layout.series().getFirst());
      made = new LongMarket(bar, LongMarket.BARS_MOST, LONG_MILLIS);
      runs.add(new DecideTask.Run(layout.series().size(), made.bars(), new TreeMap<>()));
    }
    return new DecideTask(
        dossier.metered(),
        dossier.className(),
        layout.series(),
        runs,
        MeterControl.DECISION_FUEL,
        List.of(),
        made);
  }

  private static Judgement judge(
      String path, Layout layout, List<ChildOutcome<DecideAnswer>> outcomes) {
    List<Finding> findings = new ArrayList<>();
    List<List<RecordedDecisions>> decided = new ArrayList<>();
    for (ChildOutcome<DecideAnswer> outcome : outcomes) {
      switch (outcome) {
        case ChildOutcome.Unconfined<DecideAnswer>(String reason) -> {
          return Judgement.fail(Finding.of("child.unconfined", reason));
        }
        case ChildOutcome.Ended<DecideAnswer>(ChildOutcome.End end, String detail) -> {
          Finding ended = Finding.at("robustness.ended", path, 0, end, detail);
          boolean slow = end == ChildOutcome.End.DEADLINE || end == ChildOutcome.End.PROCESSOR;
          return slow ? Judgement.inconclusive(ended) : Judgement.fail(ended);
        }
        case ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _) ->
            decided.add(read(path, layout, answer, findings));
      }
    }
    if (findings.isEmpty()) {
      compare(path, layout, decided, findings);
    }
    if (!findings.isEmpty()) {
      return Judgement.failIfAny(findings.stream().distinct().limit(FINDINGS_MOST).toList());
    }
    int longest = Math.min(decided.get(0).getLast().bars(), decided.get(1).getLast().bars());
    return longest < LONG_LEAST
        ? Judgement.inconclusive(Finding.at("determinism.short", path, 0, longest, LONG_LEAST))
        : Judgement.pass(
            List.of(
                Finding.at(
                    "determinism.seen",
                    path,
                    0,
                    JVMS.size(),
                    PLACES.size(),
                    layout.series().size(),
                    longest)));
  }

  private static List<RecordedDecisions> read(
      String path, Layout layout, DecideAnswer answer, List<Finding> findings) {
    List<RecordedDecisions> all = new ArrayList<>();
    for (int i = 0; i < answer.runs().size(); i++) {
      RobustnessGate.one(path, market(layout, i), answer.runs().get(i), findings, all);
    }
    return all;
  }

  private static String market(Layout layout, int run) {
    int n = layout.series().size();
    return run < PLACES.size() * n ? layout.names().get(run % n) : "long";
  }

  /// Everything against the first JVM in the first place; the long market, which has no places,
  /// against the first JVM's.
  private static void compare(
      String path, Layout layout, List<List<RecordedDecisions>> decided, List<Finding> findings) {
    int n = layout.series().size();
    List<RecordedDecisions> first = decided.getFirst();
    for (int jvm = 0; jvm < decided.size(); jvm++) {
      List<RecordedDecisions> its = decided.get(jvm);
      for (int i = 0; i < its.size(); i++) {
        boolean placed = i < PLACES.size() * n;
        int other = first.get(placed ? i % n : i).firstDifference(its.get(i));
        if (other >= 0) {
          String where = placed ? PLACES.get(i / n).name() : Place.AS_BORN.name();
          findings.add(
              Finding.at(
                  "determinism.differs",
                  path,
                  0,
                  market(layout, i),
                  other,
                  JVMS.get(jvm),
                  where.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        }
      }
    }
  }

  private static List<ChildOutcome<DecideAnswer>> sideBySide(
      List<Callable<ChildOutcome<DecideAnswer>>> asked) {
    List<ChildOutcome<DecideAnswer>> all = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("matrix-", 0).factory())) {
      for (Future<ChildOutcome<DecideAnswer>> one : threads.invokeAll(asked)) {
        all.add(one.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the matrix ran", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the matrix could not run: " + e.getCause(), e);
    }
  }
}
