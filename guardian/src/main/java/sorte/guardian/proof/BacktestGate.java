package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.guardian.attest.Artifact;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.DecideAnswer;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;

/// The candidate's decisions on the recorded history, with costs, against those of the version that
/// it starts from: over all of it, at twice the costs, and period by period; and those on further
/// markets. Fills and money are computed here.
public final class BacktestGate implements Gate {

  /// Trades without which a change that nobody asked for shows nothing.
  static final int TRADES_FEWEST = 5;

  /// Costs of the stress: so many times the usual.
  static final int STRESS = 2;

  /// The history is looked at in so many periods, one after another.
  static final int PERIODS = 4;

  /// In how many of them a change that nobody asked for may be worse.
  static final int WORSE_MOST = 1;

  private final Trials trials;

  public BacktestGate(Trials trials) {
    this.trials = trials;
  }

  @Override
  public String name() {
    return "backtest";
  }

  @Override
  public long nanos(long passed) {
    return trials.own(passed, List.of(Trials.Run.STABLE));
  }

  @Override
  public Judgement judge(Dossier dossier) {
    String path = dossier.path();
    if (!(trials.first()
            instanceof ChildOutcome.Answered<DecideAnswer>(DecideAnswer answer, long _))
        || !(answer.runs().getFirst() instanceof DecideAnswer.Decided decided)) {
      return Judgement.fail(Finding.at("backtest.no-decisions", path, 0));
    }
    Costs usual = trials.ground().costs();
    Optional<BacktestResult> result = trials.ground().played(decided, usual);
    if (result.isEmpty()) {
      return Judgement.fail(Finding.at("backtest.no-decisions", path, 0));
    }
    dossier.attempt(attempt(dossier, result.get()));
    List<Finding> serious = serious(path, decided, result.get());
    List<Finding> notes = new ArrayList<>();
    notes.add(seen(path, result.get()));
    List<Finding> worse = against(dossier, decided, result.get(), trials.elsewhere(answer), notes);
    boolean check = dossier.candidate().origin() == Origin.CHECK;
    if (check || (serious.isEmpty() && worse.isEmpty())) {
      notes.addAll(serious);
      return Judgement.pass(notes);
    }
    List<Finding> all = new ArrayList<>(serious);
    all.addAll(worse);
    all.addAll(notes);
    return new Judgement(Outcome.FAIL, all);
  }

  /// One more attempt on this history, whatever comes of it.
  private Optional<Attempt> attempt(Dossier dossier, BacktestResult result) {
    Ground ground = trials.ground();
    return Attempt.of(
        Artifact.of(dossier.metered()).sha256(),
        new Attempt.Market(
            ground.instrument().symbol(), result.start(), result.end(), ground.historyDigest()),
        result);
  }

  /// What no candidate may do, whoever asked for it.
  private List<Finding> serious(String path, DecideAnswer.Decided decided, BacktestResult result) {
    List<Finding> findings = new ArrayList<>();
    Ground ground = trials.ground();
    if (decided.firstDecisionBar() >= decided.bars()) {
      findings.add(
          Finding.at("backtest.never", path, 0, decided.firstDecisionBar(), decided.bars()));
    }
    if (result.finalEquity() <= 0) {
      findings.add(Finding.at("backtest.bust", path, 0));
    }
    double limit = 100 * ground.maxDrawdown();
    if (result.maxDrawdownPct() > limit) {
      findings.add(
          Finding.at(
              "backtest.drawdown", path, 0, percent(result.maxDrawdownPct()), percent(limit)));
    }
    return findings;
  }

  private static Finding seen(String path, BacktestResult result) {
    return Finding.at(
        "backtest.seen",
        path,
        0,
        result.bars(),
        result.trades().size(),
        money(result.finalEquity() - result.startEquity()),
        percent(result.maxDrawdownPct()));
  }

  /// Beside the version that the change starts from; findings that fail for a change that nobody
  /// asked for and that is not better.
  private List<Finding> against(
      Dossier dossier,
      DecideAnswer.Decided candidate,
      BacktestResult result,
      List<DecideAnswer.Decisions> others,
      List<Finding> notes) {
    String path = dossier.path();
    boolean own = dossier.candidate().origin() == Origin.OWN;
    return switch (trials.stable()) {
      case Trials.Stable.None() -> {
        stressed(candidate).ifPresent(r -> notes.add(dear(path, r)));
        notes.add(Finding.at("backtest.first", path, 0));
        notes.addAll(Elsewhere.of(trials.ground(), others, List.of()).seen(path, false));
        yield own ? List.of(Finding.at("backtest.no-stable", path, 0, "-")) : List.of();
      }
      case Trials.Stable.Broken(String why) ->
          List.of(Finding.at("backtest.no-stable", path, 0, why));
      case Trials.Stable.Decided(DecideAnswer.Decided decided, var stableOthers) -> {
        Optional<BacktestResult> stable = trials.ground().played(decided, trials.ground().costs());
        Optional<BacktestResult> dearStable = stressed(decided);
        Optional<BacktestResult> dear = stressed(candidate);
        if (stable.isEmpty() || dearStable.isEmpty() || dear.isEmpty()) {
          yield List.of(Finding.at("backtest.no-stable", path, 0, "-"));
        }
        long difference = result.finalEquity() - stable.get().finalEquity();
        dossier.figures(
            new Dossier.BacktestFigures(
                Money.toDouble(result.finalEquity()), Money.toDouble(stable.get().finalEquity())));
        notes.add(Finding.at(rule(difference), path, 0, money(Math.abs(difference))));
        long dearer = dear.get().finalEquity() - dearStable.get().finalEquity();
        notes.add(dear(path, dear.get()));
        Periods periods = Periods.of(result.equity(), stable.get().equity(), PERIODS);
        notes.add(
            Finding.at("backtest.periods", path, 0, PERIODS, periods.better(), periods.worse()));
        Elsewhere elsewhere = Elsewhere.of(trials.ground(), others, stableOthers);
        notes.addAll(elsewhere.seen(path, true));
        if (!own) {
          yield List.of();
        }
        List<Finding> findings = unproved(path, result, difference, dearer, periods);
        findings.addAll(elsewhere.unproved(path));
        yield findings;
      }
    };
  }

  private static String rule(long difference) {
    return difference > 0 ? "backtest.better" : difference < 0 ? "backtest.worse" : "backtest.same";
  }

  private Optional<BacktestResult> stressed(DecideAnswer.Decided decided) {
    Costs usual = trials.ground().costs();
    return trials
        .ground()
        .played(
            decided,
            new Costs(STRESS * usual.fee(), STRESS * usual.spread(), STRESS * usual.slippage()));
  }

  private static Finding dear(String path, BacktestResult result) {
    return Finding.at(
        "backtest.dear", path, 0, STRESS, money(result.finalEquity() - result.startEquity()));
  }

  /// A change that nobody asked for is better by trades, not by leaving them: whoever stays out of
  /// the market beats every version that loses. It is better at dear prices too, and not by one
  /// lucky period.
  private static List<Finding> unproved(
      String path, BacktestResult result, long difference, long dearer, Periods periods) {
    List<Finding> findings = new ArrayList<>();
    if (difference <= 0) {
      findings.add(Finding.at("backtest.not-better", path, 0));
    }
    int trades = result.trades().size();
    if (trades < TRADES_FEWEST) {
      findings.add(Finding.at("backtest.idle", path, 0, trades));
    }
    if (dearer <= 0) {
      findings.add(Finding.at("backtest.costs", path, 0, STRESS));
    }
    if (periods.worse() > WORSE_MOST) {
      findings.add(Finding.at("backtest.luck", path, 0, periods.worse(), PERIODS));
    }
    return findings;
  }

  /// To the cent: what people read.
  private static String money(long amount) {
    return String.format(Locale.ROOT, "%.2f", Money.toDouble(amount));
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
