package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sorte.guardian.Finding;
import sorte.guardian.child.DecideAnswer.Decided;
import sorte.guardian.child.DecideAnswer.Decisions;
import sorte.trading.backtest.BacktestResult;

/// A candidate on the further markets, with costs, beside the version that it starts from.
///
/// @param names of these markets
/// @param gained on how many it ends with more than it began with
/// @param compared on how many both versions ran to their end
/// @param better on how many of these it ends with more than the stable version does; none where it
///   stays out of a market that the stable version trades
/// @param idle on how many it does
/// @param ruined where nothing is left of its money
record Elsewhere(
    List<String> names,
    int gained,
    int compared,
    int better,
    int worse,
    int idle,
    List<String> ruined) {

  /// @param stable empty where there is none
  static Elsewhere of(Ground ground, List<Decisions> candidate, List<Decisions> stable) {
    List<String> names = ground.others().stream().map(Ground.Other::name).toList();
    List<String> ruined = new ArrayList<>();
    int gained = 0;
    int compared = 0;
    int better = 0;
    int worse = 0;
    int idle = 0;
    for (int i = 0; i < names.size(); i++) {
      Optional<BacktestResult> its = played(ground, i, candidate);
      Optional<BacktestResult> other = played(ground, i, stable);
      if (its.isEmpty() || its.get().finalEquity() <= 0) {
        ruined.add(names.get(i));
      }
      gained += its.filter(r -> r.finalEquity() > r.startEquity()).isPresent() ? 1 : 0;
      if (its.isPresent() && other.isPresent()) {
        int more = Long.compare(its.get().finalEquity(), other.get().finalEquity());
        boolean out = its.get().trades().isEmpty() && !other.get().trades().isEmpty();
        compared++;
        idle += out ? 1 : 0;
        better += more > 0 && !out ? 1 : 0;
        worse += more < 0 && !out ? 1 : 0;
      }
    }
    return new Elsewhere(names, gained, compared, better, worse, idle, ruined);
  }

  private static Optional<BacktestResult> played(Ground ground, int market, List<Decisions> all) {
    return market < all.size() && all.get(market) instanceof Decided decided
        ? ground.played(ground.others().get(market), decided)
        : Optional.empty();
  }

  /// What anybody is told.
  ///
  /// @param compared whether there is a stable version
  List<Finding> seen(String path, boolean compared) {
    List<Finding> findings = new ArrayList<>();
    if (!names.isEmpty()) {
      String all = String.join(", ", names);
      findings.add(
          compared
              ? Finding.at(
                  "backtest.elsewhere", path, 0, names.size(), better, worse, gained, all, idle)
              : Finding.at("backtest.elsewhere-first", path, 0, names.size(), gained, all));
    }
    ruined.forEach(name -> findings.add(Finding.at("backtest.ruined", path, 0, name)));
    return findings;
  }

  /// What fails where nobody asked for the change: one that is not better on half of the other
  /// markets was fitted to this one, and one that loses everything on any is not to be had for
  /// nothing.
  List<Finding> unproved(String path) {
    List<Finding> findings = new ArrayList<>();
    if (2 * better < compared) {
      findings.add(Finding.at("backtest.only-here", path, 0, better, compared));
    }
    if (!ruined.isEmpty()) {
      findings.add(Finding.at("backtest.ruins", path, 0, String.join(", ", ruined)));
    }
    return findings;
  }
}
