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
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.DecideAnswer;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.RecordedDecisions;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;

/// The candidate's decisions on the recorded history, with costs, against those of the version that
/// it starts from. Fills and money are computed here.
public final class BacktestGate implements Gate {

  /// Trades without which a change that nobody asked for shows nothing.
  static final int TRADES_FEWEST = 5;

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
    Optional<BacktestResult> result = run(decided);
    if (result.isEmpty()) {
      return Judgement.fail(Finding.at("backtest.no-decisions", path, 0));
    }
    List<Finding> serious = serious(path, decided, result.get());
    List<Finding> notes = new ArrayList<>();
    notes.add(seen(path, result.get()));
    Optional<Finding> worse = against(dossier, path, result.get(), notes);
    boolean check = dossier.candidate().origin() == Origin.CHECK;
    if (check || (serious.isEmpty() && worse.isEmpty())) {
      notes.addAll(serious);
      return Judgement.pass(notes);
    }
    List<Finding> all = new ArrayList<>(serious);
    worse.ifPresent(all::add);
    all.addAll(notes);
    return new Judgement(Outcome.FAIL, all);
  }

  private Optional<BacktestResult> run(DecideAnswer.Decided decided) {
    Ground ground = trials.ground();
    Backtest backtest =
        new Backtest(
            ground.costs(),
            Fill.NEXT_OPEN,
            ground.cash(),
            ground.instrument(),
            java.time.ZoneOffset.UTC);
    return switch (Recording.of(decided)) {
      case RecordedDecisions.Reading.Bad _ -> Optional.empty();
      case RecordedDecisions.Reading.Read(RecordedDecisions read) ->
          Optional.of(backtest.run("candidate", ground.history(), read.replay()));
    };
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

  /// Beside the version that the change starts from; a finding that fails for a change that nobody
  /// asked for and that is not better.
  private Optional<Finding> against(
      Dossier dossier, String path, BacktestResult result, List<Finding> notes) {
    boolean own = dossier.candidate().origin() == Origin.OWN;
    return switch (trials.stable()) {
      case Trials.Stable.None() -> {
        notes.add(Finding.at("backtest.first", path, 0));
        yield own ? Optional.of(Finding.at("backtest.no-stable", path, 0, "-")) : Optional.empty();
      }
      case Trials.Stable.Broken(String why) ->
          Optional.of(Finding.at("backtest.no-stable", path, 0, why));
      case Trials.Stable.Decided(DecideAnswer.Decided decided) -> {
        Optional<BacktestResult> stable = run(decided);
        if (stable.isEmpty()) {
          yield Optional.of(Finding.at("backtest.no-stable", path, 0, "-"));
        }
        long difference = result.finalEquity() - stable.get().finalEquity();
        dossier.figures(
            new Dossier.BacktestFigures(
                Money.toDouble(result.finalEquity()), Money.toDouble(stable.get().finalEquity())));
        String rule =
            difference > 0
                ? "backtest.better"
                : difference < 0 ? "backtest.worse" : "backtest.same";
        notes.add(Finding.at(rule, path, 0, money(Math.abs(difference))));
        yield own ? unproved(path, result, difference) : Optional.empty();
      }
    };
  }

  /// A change that nobody asked for is better by trades, not by leaving them: whoever stays out of
  /// the market beats every version that loses.
  private static Optional<Finding> unproved(String path, BacktestResult result, long difference) {
    if (difference <= 0) {
      return Optional.of(Finding.at("backtest.not-better", path, 0));
    }
    int trades = result.trades().size();
    return trades < TRADES_FEWEST
        ? Optional.of(Finding.at("backtest.idle", path, 0, trades))
        : Optional.empty();
  }

  /// To the cent: what people read.
  private static String money(long amount) {
    return String.format(Locale.ROOT, "%.2f", Money.toDouble(amount));
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
