package sorte.change.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import sorte.change.edit.Dissection;
import sorte.change.edit.Dissection.Parameter;
import sorte.change.pin.Bench.Case;
import sorte.change.pin.Bench.Seen;
import sorte.change.pin.Pinning.Pinned;
import sorte.guardian.proof.VariantRuns;
import sorte.trading.money.HoldingTerms;

/// One strategy's tests in the making: parameters, warm-up, rules, markets at the edge, terms.
final class Writing {
  private static final long STOP_SEED = 7;
  private static final int STOP_MARKETS = 16;
  private static final int BARS_AFTER = 4;

  private final Dissection strategy;
  private final String testClass;
  private final VariantRuns runs;
  private final Bench bench;
  private final List<Integer> twists = new ArrayList<>();
  private final SortedSet<Integer> left;
  private final TestText text;
  private final Setup usual;
  private final Setup brief;

  Writing(Dissection strategy, String testClass, VariantRuns runs) {
    this.strategy = strategy;
    this.testClass = testClass;
    this.runs = runs;
    this.bench = new Bench(runs);
    this.text = new TestText(strategy, testClass);
    this.usual = Setup.defaults(strategy);
    this.brief = Setup.brief(strategy);
    int tried = Math.min(strategy.twists().size(), VariantRuns.VARIANTS_MOST);
    for (int twist = 0; twist < tried; twist++) {
      if (runs.runs(twist)) {
        twists.add(twist);
      }
    }
    this.left = new TreeSet<>(twists);
  }

  Pinned written() {
    text.parameters();
    Search.Warming warming = warming();
    decisions(warming);
    terms(warming);
    String file = text.file();
    String folder = strategy.packageName().replace('.', '/');
    Optional<String> red =
        runs.test((folder.isEmpty() ? "" : folder + "/") + testClass + ".java", file);
    if (red.isPresent()) {
      throw new IllegalStateException("the tests written are not green: " + red.get());
    }
    return new Pinned.Written(file, text.tests(), twists.size() - left.size(), twists.size());
  }

  private static Case moment(Setup setup) {
    return new Case(setup, Market.flat(100, 1));
  }

  /// Where its first decision comes, and what puts it off.
  private Search.Warming warming() {
    List<Case> cases = new ArrayList<>(List.of(moment(brief), moment(usual)));
    List<Parameter> longest =
        strategy.parameters().stream().filter(p -> p.whole() && p.decides()).toList();
    for (Parameter parameter : longest) {
      cases.add(moment(usual.with(parameter.name(), parameter.max().doubleValue())));
    }
    List<Seen> seen = bench.run(cases, List.of());
    Said plain = seen.get(1).original();
    if (plain.ended()) {
      text.firstBar("its_first_decision_comes_at_bar_" + plain.first(), usual, plain.first());
    }
    for (int i = 0; i < longest.size(); i++) {
      Said one = seen.get(i + 2).original();
      if (plain.ended() && one.ended() && one.first() != plain.first()) {
        String spoken = TestNames.spoken(longest.get(i).name());
        text.firstBar(
            TestNames.article(spoken)
                + spoken
                + "_of_"
                + longest.get(i).max().toBigInteger()
                + "_puts_it_off",
            cases.get(i + 2).setup(),
            one.first());
      }
    }
    return new Search.Warming(seen.getFirst().original().first(), plain.first());
  }

  /// The cases that were searched for, then markets that nobody draws: one of a single bar, one
  /// that stands still, one that leaps.
  private void decisions(Search.Warming warming) {
    List<String> names = new ArrayList<>();
    List<Case> cases = new ArrayList<>();
    TestNames sentences = new TestNames(strategy);
    for (Pin pin : new Search(bench, strategy, twists, warming).pins()) {
      names.add(sentences.of(pin));
      cases.add(pin.of());
    }
    if (warming.brief() >= 0) {
      int bars = Math.max(warming.brief(), 1) + BARS_AFTER;
      Market leap = Market.flat(20, bars).with(bars - BARS_AFTER + 1, Market.Candle.of(200));
      names.add("a_market_of_one_bar");
      cases.add(new Case(brief, Market.flat(20, 1)));
      names.add("a_market_that_stands_still");
      cases.add(new Case(brief, Market.flat(20, bars)));
      names.add("a_market_that_leaps_and_falls_back");
      cases.add(new Case(brief, leap));
    }
    List<Seen> seen = bench.run(cases, left);
    for (int i = 0; i < seen.size(); i++) {
      if (seen.get(i).original().ended()) {
        text.decisions(names.get(i), cases.get(i), seen.get(i).original().text());
        left.removeAll(seen.get(i).told());
      }
    }
  }

  /// How trades are held; with other parameters too, where a slip shows there alone.
  private void terms(Search.Warming warming) {
    List<Case> cases = new ArrayList<>();
    cases.add(moment(usual));
    Setup.around(strategy).forEach(setup -> cases.add(moment(setup)));
    boolean byDistance = false;
    for (Seen seen : bench.run(cases, left)) {
      HoldingTerms terms = seen.original().terms();
      SortedSet<Integer> told = seen.told((ours, its) -> !ours.sameTerms(its));
      told.retainAll(left);
      boolean asUsual = seen.of().setup().equals(usual);
      if (terms != null && (asUsual || !told.isEmpty())) {
        String name = "a_trade_is_held_so" + (asUsual ? "" : with(seen.of().setup()));
        text.terms(name, seen.of().setup(), terms);
        left.removeAll(told);
        byDistance |= asUsual && terms.stopByDistance();
      }
    }
    if (byDistance && warming.brief() >= 0) {
      stop(warming.brief());
    }
  }

  private static String with(Setup setup) {
    StringBuilder said = new StringBuilder("_with");
    setup
        .settings()
        .forEach((name, value) ->
            said.append('_')
                .append(TestNames.article(name))
                .append(TestNames.spoken(name))
                .append("_of_")
                .append(TestText.number(value).replaceAll("[^0-9]+", "_")));
    return said.toString();
  }

  /// The distance of a stop that hangs on a line, at the first decision.
  private void stop(int first) {
    List<Case> cases = new ArrayList<>();
    for (Market market : new Markets(strategy, STOP_SEED).draw(STOP_MARKETS, first)) {
      cases.add(new Case(brief, market.first(first + 1)));
    }
    bench.run(cases, left).stream()
        .filter(seen -> seen.original().ended() && seen.original().lastStop() > 0)
        .findFirst()
        .ifPresent(seen -> {
          text.stop("its_stop_stands_so_far_away", seen.of(), seen.original().lastStop());
          left.removeAll(
              seen.told((ours, its) -> Double.compare(ours.lastStop(), its.lastStop()) != 0));
        });
  }
}
