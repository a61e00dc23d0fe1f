package sorte.change.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sorte.change.judge.Judgement.Fault;

class JudgeTest {
  private static final long SEED = 20_261_101;

  private static List<Pair> twins(long seed, int pairs, double shift) {
    Random random = new Random(seed);
    List<Pair> twins = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      double market = random.nextGaussian() * Math.sqrt(0.8);
      double stable = 0.004 * (market + random.nextGaussian() * Math.sqrt(0.2));
      double candidate = 0.004 * (market + random.nextGaussian() * Math.sqrt(0.2) + shift);
      twins.add(new Pair(i, 1_000 + i, stable, candidate));
    }
    return twins;
  }

  private static Judge shown(Claim claim, Rules rules, List<Pair> pairs) {
    Judge judge = new Judge(claim, rules);
    pairs.forEach(judge::see);
    return judge;
  }

  private static Judge shown(List<Pair> pairs) {
    return shown(Claim.NOT_WORSE, Rules.standard(), pairs);
  }

  @Test
  void a_version_worse_by_half_a_deviation_a_bar_is_aborted() {
    assertThat(shown(twins(SEED, 200, -0.5)).judgement()).isInstanceOf(Judgement.Worse.class);
  }

  @Test
  void a_version_equal_to_the_stable_one_is_not_worse() {
    assertThat(shown(twins(SEED, 300, 0)).judgement()).isInstanceOf(Judgement.NotWorse.class);
  }

  @Test
  void a_version_equal_to_the_stable_one_is_not_better() {
    assertThat(shown(Claim.BETTER, Rules.standard(), twins(SEED, 300, 0)).judgement())
        .isInstanceOf(Judgement.CannotTell.class);
  }

  @Test
  void each_own_candidate_of_the_last_90_days_raises_the_line_of_better() {
    List<Pair> pairs = twins(SEED, 100, 0.3);
    Rules alone = Rules.standard();
    Rules hundredth = new Rules(0.25, 1_000_000_000, 2_000, false);
    assertThat(shown(Claim.BETTER, alone, pairs).judgement()).isInstanceOf(Judgement.Better.class);
    assertThat(shown(Claim.BETTER, hundredth, pairs).judgement())
        .isInstanceOf(Judgement.CannotTell.class);
  }

  @Test
  void abort_wins_over_a_promotion() {
    List<Pair> pairs = new ArrayList<>(twins(SEED, 300, 0));
    for (Pair pair : twins(SEED + 1, 400, -0.6)) {
      pairs.add(new Pair(300 + pair.n(), 1_300 + pair.n(), pair.stable(), pair.candidate()));
    }
    Judge judge = shown(pairs);
    assertThat(judge.evidence().abort()).isGreaterThan(Rules.LINE);
    assertThat(judge.judgement()).isInstanceOf(Judgement.Worse.class);
  }

  @Test
  void bars_on_which_both_were_flat_prove_nothing() {
    List<Pair> pairs = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < 1_900; i++) {
      double both = i < 40 ? 0.004 * random.nextGaussian() : 0;
      pairs.add(new Pair(i, i, both, both));
    }
    Judge judge = shown(pairs);
    assertThat(judge.evidence().notWorse())
        .isEqualTo(shown(pairs.subList(0, 40)).evidence().notWorse());
    assertThat(judge.judgement())
        .isInstanceOfSatisfying(
            Judgement.CannotTell.class, cannot -> assertThat(cannot.horizon()).isFalse());
  }

  @Test
  void bars_that_both_held_alike_show_that_a_change_is_not_worse_and_nothing_more() {
    List<Pair> pairs = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < 400; i++) {
      double both = 0.004 * random.nextGaussian();
      pairs.add(new Pair(i, i, both, both));
    }
    Judge judge = shown(pairs);
    assertThat(judge.evidence().abort()).isEqualTo(1.0);
    assertThat(judge.evidence().better()).isEqualTo(1.0);
    assertThat(judge.judgement()).as("never seen at work").isInstanceOf(Judgement.CannotTell.class);
    pairs.add(new Pair(400, 400, 0.002, 0.003));
    assertThat(shown(pairs).judgement()).isInstanceOf(Judgement.NotWorse.class);
  }

  @Test
  void what_once_looked_worse_is_not_promoted_by_a_lucky_stretch_that_follows() {
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : twins(SEED, 150, -0.2)) {
      pairs.add(pair);
      if (shown(pairs).evidence().abort() > 20) {
        break;
      }
    }
    assertThat(shown(pairs).evidence().abort()).as("seed %d", SEED).isBetween(20.0, Rules.LINE);
    int first = pairs.size();
    for (Pair pair : twins(SEED + 1, 400, 0.6)) {
      pairs.add(
          new Pair(first + pair.n(), 1_000 + first + pair.n(), pair.stable(), pair.candidate()));
    }
    Judge judge = shown(pairs);
    assertThat(judge.evidence().notWorse()).isGreaterThan(Rules.LINE);
    assertThat(judge.evidence().abort()).isLessThan(1);
    assertThat(judge.judgement()).isInstanceOf(Judgement.CannotTell.class);
  }

  @Test
  void small_gains_on_most_bars_do_not_hide_a_rare_large_loss() {
    int promoted = 0;
    for (int run = 0; run < 200; run++) {
      Random random = new Random(SEED + run);
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < 1_500; i++) {
        double stable = 0.004 * random.nextGaussian();
        // one bar in sixteen costs four deviations: a quarter of a deviation a bar on average
        double d = random.nextInt(16) == 0 ? -4 * 0.004 : 0;
        pairs.add(new Pair(i, i, stable, stable + d));
      }
      promoted += shown(pairs).judgement() instanceof Judgement.NotWorse ? 1 : 0;
    }
    assertThat(promoted).as("of 200 seeds from %d", SEED).isLessThanOrEqualTo(4);
  }

  @Test
  void twins_that_are_mostly_equal_are_judged_on_where_they_differ() {
    assertThat(shown(mostlyEqual(SEED, 2_000, 0.05)).judgement())
        .isInstanceOf(Judgement.NotWorse.class);
    assertThat(shown(mostlyEqual(SEED, 2_000, -0.5)).judgement())
        .isInstanceOf(Judgement.Worse.class);
  }

  /// Both flat on most bars; on one in five the candidate alone holds, for a gain of `drift`
  /// deviations a bar.
  private static List<Pair> mostlyEqual(long seed, int pairs, double drift) {
    Random random = new Random(seed);
    List<Pair> twins = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      int phase = i % 100;
      double market = 0.004 * random.nextGaussian();
      boolean both = phase >= 40 && phase < 60;
      boolean candidateAlone = phase >= 60 && phase < 80;
      double stable = both ? market : 0;
      double candidate = both ? market : candidateAlone ? market + 0.004 * drift : 0;
      twins.add(new Pair(i, i, stable, candidate));
    }
    return twins;
  }

  @Test
  void a_rare_large_loss_does_not_hide_behind_many_small_gains() {
    Random random = new Random(SEED);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      double stable = 0.004 * random.nextGaussian();
      double d = random.nextInt(20) == 0 ? -8 : 0.05 + 0.1 * random.nextGaussian();
      pairs.add(new Pair(i, i, stable, stable + 0.004 * d));
    }
    Judgement judgement = shown(pairs).judgement();
    assertThat(judgement).isNotInstanceOf(Judgement.NotWorse.class);
  }

  @Test
  void at_the_horizon_cannot_tell_is_the_answer() {
    Judgement judgement =
        shown(Claim.BETTER, new Rules(0.25, 1, 100, false), twins(SEED, 100, 0)).judgement();
    assertThat(judgement)
        .isInstanceOfSatisfying(
            Judgement.CannotTell.class, cannot -> assertThat(cannot.horizon()).isTrue());
  }

  @Test
  void a_hole_in_the_numbers_is_no_measurement() {
    refuses(new Pair(301, 1_300, 0.001, 0.001), Fault.MISNUMBERED);
  }

  @Test
  void a_bar_that_comes_again_is_no_measurement() {
    refuses(new Pair(300, 1_299, 0.001, 0.001), Fault.MISNUMBERED);
  }

  @Test
  void a_bar_left_out_is_no_measurement() {
    refuses(new Pair(300, 1_301, 0.001, 0.001), Fault.MISNUMBERED);
  }

  @Test
  void a_return_that_is_no_number_is_no_measurement() {
    refuses(new Pair(300, 1_300, Double.NaN, 0.001), Fault.NOT_A_NUMBER);
  }

  @Test
  void a_loss_of_more_than_all_is_no_measurement() {
    refuses(new Pair(300, 1_300, 0.001, -1.5), Fault.OUT_OF_RANGE);
  }

  private static void refuses(Pair bad, Fault fault) {
    Judge judge = shown(twins(SEED, 300, 0));
    assertThat(judge.judgement()).isInstanceOf(Judgement.NotWorse.class);
    judge.see(bad);
    twins(SEED + 2, 900, 1).stream()
        .map(p -> new Pair(p.n() + 301, p.bar() + 20_000, p.stable(), p.candidate()))
        .forEach(judge::see);
    assertThat(judge.judgement())
        .isInstanceOfSatisfying(
            Judgement.CouldNotMeasure.class, why -> assertThat(why.fault()).isEqualTo(fault));
  }

  @Test
  void measurements_that_repeat_themselves_are_frozen() {
    Judge judge = shown(twins(SEED, 300, 0));
    for (int i = 0; i < 10; i++) {
      judge.see(new Pair(300 + i, 1_300 + i, 0.001, 0.002));
    }
    assertThat(judge.judgement())
        .isInstanceOfSatisfying(
            Judgement.CouldNotMeasure.class,
            why -> assertThat(why.fault()).isEqualTo(Fault.FROZEN));
  }

  @Test
  void stale_measurements_promote_nothing_until_they_come_again() {
    Judge judge = shown(twins(SEED, 300, 0));
    judge.stale(true);
    assertThat(judge.judgement()).isInstanceOf(Judgement.CouldNotMeasure.class);
    judge.stale(false);
    assertThat(judge.judgement()).isInstanceOf(Judgement.NotWorse.class);
  }

  @Test
  void a_metric_without_measurements_counts_one_and_never_good() {
    assertThat(new Judge(Claim.NOT_WORSE, Rules.standard()).evidence().abort()).isEqualTo(1.0);
  }

  @Test
  void a_metric_that_is_worse_adds_to_the_abort_with_its_weight() {
    Judge judge = shown(twins(SEED, 100, 0));
    double before = judge.evidence().abort();
    for (int i = 0; i < 60; i++) {
      judge.see(Metric.REJECTS, 0, 1 + i % 3);
    }
    assertThat(judge.evidence().abort()).isGreaterThan(before + 100);
  }

  @Test
  void dependence_between_differences_makes_blocks_and_too_much_of_it_no_measurement() {
    assertThat(shown(autoregressive(0.2)).evidence().block()).isEqualTo(10);
    assertThat(shown(autoregressive(0.95)).judgement()).isNotInstanceOf(Judgement.NotWorse.class);
  }

  private static List<Pair> autoregressive(double rho) {
    Random random = new Random(SEED);
    List<Pair> pairs = new ArrayList<>();
    double d = 0;
    for (int i = 0; i < 1_000; i++) {
      d = rho * d + Math.sqrt(1 - rho * rho) * random.nextGaussian() * 0.0025;
      double stable = 0.004 * random.nextGaussian();
      pairs.add(new Pair(i, i, stable, stable + d));
    }
    return pairs;
  }

  @Test
  void a_refactoring_that_never_differs_is_identical_after_a_thousand_pairs() {
    List<Pair> pairs = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < 1_000; i++) {
      double both = 0.004 * random.nextGaussian();
      pairs.add(new Pair(i, i, both, both));
    }
    Rules same = new Rules(0.25, 1, 2_000, true);
    assertThat(shown(Claim.IDENTICAL, same, pairs.subList(0, 999)).judgement())
        .isInstanceOf(Judgement.CannotTell.class);
    assertThat(shown(Claim.IDENTICAL, same, pairs).judgement())
        .isInstanceOf(Judgement.Identical.class);
  }

  @Test
  void the_same_pairs_give_the_same_bits() {
    assertThat(shown(twins(SEED, 500, -0.1)).evidence())
        .isEqualTo(shown(twins(SEED, 500, -0.1)).evidence());
  }

  @Test
  void the_self_test_tells_the_known_bad_twin_and_the_identical_one() {
    assertThat(tested(twins(SEED, 60, 0))).isInstanceOf(SelfTest.Proved.class);
    assertThat(tested(twins(SEED, 10, 0))).isInstanceOf(SelfTest.NotEnough.class);
  }

  private static SelfTest.Outcome tested(List<Pair> pairs) {
    SelfTest test = new SelfTest(Rules.standard());
    pairs.forEach(test::see);
    return test.outcome();
  }

  @Test
  void a_judge_that_cannot_tell_a_bad_twin_says_nothing_at_all() {
    List<Pair> withoutScale = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      withoutScale.add(new Pair(i, i, i == 0 ? 9 : 1e-9 * (i + 1), 0));
    }
    assertThat(tested(withoutScale)).isInstanceOf(SelfTest.Failed.class);
    assertThat(shown(withoutScale).judgement())
        .isInstanceOfSatisfying(
            Judgement.CouldNotMeasure.class,
            why -> assertThat(why.fault()).isEqualTo(Fault.SELF_TEST));
  }

  @Test
  void one_version_alone_that_repeats_itself_is_frozen() {
    Judge judge = shown(twins(SEED, 300, 0));
    for (Pair pair : twins(SEED + 3, 10, 0)) {
      judge.see(new Pair(300 + pair.n(), 1_300 + pair.n(), pair.stable(), 0.002));
    }
    assertThat(judge.judgement())
        .isInstanceOfSatisfying(
            Judgement.CouldNotMeasure.class,
            why -> assertThat(why.fault()).isEqualTo(Fault.FROZEN));
  }

  @Test
  void of_versions_that_held_the_same_one_alone_cannot_stand_still() {
    Judge judge = shown(twins(SEED, 300, 0));
    for (Pair pair : twins(SEED + 3, 10, 0)) {
      judge.see(new Pair(300 + pair.n(), 1_300 + pair.n(), pair.stable(), 0, false));
    }
    assertThat(judge.judgement())
        .isInstanceOfSatisfying(
            Judgement.CouldNotMeasure.class,
            why -> assertThat(why.fault()).isEqualTo(Fault.FROZEN));
  }

  @Test
  void the_confidence_sequence_gives_the_published_values() {
    ConfidenceSequence sequence = ConfidenceSequence.optimisedAt(100, 0.05);
    assertThat(sequence.rho()).isCloseTo(12.60056098, within(5e-9));
    assertThat(sequence.logMixture(10, 100)).isCloseTo(-0.65100516, within(5e-9));
    assertThat(sequence.bound(100)).isCloseTo(30.35208990, within(5e-9));
  }

  @Test
  void rules_refuse_nonsense() {
    assertThatThrownBy(() -> new Rules(0, 1, 2_000, false)).hasMessageContaining("margin");
    assertThatThrownBy(() -> new Rules(0.25, 0, 2_000, false)).hasMessageContaining("candidates");
  }
}
