package sorte.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.Limits;

/// What the corpus is: enough attacks of each category, none of them another one under other names;
/// enough honest strategies of different structure. And a few attacks in every setting; all of them
/// are let loose by `scenarios/attacks`.
class AttackCorpusTest {

  private static final int ATTACKS_FEWEST = 120;
  private static final int OF_A_CATEGORY_FEWEST = 5;
  private static final int HONEST_FEWEST = 80;
  private static final int STRUCTURES_FEWEST = 40;

  private static final Set<String> CATEGORIES =
      Set.of(
          "source text",
          "compile time",
          "class machinery",
          "implicit calls",
          "resources",
          "host data",
          "cheating the judgement",
          "pipeline");

  /// One of each kind, each of which takes another way.
  private static final Set<String> A_FEW =
      Set.of("files-read", "equals-with-a-decoy", "letters-from-the-right", "test-by-a-handle");

  @Test
  void there_are_enough_attacks_of_every_category() throws Exception {
    Map<String, Integer> of = new TreeMap<>();
    for (Attack attack : Attack.corpus()) {
      assertThat(attack.counts()).as(attack.name()).isEqualTo(!attack.category().isEmpty());
      if (attack.counts()) {
        of.merge(attack.category(), 1, Integer::sum);
      }
    }
    System.out.println("attacks by category: " + of);
    assertThat(of.keySet()).isEqualTo(new TreeSet<>(CATEGORIES));
    assertThat(of.values()).allMatch(count -> count >= OF_A_CATEGORY_FEWEST);
    assertThat(of.values().stream().mapToInt(count -> count).sum())
        .isGreaterThanOrEqualTo(ATTACKS_FEWEST);
  }

  @Test
  void no_two_attacks_differ_in_names_only() throws Exception {
    Map<String, String> seen = new TreeMap<>();
    List<String> same = new ArrayList<>();
    for (Attack attack : Attack.corpus()) {
      String structure = Structure.of(attack.source());
      if (attack.against() == Attack.Against.TEXT) {
        structure += Structure.shown(attack.source());
      }
      if (attack.change()) {
        structure += attack.source().lines().filter(line -> line.startsWith("//// ")).toList();
      }
      String other = attack.counts() ? seen.put(structure, attack.name()) : null;
      if (other != null) {
        same.add(attack.name() + " and " + other);
      }
    }
    assertThat(same).isEmpty();
  }

  @Test
  void a_copy_under_other_names_is_seen_as_one() throws Exception {
    Attack attack =
        Attack.corpus().stream()
            .filter(a -> a.name().equals("text-of-a-part"))
            .findFirst()
            .orElseThrow();
    String copy =
        attack
            .source()
            .replace("Loud", "Quiet")
            .replace("level", "height")
            .replace("left", "done")
            .replace("A text", "Another text");
    assertThat(copy).isNotEqualTo(attack.source());
    assertThat(Structure.of(copy)).isEqualTo(Structure.of(attack.source()));
    assertThat(Structure.of(copy.replace("isEmpty", "isBlank"))).isNotEqualTo(Structure.of(copy));
  }

  @Test
  void there_are_enough_honest_strategies_of_different_structure() throws Exception {
    Set<String> structures = new TreeSet<>();
    List<Path> files = Attack.files("/honest");
    for (Path file : files) {
      structures.add(Structure.ofRules(Files.readString(file)));
    }
    System.out.println(files.size() + " honest strategies of " + structures.size() + " structures");
    assertThat(files).hasSizeGreaterThanOrEqualTo(HONEST_FEWEST);
    assertThat(structures).hasSizeGreaterThanOrEqualTo(STRUCTURES_FEWEST);
  }

  @Test
  @Timeout(120)
  void a_few_attacks_are_stopped_in_every_setting_and_do_harm_in_none() throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    List<String> wrong = new ArrayList<>();
    int few = 0;
    try (AttackRuns runs = new AttackRuns()) {
      for (Attack attack : Attack.corpus()) {
        if (A_FEW.contains(attack.name())) {
          few++;
          AttackRuns.Seen seen = runs.see(attack);
          wrong.addAll(seen.wrong().stream().map(words -> attack.name() + ": " + words).toList());
        }
      }
    }
    assertThat(few).isEqualTo(A_FEW.size());
    assertThat(wrong).isEmpty();
  }

  @Test
  @Timeout(120)
  void who_remembers_the_history_is_found_by_the_further_markets_and_by_nothing_else(
      @TempDir Path cache) throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    Attack attack =
        Attack.corpus().stream()
            .filter(one -> one.name().equals("memory-of-the-history"))
            .findFirst()
            .orElseThrow();
    try (GatesBut gates = new GatesBut(cache, Limits.ofGates())) {
      Verdict verdict = gates.judge(attack.candidate(GatesBut.shipped()), Set.of());
      GateResult last = verdict.gates().getLast();
      assertThat(last.gate()).as(last.toString()).isEqualTo("backtest");
      assertThat(last.judgement().findings())
          .extracting(Finding::rule)
          .startsWith("backtest.only-here", "backtest.seen");
    }
  }

  @Test
  void an_attack_that_gets_through_is_told() throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    Attack harmless =
        new Attack(
            "harmless",
            "capability",
            List.of(),
            Attack.Against.HOST,
            "host data",
            """
            import sorte.strategy.*;

            public final class Attack extends Strategy<Attack.Parameters> {
              public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

              public Attack(Market market, Parameters p) {
                super(market, p);
              }

              @Override
              public boolean enterLong() {
                return close.above(sma.times(0.5));
              }

              private final Sma sma = sma(p.period());
            }
            """);
    try (AttackRuns runs = new AttackRuns()) {
      assertThat(runs.see(harmless).wrong())
          .anyMatch(words -> words.startsWith("escaped the operating system alone"))
          .anyMatch(words -> words.startsWith("escaped the language alone"))
          .anyMatch(words -> words.startsWith("false approval"));
    }
  }
}
