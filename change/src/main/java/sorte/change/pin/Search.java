package sorte.change.pin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import sorte.change.edit.Dissection;
import sorte.change.edit.RuleMethod;
import sorte.change.edit.Twist;
import sorte.change.pin.Bench.Case;
import sorte.change.pin.Bench.Seen;
import sorte.strategy.run.Signals;

/// Looks for small markets on which the twists of a strategy show: for each condition of a rule one
/// where it alone makes the rule true and one where it alone keeps it false; for anything else one
/// where the decisions are others. Bounded by counts, never by time: the same source, the same
/// markets.
final class Search {
  /// Markets of each round: more where fewer twists are left.
  private static final int[] ROUNDS = {32, 64, 160, 320};

  /// Warming bars beyond which a set-up is not searched with.
  private static final int WARMING_MOST = 120;

  /// Markets that a twist is remembered on.
  private static final int KEPT = 12;

  private static final long SEED = 20_241;

  private final Bench bench;
  private final Dissection strategy;
  private final List<Integer> twists;
  private final List<Pin> hits = new ArrayList<>();
  private final List<Pin> marks = new ArrayList<>();

  /// A condition that is yet to be seen making its rule true, or keeping it false.
  private record Need(int twist, boolean holds) {}

  private final Set<Need> open = new HashSet<>();
  private final SortedSet<Integer> unseen = new TreeSet<>();

  private final Warming warming;

  /// How long the strategy warms in both set-ups; -1 where it does not run in one.
  record Warming(int brief, int usual) {}

  /// @param twists those that can run, by their place
  Search(Bench bench, Dissection strategy, List<Integer> twists, Warming warming) {
    this.warming = warming;
    this.bench = bench;
    this.strategy = strategy;
    this.twists = List.copyOf(twists);
    for (int twist : twists) {
      Twist of = strategy.twists().get(twist);
      if (of.rule().isPresent() && of.kind() == Twist.Kind.CONDITION) {
        open.add(new Need(twist, true));
        open.add(new Need(twist, false));
      }
      unseen.add(twist);
    }
  }

  static int signal(RuleMethod rule) {
    return switch (rule) {
      case ENTER_LONG -> Signals.ENTER_LONG;
      case EXIT_LONG -> Signals.EXIT_LONG;
      case ENTER_SHORT -> Signals.ENTER_SHORT;
      case EXIT_SHORT -> Signals.EXIT_SHORT;
    };
  }

  /// The cases for the rules' conditions, then those for what shows on none of these.
  List<Pin> pins() {
    Setup brief = Setup.brief(strategy);
    Setup usual = Setup.defaults(strategy);
    Markets markets = new Markets(strategy, SEED);
    for (int i = 0; i < ROUNDS.length && !(open.isEmpty() && unseen.isEmpty()); i++) {
      boolean last = i == ROUNDS.length - 1;
      int first = last ? warming.usual() : warming.brief();
      if (first >= 0 && first <= WARMING_MOST) {
        look(markets.draw(ROUNDS[i], first), last ? usual : brief);
      }
    }
    List<Pin> rules = new Shrinking(bench).shrunk(chosen(hits, new TreeSet<>()));
    SortedSet<Integer> left = new TreeSet<>(twists);
    List<Case> cases = rules.stream().map(Pin::of).toList();
    for (Seen seen : bench.run(cases, left)) {
      left.removeAll(seen.told());
    }
    List<Pin> all = new ArrayList<>(rules);
    all.addAll(new Shrinking(bench).shrunk(chosen(marks, left)));
    return all;
  }

  private void look(List<Market> markets, Setup setup) {
    SortedSet<Integer> wanted = new TreeSet<>(unseen);
    open.forEach(need -> wanted.add(need.twist()));
    List<Case> cases = markets.stream().map(market -> new Case(setup, market)).toList();
    for (Seen seen : bench.run(cases, wanted)) {
      if (seen.original().ended()) {
        conditions(seen);
        anything(seen);
      }
    }
    unseen.removeIf(twist -> marks.stream().anyMatch(mark -> mark.twists().contains(twist)));
  }

  private void conditions(Seen seen) {
    Said original = seen.original();
    for (RuleMethod rule : strategy.rules()) {
      int signal = signal(rule);
      for (int bar = original.first(); bar < original.text().length(); bar++) {
        SortedSet<Integer> turned = new TreeSet<>();
        for (var twisted : seen.twisted().entrySet()) {
          Twist twist = strategy.twists().get(twisted.getKey());
          if (twist.kind() == Twist.Kind.CONDITION
              && twist.rule().filter(rule::equals).isPresent()
              && turns(original, twisted.getValue(), signal, bar)) {
            turned.add(twisted.getKey());
          }
        }
        boolean holds = original.holds(signal, bar);
        if (!turned.isEmpty()) {
          hits.add(
              new Pin(
                  seen.of().on(seen.of().market().first(bar + 1)),
                  rule,
                  holds,
                  turned,
                  original.text().substring(0, bar + 1)));
          turned.forEach(twist -> open.remove(new Need(twist, holds)));
        }
      }
    }
  }

  static boolean turns(Said original, Said twisted, int signal, int bar) {
    return twisted.ended()
        && original.holds(signal, bar) != twisted.holds(signal, bar)
        && original.text().charAt(bar) != twisted.text().charAt(bar);
  }

  private void anything(Seen seen) {
    SortedSet<Integer> told = new TreeSet<>();
    int last = 0;
    for (var twisted : seen.twisted().entrySet()) {
      int bar = seen.original().differs(twisted.getValue());
      if (bar >= 0) {
        told.add(twisted.getKey());
        last = Math.max(last, bar);
      }
    }
    if (!told.isEmpty()) {
      mark(seen, told, last);
      if (told.size() > 1) {
        seen.twisted()
            .forEach((twist, said) -> {
              long known = marks.stream().filter(m -> m.twists().contains(twist)).count();
              if (told.contains(twist) && known < KEPT) {
                mark(seen, new TreeSet<>(Set.of(twist)), seen.original().differs(said));
              }
            });
      }
    }
  }

  private void mark(Seen seen, SortedSet<Integer> told, int last) {
    marks.add(
        new Pin(
            seen.of().on(seen.of().market().first(last + 1)),
            null,
            false,
            told,
            seen.original().text().substring(0, last + 1)));
  }

  /// The fewest that show all that can be shown, the shorter ones first. `only` is what is to be
  /// shown; empty for every need of the rules.
  private List<Pin> chosen(List<Pin> from, Set<Integer> only) {
    List<Pin> chosen = new ArrayList<>();
    Set<Need> covered = new HashSet<>();
    while (true) {
      Pin best = null;
      int most = 0;
      for (Pin pin : from) {
        int fresh = fresh(pin, covered, only);
        boolean better =
            fresh > most || fresh == most && fresh > 0 && best != null && cost(pin) < cost(best);
        if (better) {
          best = pin;
          most = fresh;
        }
      }
      if (best == null) {
        return inOrder(chosen);
      }
      SortedSet<Integer> its = new TreeSet<>(best.twists());
      if (best.rule() == null) {
        its.retainAll(only);
      }
      chosen.add(new Pin(best.of(), best.rule(), best.holds(), its, best.text()));
      for (int twist : its) {
        covered.add(new Need(twist, best.holds()));
      }
    }
  }

  private static double cost(Pin pin) {
    return pin.of().market().cost();
  }

  private static int fresh(Pin pin, Set<Need> covered, Set<Integer> only) {
    int fresh = 0;
    for (int twist : pin.twists()) {
      boolean wanted = pin.rule() != null || only.contains(twist);
      fresh += wanted && !covered.contains(new Need(twist, pin.holds())) ? 1 : 0;
    }
    return fresh;
  }

  private static List<Pin> inOrder(List<Pin> pins) {
    List<Pin> ordered = new ArrayList<>(pins);
    ordered.sort(
        Comparator.comparing((Pin pin) -> pin.rule() == null ? 9 : pin.rule().ordinal())
            .thenComparing(pin -> pin.holds() ? 0 : 1)
            .thenComparing(pin -> pin.twists().first()));
    return ordered;
  }
}
