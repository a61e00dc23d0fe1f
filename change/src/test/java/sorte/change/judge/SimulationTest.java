package sorte.change.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sorte.change.judge.Simulation.Result;
import sorte.change.judge.Simulation.Setting;
import sorte.change.judge.Simulation.Tails;

/// What the judge promises, measured on twins whose true difference is known.
class SimulationTest {
  private static final long SEED = 7;
  private static final int FEW = 200;
  private static final int MANY = 4_000;

  private static Result measured(Tails tails, double shift, double ar, int runs, int pairs) {
    return measured(Rules.DEFAULT_MARGIN, tails, shift, ar, runs, pairs);
  }

  private static Result measured(
      double margin, Tails tails, double shift, double ar, int runs, int pairs) {
    Setting setting = new Setting(tails, margin, shift, ar, runs, pairs);
    Result result = new Simulation(setting).run(SEED);
    System.out.println("seed " + SEED + " " + setting + " -> " + result);
    return result;
  }

  @ParameterizedTest
  @EnumSource
  void equal_versions_are_hardly_ever_aborted_and_usually_promoted(Tails tails) {
    Result equal = measured(tails, 0, 0, FEW, 1_000);
    assertThat(equal.aborted()).isLessThanOrEqualTo(0.015);
    assertThat(equal.better()).isLessThanOrEqualTo(0.015);
    assertThat(equal.promotedEarly()).isGreaterThanOrEqualTo(tails == Tails.GAUSSIAN ? 0.9 : 0.78);
  }

  @ParameterizedTest
  @EnumSource
  void a_version_worse_by_the_margin_is_aborted_and_hardly_ever_promoted(Tails tails) {
    Result worse = measured(tails, -0.25, 0, FEW, 1_000);
    assertThat(worse.promoted()).isLessThanOrEqualTo(0.015);
    assertThat(worse.medianAbort()).isLessThanOrEqualTo(110);
  }

  @ParameterizedTest
  @EnumSource
  void a_version_worse_by_twice_the_margin_is_aborted_within_a_few_dozen_pairs(Tails tails) {
    assertThat(measured(tails, -0.5, 0, FEW, 300).medianAbort()).isLessThanOrEqualTo(35);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void the_promises_hold_over_many_rollouts(Tails tails) {
    Result equal = measured(tails, 0, 0, MANY, 2_000);
    assertThat(equal.aborted()).isLessThanOrEqualTo(0.01);
    assertThat(equal.better()).isLessThanOrEqualTo(0.01);
    Result atMargin = measured(tails, -0.25, 0, MANY, 2_000);
    assertThat(atMargin.promoted()).isLessThanOrEqualTo(0.01);
    measured(tails, -0.5, 0, MANY, 300);
  }

  @Tag("long")
  @Test
  void dependent_differences_cost_little_of_the_promise() {
    Result equal = measured(Tails.GAUSSIAN, 0, 0.3, MANY, 1_000);
    assertThat(equal.aborted()).isLessThanOrEqualTo(0.03);
  }

  /// One daily deviation a day, on bars of 15 minutes: what a home has unless its owner says
  /// otherwise.
  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void the_promises_hold_for_the_usual_margin_of_a_short_bar(Tails tails) {
    double margin = Rules.marginOfPair(1, 900_000);
    assertThat(measured(margin, tails, 0, 0, MANY, 2_000).aborted()).isLessThanOrEqualTo(0.01);
    Result atMargin = measured(margin, tails, -margin, 0, MANY, 2_000);
    assertThat(atMargin.promoted()).isLessThanOrEqualTo(0.01);
  }
}
