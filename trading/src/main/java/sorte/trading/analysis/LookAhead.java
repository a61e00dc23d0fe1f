package sorte.trading.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bar;
import sorte.trading.market.Bars;

/// Whether decisions depend on bars that were not there yet. The strategy runs on all bars; then,
/// for each of some cuts, on the bars before the cut alone, and on those bars with another future
/// behind them. Every decision before the cut must be the same, bit for bit, all three times.
///
/// Half of the cuts lie right behind a bar on which something was signalled, where a look one bar
/// ahead would show; the others are spread evenly.
///
/// @param cuts where the bars were cut: that many bars were known
/// @param compared how many decisions were compared
/// @param differences the first one of each run that had any
public record LookAhead(List<Integer> cuts, long compared, List<Difference> differences) {

  private static final int CUTS_AT_ONCE = 8;

  /// What was behind the cut.
  public enum Future {
    /// Nothing.
    NONE,
    /// The mirror image of what was there.
    OTHER
  }

  /// @param cut how many bars were known
  /// @param bar the first one that was decided otherwise; -1 where terms or warm-up already differ
  /// @param was the signals on all bars
  /// @param became the signals with the other future
  public record Difference(int cut, Future future, int bar, int was, int became) {}

  public boolean clean() {
    return differences.isEmpty();
  }

  /// @param cuts how many
  public static LookAhead of(
      Deciding strategy, Bars bars, SortedMap<String, Double> settings, int cuts) {
    if (cuts < 1) {
      throw new IllegalArgumentException("look-ahead analysis needs a cut, had " + cuts);
    }
    Decided all = Decided.of(strategy.decide(bars, settings), bars);
    List<Integer> at = places(all, bars.size(), cuts);
    List<Difference> differences = new ArrayList<>();
    long compared = 0;
    for (int from = 0; from < at.size(); from += CUTS_AT_ONCE) {
      List<Integer> some = at.subList(from, Math.min(at.size(), from + CUTS_AT_ONCE));
      List<Deciding.Run> runs = new ArrayList<>();
      for (int cut : some) {
        runs.add(new Deciding.Run(bars.slice(0, cut), settings));
        runs.add(new Deciding.Run(mirrored(bars, cut), settings));
      }
      List<Decisions> decisions = strategy.decide(runs);
      for (int i = 0; i < runs.size(); i++) {
        int cut = some.get(i / 2);
        Decided again = Decided.of(decisions.get(i), runs.get(i).bars());
        compared += Math.max(0, cut - all.firstDecisionBar());
        difference(all, again, cut, i % 2 == 0 ? Future.NONE : Future.OTHER, differences);
      }
    }
    return new LookAhead(List.copyOf(at), compared, List.copyOf(differences));
  }

  private static void difference(
      Decided all, Decided again, int cut, Future future, List<Difference> differences) {
    if (all.firstDecisionBar() != again.firstDecisionBar() || !all.terms().equals(again.terms())) {
      differences.add(new Difference(cut, future, -1, 0, 0));
      return;
    }
    for (int bar = 0; bar < cut; bar++) {
      if (!all.alike(bar, again, bar)) {
        differences.add(new Difference(cut, future, bar, all.signals()[bar], again.signals()[bar]));
        return;
      }
    }
  }

  private static List<Integer> places(Decided all, int bars, int cuts) {
    List<Integer> signalled = new ArrayList<>();
    for (int bar = all.firstDecisionBar(); bar < bars - 1; bar++) {
      if (all.signals()[bar] != 0) {
        signalled.add(bar + 1);
      }
    }
    TreeSet<Integer> places = new TreeSet<>();
    int behind = Math.min(signalled.size(), (cuts + 1) / 2);
    for (int i = 0; i < behind; i++) {
      places.add(signalled.get((int) ((long) i * signalled.size() / behind)));
    }
    int first = Math.min(all.firstDecisionBar() + 1, bars);
    int evenly = cuts - places.size();
    for (int i = 1; i <= evenly && first < bars; i++) {
      places.add(first + (int) ((long) i * (bars - first) / (evenly + 1)));
    }
    places.removeIf(cut -> cut < 1 || cut >= bars);
    return List.copyOf(places);
  }

  /// The same bars up to the cut; behind it what rose falls, in proportion, and the volumes come in
  /// the reverse order.
  static Bars mirrored(Bars bars, int cut) {
    Bars.Builder built = new Bars.Builder(bars.size());
    double pivot = bars.close(cut - 1);
    double square = pivot * pivot;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.bar(i);
      if (i < cut) {
        built.add(bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
      } else {
        double volume = bars.volume(bars.size() - 1 - (i - cut));
        built.add(
            bar.time(),
            square / bar.open(),
            square / bar.low(),
            square / bar.high(),
            square / bar.close(),
            volume);
      }
    }
    return built.build();
  }
}
