package sorte.change.pin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import sorte.guardian.proof.SourceRun;
import sorte.guardian.proof.VariantRuns;
import sorte.trading.market.Bars;

/// Runs a strategy and its twists over small markets, confined.
final class Bench {
  private final VariantRuns runs;

  /// A market and how the strategy is set up on it.
  record Case(Setup setup, Market market) {
    Case on(Market other) {
      return new Case(setup, other);
    }
  }

  /// What came of one case: of the strategy itself, and of the twists asked for.
  record Seen(Case of, Said original, SortedMap<Integer, Said> twisted) {
    /// The twists whose decisions are others.
    SortedSet<Integer> told() {
      return told((ours, its) -> !ours.text().equals(its.text()));
    }

    /// The twists that are told from the strategy so.
    SortedSet<Integer> told(BiPredicate<Said, Said> apart) {
      SortedSet<Integer> told = new TreeSet<>();
      twisted.forEach((twist, said) -> {
        if (original.ended() && apart.test(original, said)) {
          told.add(twist);
        }
      });
      return told;
    }
  }

  Bench(VariantRuns runs) {
    this.runs = runs;
  }

  /// Every case with the same twists.
  List<Seen> run(List<Case> cases, Collection<Integer> twists) {
    return each(cases, cases.stream().<Collection<Integer>>map(_ -> twists).toList());
  }

  /// Each case with the twists of its own.
  List<Seen> each(List<Case> cases, List<? extends Collection<Integer>> twists) {
    if (cases.isEmpty()) {
      return List.of();
    }
    List<Bars> bars = new ArrayList<>();
    List<VariantRuns.Asked> asked = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Setup setup = cases.get(i).setup();
      Bars shown = cases.get(i).market().bars(setup.minutes());
      bars.add(shown);
      asked.add(new VariantRuns.Asked(-1, shown, setup.settings()));
      for (int twist : twists.get(i)) {
        asked.add(new VariantRuns.Asked(twist, shown, setup.settings()));
      }
    }
    List<SourceRun> ended = runs.run(asked);
    List<Seen> all = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < cases.size(); i++) {
      Said original = Said.of(ended.get(at++), bars.get(i));
      SortedMap<Integer, Said> twisted = new TreeMap<>();
      for (int twist : twists.get(i)) {
        twisted.put(twist, Said.of(ended.get(at++), bars.get(i)));
      }
      all.add(new Seen(cases.get(i), original, twisted));
    }
    return all;
  }
}
