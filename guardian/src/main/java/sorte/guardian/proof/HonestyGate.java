package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Gate;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.trading.analysis.BlockSums;
import sorte.trading.analysis.Overfitting;

/// Who tries often enough finds something that looks good. This gate sets the candidate's backtest
/// against every attempt that was ever made on the same market: the deflated Sharpe ratio (Bailey
/// and Lopez de Prado 2014), and how often the best of them on one half of the history is below the
/// middle on the other. A change that a person asked for is told both; one that nobody asked for
/// must pass.
public final class HonestyGate implements Gate {

  /// The probability that the ratio is no luck, below which it is told, or refused.
  static final double SURE_ENOUGH = 0.95;

  /// The probability of overfitting above which choosing by this history is no better than drawing.
  static final double OVERFIT = 0.5;

  /// Attempts on the very same bars below which that probability says nothing.
  static final int COMPARED_FEWEST = 4;

  /// Attempts that are compared half by half at most, the latest; all are counted.
  static final int COMPARED_MOST = 1_000;

  private final List<Attempt> before;

  /// @param before every attempt so far, in their order; the same version may be there more than
  ///   once
  public HonestyGate(List<Attempt> before) {
    this.before = before;
  }

  @Override
  public String name() {
    return "honesty";
  }

  @Override
  public Judgement judge(Dossier dossier) {
    Origin origin = dossier.candidate().origin();
    Optional<Attempt> attempt = dossier.attempt();
    if (attempt.isEmpty()) {
      Finding short_ = Finding.at("honesty.short", dossier.path(), 0, 2 * Attempt.BLOCKS);
      return origin == Origin.OWN ? Judgement.fail(short_) : Judgement.pass(List.of(short_));
    }
    return judge(origin, dossier.path(), attempt.get());
  }

  Judgement judge(Origin origin, String path, Attempt attempt) {
    List<Attempt> all = distinct(attempt);
    double sure = sure(attempt, all);
    Optional<Double> overfit = overfit(attempt, all);
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.at("honesty.seen", path, 0, all.size(), percent(sure)));
    overfit.ifPresent(share ->
        findings.add(
            Finding.at("honesty.compared", path, 0, same(attempt, all).size(), percent(share))));
    boolean luck = sure < SURE_ENOUGH;
    boolean drawn = overfit.isPresent() && overfit.get() > OVERFIT;
    if (luck) {
      findings.add(Finding.at("honesty.luck", path, 0, all.size(), percent(SURE_ENOUGH)));
    }
    if (drawn) {
      findings.add(Finding.at("honesty.overfit", path, 0, percent(OVERFIT)));
    }
    return origin == Origin.OWN && (luck || drawn)
        ? new Judgement(Outcome.FAIL, findings)
        : Judgement.pass(findings);
  }

  /// Each version that was ever run over some of these bars, once; the candidate is the last.
  private List<Attempt> distinct(Attempt attempt) {
    SortedMap<String, Attempt> others = new TreeMap<>();
    List<Attempt> all = new ArrayList<>();
    for (Attempt one : before) {
      boolean counts =
          one.market().meets(attempt.market()) && !one.artifact().equals(attempt.artifact());
      if (counts && others.putIfAbsent(one.artifact(), one) == null) {
        all.add(one);
      }
    }
    all.add(attempt);
    return all;
  }

  /// The deflated Sharpe ratio; 0 where the candidate's returns do not differ.
  private static double sure(Attempt attempt, List<Attempt> all) {
    return attempt.record().map(record -> record.deflated(variance(all), all.size())).orElse(0.0);
  }

  /// Of a sample; 0 for one.
  private static double variance(List<Attempt> all) {
    double mean = all.stream().mapToDouble(Attempt::sharpe).sum() / all.size();
    double apart =
        all.stream().mapToDouble(one -> (one.sharpe() - mean) * (one.sharpe() - mean)).sum();
    return all.size() == 1 ? 0 : apart / (all.size() - 1);
  }

  private static Optional<Double> overfit(Attempt attempt, List<Attempt> all) {
    List<BlockSums> same = same(attempt, all);
    return same.size() < COMPARED_FEWEST
        ? Optional.empty()
        : Optional.of(Overfitting.of(same).probability());
  }

  /// The returns on the very same bars, of the latest attempts.
  private static List<BlockSums> same(Attempt attempt, List<Attempt> all) {
    List<BlockSums> same =
        all.stream()
            .filter(one -> one.market().equals(attempt.market()))
            .map(Attempt::returns)
            .toList();
    return same.subList(Math.max(0, same.size() - COMPARED_MOST), same.size());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
