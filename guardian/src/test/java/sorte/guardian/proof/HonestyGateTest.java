package sorte.guardian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Finding;
import sorte.guardian.Judgement;
import sorte.guardian.Outcome;
import sorte.trading.analysis.BlockSums;
import sorte.trading.analysis.Moments;
import sorte.trading.analysis.TrackRecord;

/// The same backtest means less, the more were made before it.
class HonestyGateTest {
  private static final int BARS = 2_000;
  private static final Attempt.Market MARKET = new Attempt.Market("X", 0, 1_000, "a");

  @Test
  void a_first_attempt_that_is_good_passes_and_the_best_of_two_hundred_worthless_ones_does_not() {
    List<Attempt> worthless = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      worthless.add(attempt("w" + i, MARKET, i, 0));
    }
    Attempt best =
        worthless.stream().max((a, b) -> Double.compare(a.sharpe(), b.sharpe())).orElseThrow();
    assertThat(rules(List.of(), Origin.OWN, best)).containsExactly("honesty.seen");
    assertThat(judged(List.of(), Origin.OWN, best).outcome()).isEqualTo(Outcome.PASS);
    assertThat(judged(worthless, Origin.OWN, best).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(rules(worthless, Origin.OWN, best)).contains("honesty.luck");
    assertThat(judged(worthless, Origin.PERSON, best).outcome()).isEqualTo(Outcome.PASS);
    assertThat(rules(worthless, Origin.PERSON, best)).contains("honesty.luck");
  }

  @Test
  void what_is_far_better_than_luck_passes_among_many() {
    List<Attempt> worthless = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      worthless.add(attempt("w" + i, MARKET, i, 0));
    }
    Attempt good = attempt("good", MARKET, 777, 0.2);
    assertThat(judged(worthless, Origin.OWN, good).outcome()).isEqualTo(Outcome.PASS);
    assertThat(judged(worthless, Origin.OWN, good).findings().getFirst().values().getFirst())
        .isEqualTo("51");
  }

  @Test
  void the_same_version_counts_once_and_other_markets_do_not_count() {
    Attempt one = attempt("one", MARKET, 1, 0);
    Attempt twice = attempt("one", MARKET, 1, 0);
    Attempt elsewhere = attempt("two", new Attempt.Market("Y", 0, 1_000, "b"), 2, 0);
    Attempt later = attempt("three", new Attempt.Market("X", 1_001, 2_000, "c"), 3, 0);
    Attempt meets = attempt("four", new Attempt.Market("X", 900, 2_000, "d"), 4, 0);
    Judgement judged = judged(List.of(one, twice, elsewhere, later, meets), Origin.CHECK, one);
    assertThat(judged.findings().getFirst().values().getFirst()).isEqualTo("2");
  }

  @Test
  void halves_are_compared_on_the_very_same_bars_alone() {
    List<Attempt> few = List.of(attempt("1", MARKET, 1, 0), attempt("2", MARKET, 2, 0));
    Attempt mine = attempt("mine", MARKET, 3, 0);
    assertThat(rules(few, Origin.CHECK, mine)).doesNotContain("honesty.compared");
    List<Attempt> more = new ArrayList<>(few);
    more.add(attempt("4", new Attempt.Market("X", 0, 1_000, "other"), 5, 0));
    assertThat(rules(more, Origin.CHECK, mine)).doesNotContain("honesty.compared");
    more.add(attempt("5", MARKET, 6, 0));
    assertThat(rules(more, Origin.CHECK, mine)).contains("honesty.compared");
  }

  @Test
  void a_version_that_never_trades_is_not_sure_of_anything() {
    Attempt still =
        new Attempt(
            "still", MARKET, BlockSums.of(new double[BARS], Attempt.BLOCKS), Optional.empty());
    assertThat(judged(List.of(), Origin.OWN, still).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void an_attempt_comes_back_from_the_log_as_it_went_in() {
    for (long seed = 1; seed <= 50; seed++) {
      Attempt attempt = attempt("x" + seed, MARKET, seed, 0.01 * seed);
      assertThat(Attempt.ofJson(attempt.toJson())).as("seed %d", seed).isEqualTo(attempt);
    }
    Attempt still =
        new Attempt(
            "still", MARKET, BlockSums.of(new double[BARS], Attempt.BLOCKS), Optional.empty());
    assertThat(Attempt.ofJson(still.toJson())).isEqualTo(still);
  }

  private static Judgement judged(List<Attempt> before, Origin origin, Attempt attempt) {
    return new HonestyGate(before).judge(origin, "S.java", attempt);
  }

  private static List<String> rules(List<Attempt> before, Origin origin, Attempt attempt) {
    return judged(before, origin, attempt).findings().stream().map(Finding::rule).toList();
  }

  private static Attempt attempt(String name, Attempt.Market market, long seed, double drift) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] returns = new double[BARS];
    for (int i = 0; i < BARS; i++) {
      returns[i] = 0.001 * (random.nextGaussian() + drift);
    }
    return new Attempt(
        name,
        market,
        BlockSums.of(returns, Attempt.BLOCKS),
        Optional.of(TrackRecord.of(Moments.of(returns))));
  }
}
