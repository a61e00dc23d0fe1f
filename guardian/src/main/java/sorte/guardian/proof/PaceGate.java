package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.guardian.attest.Artifact;
import sorte.guardian.child.BarColumns;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.LongMarket;
import sorte.guardian.child.PaceAnswer;
import sorte.guardian.child.PaceAnswer.Measured;
import sorte.guardian.child.PaceTask;
import sorte.guardian.child.PaceTask.Version;
import sorte.guardian.child.WarmChildren;
import sorte.trading.release.MeterControl;

/// What a decision takes beside what one of the stable version takes: processor time and bytes,
/// both measured in one child, block by block in turn over the same bars. Little is little enough
/// whatever it is set against; more than that may be no more than twice the stable version's. Where
/// the machine is too noisy to tell, that is what it says.
public final class PaceGate implements Gate {

  /// How much more than the stable version's a decision may take, where it takes much.
  static final double TIMES_MOST = 2;

  /// Processor time of a decision that is little enough by itself.
  static final long NANOS_LITTLE = 20_000;

  /// Bytes of a decision that are few enough by themselves.
  static final long BYTES_LITTLE = 1_024;

  /// Pairs of blocks below which nothing is told by them.
  static final int PAIRS_LEAST = 20;

  /// How often it is measured before it is said that it cannot be told.
  static final int TRIES = 2;

  /// How long one measurement may take; what is slow is measured over fewer bars.
  static final long MILLIS = 8_000;

  /// A history of fewer bars is too short; a market of our own takes its place.
  static final int BARS_LEAST = 2_000;

  private static final double NANOS_A_MICRO = 1_000;

  private final WarmChildren children;
  private final Ground ground;

  public PaceGate(WarmChildren children, Ground ground) {
    this.children = children;
    this.ground = ground;
  }

  @Override
  public String name() {
    return "pace";
  }

  @Override
  public Judgement judge(Dossier dossier) {
    String path = dossier.path();
    return switch (StableVersion.made(children, dossier)) {
      case StableVersion.None() -> Judgement.pass(List.of(Finding.at("pace.first", path, 0)));
      case StableVersion.Broken(String why) ->
          Judgement.inconclusive(Finding.at("pace.no-stable", path, 0, why));
      case StableVersion.Made(var classes, String className) ->
          Artifact.of(classes).sha256().equals(Artifact.of(dossier.metered()).sha256())
              ? Judgement.skipped(Finding.at("pace.same", path, 0))
              : measured(dossier, new Version(classes, className));
    };
  }

  private Judgement measured(Dossier dossier, Version stable) {
    PaceTask task =
        new PaceTask(
            new Version(dossier.metered(), dossier.className()),
            stable,
            bars(),
            MeterControl.DECISION_FUEL,
            MILLIS);
    Judgement judgement = judge(dossier.path(), children.pace(task));
    for (int tried = 1; tried < TRIES && untold(judgement); tried++) {
      judgement = judge(dossier.path(), children.pace(task));
    }
    return judgement;
  }

  private static boolean untold(Judgement judgement) {
    return judgement.outcome() == Outcome.INCONCLUSIVE;
  }

  private BarColumns bars() {
    BarColumns history = Recording.columns(ground.history());
    return history.bars() >= BARS_LEAST
        ? history
        : new LongMarket(Layout.lasting(history), LongMarket.BARS_MOST, 0).first();
  }

  static Judgement judge(String path, ChildOutcome<PaceAnswer> outcome) {
    return switch (outcome) {
      case ChildOutcome.Unconfined<PaceAnswer>(String reason) ->
          Judgement.fail(Finding.of("child.unconfined", reason));
      case ChildOutcome.Ended<PaceAnswer>(var end, String detail) ->
          Judgement.inconclusive(Finding.at("pace.ended", path, 0, end, detail));
      case ChildOutcome.Answered<PaceAnswer>(PaceAnswer answer, long _) ->
          switch (answer) {
            case PaceAnswer.Faulted(boolean candidate, int bar, String exception) -> {
              Finding fault = Finding.at("pace.fault", path, 0, bar, exception);
              yield candidate ? Judgement.fail(fault) : Judgement.inconclusive(fault);
            }
            case Measured measured -> judge(path, measured);
          };
    };
  }

  private static Judgement judge(String path, Measured measured) {
    if (measured.pairs() < PAIRS_LEAST) {
      return Judgement.inconclusive(
          Finding.at("pace.short", path, 0, measured.pairs(), PAIRS_LEAST));
    }
    Ratio times = Ratio.of(measured.candidate().nanos(), measured.stable().nanos());
    List<Finding> findings = new ArrayList<>();
    findings.add(seen(path, measured, times));
    Outcome bytes = bytes(path, measured, findings);
    Outcome time = time(path, nanos(measured, measured.candidate()), times, findings);
    Outcome all = bytes == Outcome.FAIL ? bytes : time;
    return new Judgement(all, all == Outcome.PASS ? findings : findings.reversed());
  }

  private static Outcome bytes(String path, Measured measured, List<Finding> findings) {
    long bytes = each(measured, measured.candidate().bytes());
    long stable = each(measured, measured.stable().bytes());
    if (bytes <= BYTES_LITTLE || bytes <= TIMES_MOST * stable) {
      return Outcome.PASS;
    }
    findings.add(Finding.at("pace.bytes", path, 0, bytes, stable, BYTES_LITTLE));
    return Outcome.FAIL;
  }

  /// Noise adds to a time and takes nothing from it: what is little with all of it is little.
  private static Outcome time(String path, double nanos, Ratio times, List<Finding> findings) {
    boolean little = nanos > 0 && nanos <= NANOS_LITTLE;
    boolean more = times.low() > TIMES_MOST;
    boolean told = more || times.high() <= TIMES_MOST;
    String rule = told ? more ? "pace.more" : "" : "pace.untold";
    if (!rule.isEmpty()) {
      findings.add(
          Finding.at(
              little ? rule + ".little" : rule,
              path,
              0,
              decimal(TIMES_MOST, 0),
              NANOS_LITTLE / (long) NANOS_A_MICRO));
    }
    return little || rule.isEmpty() ? Outcome.PASS : told ? Outcome.FAIL : Outcome.INCONCLUSIVE;
  }

  private static Finding seen(String path, Measured measured, Ratio times) {
    return Finding.at(
        "pace.seen",
        path,
        0,
        decimal(nanos(measured, measured.candidate()) / NANOS_A_MICRO, 2),
        each(measured, measured.candidate().bytes()),
        each(measured, measured.candidate().steps()),
        decimal(nanos(measured, measured.stable()) / NANOS_A_MICRO, 2),
        each(measured, measured.stable().bytes()),
        each(measured, measured.stable().steps()),
        decimal(times.middle(), 2),
        decimal(times.low(), 2),
        decimal(times.high(), 2),
        measured.pairs());
  }

  private static double nanos(Measured measured, PaceAnswer.Spent spent) {
    double all = Arrays.stream(spent.nanos()).sum();
    return all / measured.pairs() / measured.decisions();
  }

  private static long each(Measured measured, long all) {
    return all / measured.pairs() / measured.decisions();
  }

  private static String decimal(double value, int places) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + places + "f", value) : "-";
  }
}
