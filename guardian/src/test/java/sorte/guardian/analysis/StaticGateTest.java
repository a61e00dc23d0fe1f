package sorte.guardian.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.Candidate;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.guardian.child.AnalyseAnswer;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.ChildOutcome.End;
import sorte.guardian.child.ChildOutcome.Ended;
import sorte.guardian.child.CompileAnswer;
import sorte.guardian.child.CompileTask;
import sorte.guardian.child.CompilerHere;
import sorte.guardian.child.WarmAnalyser;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.sandbox.Confinement;
import sorte.trading.door.Json;

/// What static analysis refuses, tells, and does not count.
class StaticGateTest {

  private static final String PATH = "strategies/src/main/java/sorte/strategies/Faulty.java";

  @TempDir static Path cache;
  private static WarmAnalyser analyser;
  private static final AtomicInteger ASKED = new AtomicInteger();

  @BeforeAll
  static void open() {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    analyser = WarmAnalyser.open(cache);
  }

  @AfterAll
  static void close() {
    if (analyser != null) {
      analyser.close();
    }
  }

  /// @param fields members before the constructor
  /// @param enter the expression of the rule that enters
  /// @param exit the expression of the rule that leaves
  private static String source(String fields, String enter, String exit) {
    return """
    package sorte.strategies;
    import sorte.strategy.*;
    public final class Faulty extends Strategy<Faulty.Parameters> {
      public record Parameters(
          @Bars(value = 5, min = 2, max = 50) int period,
          @Level(value = 70, min = 50, max = 100) double high) {}
      private final Ema mean = ema(p.period());
      private final Rsi rsi = rsi(14);
      %s
      public Faulty(Market market, Parameters p) {
        super(market, p);
      }
      @Override public boolean enterLong() { return %s; }
      @Override public boolean exitLong() { return %s; }
    }
    """
        .formatted(fields, enter, exit);
  }

  private static final String SOUND_EXIT = "rsi.above(p.high())";
  private static final String SOUND = source("", "close.crossesAbove(mean)", SOUND_EXIT);

  private static final String OWN =
      """
      private final Own own = use(new Own(close));
      static final class Own extends Indicator {
        private final Line line;
        private final double[] ring = new double[4];
        private double state;
        private int n;
        Own(Line line) { super(1, line); this.line = line; }
        private double step() { n++; return n; }
        @Override protected double next() {
          %s
          return state;
        }
      }
      """;

  @Test
  void a_sound_strategy_passes_without_a_finding() {
    Judgement judgement = judge(Optional.empty(), SOUND);
    assertThat(judgement.outcome()).isEqualTo(Outcome.PASS);
    assertThat(judgement.findings()).isEmpty();
  }

  @Test
  void faults_of_rules_refuse() {
    refuses(
        source(
            "private final Ema unread = ema(9); private int idle;",
            "close.above(mean) && close.above(mean) && mean.value() == close.value()",
            "close.above(mean) && mean.above(close)"),
        "duplicate-condition",
        "computed-equality",
        "contradiction");
    refuses(
        source("", "close.above(close)", "false && rsi.above(p.high())"),
        "self-comparison",
        "constant-condition");
    refuses(
        source("", "rsi.below(-1)", "rsi.above(100) || close.below(0) || rsi.above(p.high())"),
        "never-true");
  }

  @Test
  void faults_of_indicators_refuse() {
    refuses(
        source(
            OWN.formatted(
                """
                double half = 1 / 2;
                state = state;
                if (n == 3) {}
                if (n > 3) { state = half; } else { state = half; }
                boolean late = line.value() > 4 && step() > 3;
                if (state == Double.NaN || late) { state = 010; }
                double[] few = new double[2];
                few[5] = 1;
                ring[0] = few[1];
                for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; i++) { state += ring[j]; } }
                """),
            "own.rising()",
            SOUND_EXIT),
        "integer-division",
        "self-assignment",
        "empty-branch",
        "same-branches",
        "hidden-update",
        "nan",
        "octal",
        "spotbugs",
        "wrong-counter");
  }

  @Test
  void what_is_not_used_refuses_a_change_and_is_told_of_a_new_file() {
    String unused =
        source(
            "private final Ema unread = ema(9); private int idle;",
            "close.crossesAbove(mean)",
            "rsi.above(70)");
    List<String> rules =
        List.of("static.unread-indicator", "static.unread-field", "static.unused-parameter");
    Judgement fresh = judge(Optional.empty(), unused);
    assertThat(fresh.outcome()).isEqualTo(Outcome.PASS);
    assertThat(fresh.findings()).extracting(Finding::rule).containsAll(rules);
    Judgement change = judge(Optional.of(SOUND), unused);
    assertThat(change.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(change.findings()).extracting(Finding::rule).containsAll(rules);
  }

  @Test
  void what_the_stable_version_has_already_is_not_counted_wherever_its_line_went() {
    String before = source("", "close.above(mean) && close.above(mean)", SOUND_EXIT);
    String moved = before.replace("private final Rsi", "// a line more\n\n  private final Rsi");
    String later = moved.replace("ema(p.period())", "ema(p.period() + 1)");
    assertThat(judge(Optional.of(before), later).outcome()).isEqualTo(Outcome.PASS);
    String more = later.replace(SOUND_EXIT, "rsi.above(p.high()) || rsi.above(p.high())");
    Judgement judgement = judge(Optional.of(before), more);
    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(judgement.findings())
        .extracting(finding -> finding.values().getFirst())
        .containsOnly("Faulty.exitLong");
  }

  @Test
  void a_change_of_constants_only_asks_nobody_but_looks_at_the_numbers() {
    String other = SOUND.replace("value = 70", "value = 80").replace("rsi(14)", "rsi(21)");
    int before = ASKED.get();
    assertThat(judge(Optional.of(SOUND), other).outcome()).isEqualTo(Outcome.PASS);
    assertThat(ASKED.get()).isEqualTo(before);
    String beyond = SOUND.replace("min = 50, max = 100", "min = 100, max = 150");
    Judgement judgement = judge(Optional.of(SOUND), beyond.replace("value = 70", "value = 120"));
    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(judgement.findings()).extracting(Finding::rule).containsOnly("static.never-true");
    assertThat(ASKED.get()).isEqualTo(before);
  }

  @Test
  void what_hides_a_finding_in_the_source_hides_nothing() {
    refuses(
        source("", "close.above(mean) && close.above(mean) // NOPMD\n", SOUND_EXIT),
        "duplicate-condition");
  }

  @Test
  void no_answer_is_inconclusive_and_so_is_half_of_one() {
    for (ChildOutcome<AnalyseAnswer> outcome :
        List.<ChildOutcome<AnalyseAnswer>>of(
            new Ended<>(End.DEADLINE, "late"),
            new ChildOutcome.Unconfined<>("nothing confines here"),
            new ChildOutcome.Answered<>(
                new AnalyseAnswer(List.of("a class was not there"), List.of()), 1))) {
      StaticGate gate = new StaticGate(new Analyses(_ -> outcome), new CompilerHere(), () -> {});
      Dossier dossier = dossier(Optional.empty(), SOUND);
      assertThat(gate.judge(dossier).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }
  }

  @Test
  void every_rule_has_its_sentences_in_both_languages() {
    for (String language : List.of("pt", "en")) {
      var words = sorte.trading.words.Phrasebook.load(Finding.WORDS, language);
      RuleTable.HERE
          .rows()
          .values()
          .forEach(row -> {
            Finding finding = Finding.at("static." + row.phrase(), PATH, 1, "A.b", "RULE", "words");
            assertThat(finding.what(words)).isNotBlank().doesNotContain("{");
            assertThat(finding.remedy(words)).isNotBlank();
          });
    }
  }

  private static void refuses(String source, String... rules) {
    Judgement judgement = judge(Optional.empty(), source);
    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    for (String rule : rules) {
      assertThat(RuleTable.HERE.rows().values())
          .anyMatch(row -> row.phrase().equals(rule) && row.weight() == Weight.REFUSES);
      assertThat(judgement.findings()).extracting(Finding::rule).contains("static." + rule);
    }
    assertThat(judgement.findings()).allMatch(finding -> finding.where().equals(PATH));
  }

  private static Judgement judge(Optional<String> base, String source) {
    Analyses analyses =
        new Analyses(task -> {
          ASKED.incrementAndGet();
          return analyser.analyse(task);
        });
    return new StaticGate(analyses, new CompilerHere(), () -> {}).judge(dossier(base, source));
  }

  private static Dossier dossier(Optional<String> base, String source) {
    SortedMap<String, String> tree = new TreeMap<>();
    base.ifPresent(text -> tree.put(PATH, text));
    Dossier dossier =
        new Dossier(
            new Candidate(
                "1",
                Origin.PERSON,
                tree,
                new TreeMap<>(Map.of(PATH, Optional.of(source))),
                Json.MAPPER.missingNode(),
                "faulty"));
    dossier.strategyFile(PATH, source);
    CompileTask task = CompileTask.of(Map.of(CompileGate.relative(PATH), source));
    ChildOutcome<CompileAnswer> made = new CompilerHere().compile(task);
    CompileAnswer answer = ((ChildOutcome.Answered<CompileAnswer>) made).answer();
    assertThat(answer.compiled()).as(answer.notes().toString()).isTrue();
    dossier.compiled(answer.classes(), Optional.empty());
    return dossier;
  }
}
