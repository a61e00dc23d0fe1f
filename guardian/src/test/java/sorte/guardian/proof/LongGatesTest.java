package sorte.guardian.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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
import sorte.guardian.child.WarmChildren;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.meter.Weaver;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.scope.ScopeGate;
import sorte.trading.door.Json;

/// The gates between shadow and capital, in real children: each seen letting through and refusing.
@Timeout(180)
class LongGatesTest {
  private static final String PATH = "strategies/src/main/java/sorte/strategies/Simple.java";
  private static final String TEST = "strategies/src/test/java/sorte/strategies/SimpleTest.java";

  private static final String SIMPLE =
      """
      package sorte.strategies;

      import sorte.strategy.*;

      public final class Simple extends Strategy<Simple.Parameters> {
        public record Parameters(@Level(value = 100, min = 50, max = 150) double level) {}

        public Simple(Market market, Parameters p) {
          super(market, p);
        }

        @Override
        public boolean enterLong() {
          return close.above(p.level());
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

  private static final String STRONG =
      """
      package sorte.strategies;

      import static org.junit.jupiter.api.Assertions.assertEquals;

      import org.junit.jupiter.api.Test;
      import sorte.strategy.run.Decisions;
      import sorte.strategy.run.Trial;

      class SimpleTest {
        private static int at(double close) {
          return Trial.of(Simple.class).closes(95, close).at(1);
        }

        @Test
        void it_enters_above_its_level() {
          assertEquals(0, at(100));
          assertEquals(at(200), at(100.5));
          assertEquals(at(109), at(101));
          assertEquals("1", "" + at(101));
        }

        @Test
        void it_leaves_below_90() {
          assertEquals(0, at(90));
          assertEquals("2", "" + at(89.5));
          assertEquals("2", "" + at(40));
        }

        @Test
        void it_has_a_stop() {
          Decisions decisions = Trial.of(Simple.class).closes(95, 96);
          assertEquals(0.05, decisions.terms().stopLossFraction().orElse(0), 1e-12);
        }
      }
      """;

  private static final String WEAK =
      """
      package sorte.strategies;

      import static org.junit.jupiter.api.Assertions.assertEquals;

      import org.junit.jupiter.api.Test;
      import sorte.strategy.run.Trial;

      class SimpleTest {
        @Test
        void it_runs() {
          assertEquals(3, Trial.of(Simple.class).closes(95, 96, 97).bars());
        }
      }
      """;

  @TempDir private static Path cache;
  private static WarmChildren children;
  private static final Ground GROUND = Ground.builtIn();

  @BeforeAll
  static void start() {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    children = WarmChildren.open(cache, 3, Limits.ofGates());
  }

  @AfterAll
  static void end() {
    if (children != null) {
      children.close();
    }
  }

  private static Candidate candidate(Origin origin, String before, String after, String test) {
    TreeMap<String, String> base = new TreeMap<>();
    if (!before.isEmpty()) {
      base.put(PATH, before);
    }
    base.put(TEST, test);
    return new Candidate(
        "1",
        origin,
        base,
        new TreeMap<>(Map.of(PATH, Optional.of(after))),
        Json.MAPPER.missingNode(),
        "simple");
  }

  private static Dossier compiled(Candidate candidate) {
    Dossier dossier = new Dossier(candidate);
    assertThat(new ScopeGate().judge(dossier).findings()).isEmpty();
    assertThat(new CompileGate(children).judge(dossier).findings()).isEmpty();
    return dossier;
  }

  private static Judgement mutation(Origin origin, String before, String after, String test) {
    Dossier dossier = compiled(candidate(origin, before, after, test));
    assertThat(new CapabilityGate().judge(dossier).findings()).isEmpty();
    return new MutationGate(children, GROUND).judge(dossier);
  }

  private static List<String> rules(Judgement judgement) {
    return judgement.findings().stream().map(Finding::rule).distinct().toList();
  }

  @Test
  void tests_that_notice_the_slips_are_strong_and_weak_ones_are_refused_to_sorte_itself() {
    Judgement strong = mutation(Origin.OWN, "", SIMPLE, STRONG);
    assertThat(strong.outcome()).as(strong.toString()).isEqualTo(Outcome.PASS);
    assertThat(rules(strong)).containsExactly("mutation.seen");
    Judgement weak = mutation(Origin.OWN, "", SIMPLE, WEAK);
    assertThat(weak.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(rules(weak)).containsExactly("mutation.seen", "mutation.alive", "mutation.weak");
  }

  @Test
  @Tag("long")
  void only_what_changed_is_said_otherwise_and_a_person_is_told() {
    String after = SIMPLE.replace("stopLoss(0.05)", "stopLoss(0.04)");
    Judgement told = mutation(Origin.PERSON, SIMPLE, after, WEAK);
    assertThat(told.outcome()).isEqualTo(Outcome.PASS);
    assertThat(rules(told)).containsExactly("mutation.seen", "mutation.alive", "mutation.weak");
    assertThat(told.findings().stream().filter(f -> f.rule().equals("mutation.alive")))
        .isNotEmpty()
        .allMatch(finding -> finding.line() == 24);
    String words = SIMPLE.replace("public final class", "/// Words.\npublic final class");
    assertThat(mutation(Origin.OWN, SIMPLE, words, WEAK).outcome()).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  @Tag("long")
  void a_slip_that_decides_the_same_on_every_market_is_none() {
    String after = SIMPLE.replace("close.below(90)", "close.below(-90)");
    Judgement judged = mutation(Origin.PERSON, SIMPLE, after, WEAK);
    Finding seen = judged.findings().getFirst();
    assertThat(seen.rule()).isEqualTo("mutation.seen");
    assertThat(Integer.parseInt(seen.values().get(3))).as(seen.toString()).isPositive();
  }

  @Test
  @Tag("long")
  void tests_that_a_mutant_never_lets_end_have_noticed_it() {
    String looping =
        STRONG.replace(
            "assertEquals(0, at(100));", "while (at(100) != 0) { if (at(95) == 77) break; }");
    Judgement judged =
        mutation(
            Origin.OWN,
            SIMPLE.replace("close.above(p.level())", "close.above(p.level() + 1)"),
            SIMPLE,
            looping);
    assertThat(judged.outcome()).as(judged.toString()).isEqualTo(Outcome.PASS);
  }

  private static Judgement determinism(String condition, boolean language) {
    String source = SIMPLE.replace("close.above(p.level())", condition);
    Dossier dossier = compiled(candidate(Origin.PERSON, "", source, WEAK));
    if (language) {
      assertThat(new CapabilityGate().judge(dossier).findings()).isEmpty();
    } else {
      dossier.woven("sorte.strategies.Simple", Weaver.weave(dossier.classes()));
    }
    return new DeterminismGate(children, GROUND).judge(dossier);
  }

  @Test
  @Tag("long")
  void the_same_decisions_everywhere_pass_and_a_locale_a_zone_and_a_jvm_that_show_do_not() {
    Judgement same = determinism("close.above(p.level())", true);
    assertThat(same.outcome()).as(same.toString()).isEqualTo(Outcome.PASS);
    assertThat(same.findings().getFirst().values()).containsExactly("3", "4", "15", "1000000");
    Judgement locale = determinism("\"I\".toLowerCase().equals(\"i\")", false);
    assertThat(rules(locale)).containsExactly("determinism.differs");
    assertThat(locale.findings()).allMatch(f -> f.values().get(3).startsWith("turkish"));
    Judgement zone = determinism("java.util.TimeZone.getDefault().getRawOffset() > 0", false);
    assertThat(zone.findings()).allMatch(f -> f.values().get(3).endsWith("ahead"));
    assertThat(zone.outcome()).isEqualTo(Outcome.FAIL);
    Judgement jvm =
        determinism("System.getProperty(\"java.vm.info\").contains(\"emulated\")", false);
    assertThat(rules(jvm)).containsExactly("determinism.differs");
    assertThat(jvm.findings()).allMatch(f -> f.values().get(2).equals("contrasting"));
  }

  @Test
  void a_fault_that_shows_only_after_a_hundred_thousand_bars_is_found() {
    String source =
        SIMPLE
            .replace("close.above(p.level())", "tape.above(1e12)")
            .replace(
                "  public Simple(",
                "  private final Indicator tape = use(new Tape(close));\n\n  public Simple(")
            .replace(
                "  @Override\n  public Terms",
                """
                static final class Tape extends Indicator {
                  private final double[] bars = new double[100_000];
                  private int next = 0;

                  Tape(Line close) {
                    super(1, close);
                  }

                  @Override
                  protected double next() {
                    bars[next] = next;
                    next = next + 1;
                    return bars[next - 1];
                  }
                }

                @Override
                public Terms\
                """);
    Dossier dossier = compiled(candidate(Origin.PERSON, "", source, WEAK));
    assertThat(new CapabilityGate().judge(dossier).findings()).isEmpty();
    Judgement judged = new DeterminismGate(children, GROUND).judge(dossier);
    assertThat(rules(judged)).containsExactly("robustness.fault");
    assertThat(judged.findings().getFirst().values()).contains("long", "100000");
  }
}
