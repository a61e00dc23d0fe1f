package sorte.guardian.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.Candidate;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.CompilerHere;
import sorte.guardian.child.PaceAnswer;
import sorte.guardian.child.PaceAnswer.Measured;
import sorte.guardian.child.PaceTask;
import sorte.guardian.child.PaceTask.Version;
import sorte.guardian.child.PacingHere;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.scope.ScopeGate;
import sorte.trading.door.Json;
import sorte.trading.release.MeterControl;

/// Two versions beside each other: in a real child, and by a clock that stalls.
@Timeout(180)
class PaceGateTest {
  private static final String PATH = "strategies/src/main/java/sorte/strategies/Simple.java";
  private static final long SEED = 20_250_302;

  /// What each decision works at, and how long: `ROUNDS`.
  private static final String WORKING =
      """
      package sorte.strategies;

      import sorte.strategy.*;

      public final class Simple extends Strategy<Simple.Parameters> {
        public record Parameters(@Level(value = 100, min = 50, max = 150) double level) {}

        public Simple(Market market, Parameters p) {
          super(market, p);
        }

        private double worked() {
          double sum = close.value();
          for (int i = 1; i < ROUNDS; i++) {
            sum = sum * 0.5 + i;
          }
          return sum;
        }

        @Override
        public boolean enterLong() {
          return worked() > 0 && close.above(p.level());
        }

        @Override
        public boolean exitLong() {
          return close.below(90);
        }

        @Override
        public Terms terms() {
          return Terms.allIn().stopLoss(0.05);
        }
      }
      """;

  /// The same with so many small values made in each decision, each held by the next.
  private static String allocating(int values) {
    return working(values)
        .replace("sum = sum * 0.5 + i;", "chain = new Held(i, chain.value() + chain.before());")
        .replace("double sum = close.value();", "Held chain = new Held(close.value(), 1);")
        .replace("return sum;", "return chain.value();")
        .replace(
            "  private double",
            "  record Held(double value, double before) {}\n\n  private double");
  }

  @TempDir private static Path cache;
  private static WarmChildren children;

  @BeforeAll
  static void start() {
    System.out.println("seed " + SEED);
    if (Confinement.probe().holds()) {
      children = WarmChildren.open(cache, 1, Limits.ofGates());
    }
  }

  @AfterAll
  static void end() {
    if (children != null) {
      children.close();
    }
  }

  private static String working(int rounds) {
    return WORKING.replace("ROUNDS", Integer.toString(rounds));
  }

  private static Dossier compiled(String before, String after) {
    TreeMap<String, String> base = new TreeMap<>();
    if (!before.isEmpty()) {
      base.put(PATH, before);
    }
    Dossier dossier =
        new Dossier(
            new Candidate(
                "1",
                Origin.PERSON,
                base,
                new TreeMap<>(Map.of(PATH, Optional.of(after))),
                Json.MAPPER.missingNode(),
                "simple"));
    assertThat(new ScopeGate().judge(dossier).findings()).isEmpty();
    assertThat(new CompileGate(new CompilerHere()).judge(dossier).findings()).isEmpty();
    assertThat(new CapabilityGate().judge(dossier).findings()).isEmpty();
    return dossier;
  }

  private static Judgement judged(String before, String after) {
    assumeTrue(children != null, "this machine cannot confine children");
    return new PaceGate(children, Ground.builtIn()).judge(compiled(before, after));
  }

  private static List<String> rules(Judgement judgement) {
    return judgement.findings().stream().map(Finding::rule).toList();
  }

  @Test
  void what_takes_ten_times_as_long_is_refused_and_5_percent_more_is_not() {
    Judgement slow = judged(working(3_000), working(30_000));
    assertThat(slow.outcome()).as(slow.toString()).isEqualTo(Outcome.FAIL);
    assertThat(rules(slow)).containsExactly("pace.more", "pace.seen");
    Judgement little = judged(working(10_000), working(10_500));
    assertThat(little.outcome()).as(little.toString()).isEqualTo(Outcome.PASS);
    assertThat(rules(little)).containsExactly("pace.seen");
    double times = Double.parseDouble(little.findings().getFirst().values().get(6));
    assertThat(times).isBetween(0.8, 1.4);
  }

  @Test
  void what_takes_little_may_take_many_times_as_long_and_is_told() {
    Judgement judged = measured(4_000, 1_000);
    assertThat(judged.outcome()).as(judged.toString()).isEqualTo(Outcome.PASS);
    assertThat(rules(judged)).containsExactly("pace.seen", "pace.more.little");
    assertThat(measured(40_000, 10_000).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(measured(40_000, 30_000).outcome()).isEqualTo(Outcome.PASS);
  }

  /// Steady runs of so many nanoseconds a decision.
  private static Judgement measured(long candidate, long stable) {
    long[] its = new long[PaceGate.PAIRS_LEAST];
    long[] other = new long[PaceGate.PAIRS_LEAST];
    Arrays.fill(its, 50 * candidate);
    Arrays.fill(other, 50 * stable);
    Measured both =
        new Measured(50, new PaceAnswer.Spent(its, 0, 0), new PaceAnswer.Spent(other, 0, 0));
    return PaceGate.judge(PATH, new ChildOutcome.Answered<>(both, 0));
  }

  @Test
  void what_allocates_wildly_is_refused() {
    Judgement judged = judged(working(2), allocating(90));
    assertThat(judged.outcome()).as(judged.toString()).isEqualTo(Outcome.FAIL);
    assertThat(rules(judged)).contains("pace.bytes").first().isNotEqualTo("pace.seen");
  }

  @Test
  void a_new_strategy_has_nothing_beside_it_and_words_change_nothing() {
    assertThat(rules(judged("", working(2)))).containsExactly("pace.first");
    Judgement same = judged(working(2), working(2));
    assertThat(same.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(rules(same)).containsExactly("pace.same");
  }

  @Test
  void on_a_machine_that_stalls_it_cannot_tell_and_lets_through_only_what_is_little_anyway() {
    Judgement much = stalling(1_500_000, 300_000_000);
    assertThat(much.outcome()).as(much.toString()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(rules(much)).containsExactly("pace.untold", "pace.seen");
    Judgement little = stalling(50_000, 10_000_000);
    assertThat(little.outcome()).as(little.toString()).isEqualTo(Outcome.PASS);
    assertThat(rules(little)).containsExactly("pace.seen", "pace.untold.little");
    Judgement steady = stalling(1_500_000, 0);
    assertThat(steady.outcome()).as(steady.toString()).isEqualTo(Outcome.PASS);
    assertThat(rules(steady)).containsExactly("pace.seen");
    Judgement standing = stalling(0, 0);
    assertThat(standing.outcome()).as(standing.toString()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  private static Judgement stalling(long nanos, long stall) {
    Dossier dossier = compiled("", working(2));
    Version version = new Version(dossier.metered(), dossier.className());
    PaceTask task =
        new PaceTask(
            version,
            version,
            Recording.columns(Ground.builtIn().history()),
            MeterControl.DECISION_FUEL,
            PaceGate.MILLIS);
    return PaceGate.judge(PATH, PacingHere.stalling(task, SEED, nanos, stall, 100));
  }

  @Test
  void what_faults_is_refused_and_what_the_stable_version_cannot_do_tells_nothing() {
    ChildOutcome<PaceAnswer> its = fault(true);
    assertThat(PaceGate.judge(PATH, its).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(PaceGate.judge(PATH, fault(false)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    PaceAnswer.Spent few = new PaceAnswer.Spent(new long[PaceGate.PAIRS_LEAST - 1], 0, 0);
    Judgement judged =
        PaceGate.judge(PATH, new ChildOutcome.Answered<>(new Measured(50, few, few), 0));
    assertThat(judged.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(rules(judged)).containsExactly("pace.short");
  }

  private static ChildOutcome<PaceAnswer> fault(boolean candidate) {
    return new ChildOutcome.Answered<>(
        new PaceAnswer.Faulted(candidate, 7, "java.lang.ArithmeticException"), 0);
  }
}
