package sorte.change.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sorte.change.judge.Evidence;
import sorte.change.judge.Interval;
import sorte.change.judge.Judgement;
import sorte.change.judge.Judgement.Fault;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeEvent.Cause;
import sorte.change.log.Entry;

class RolloutTest {
  private static Change at(String origin, double share) {
    List<Entry> story = new ArrayList<>();
    story.add(entry(0, new ChangeEvent.Requested("w", "en", "cli", origin, false)));
    story.add(entry(1, new ChangeEvent.StepTaken("step", share, 1, 0, 0)));
    return new Change("1", story);
  }

  private static Entry entry(long seq, ChangeEvent event) {
    return new Entry(seq, Instant.EPOCH, "1", event);
  }

  private static Evidence evidence(double abort, double notWorse) {
    return new Evidence(200, 150, abort, notWorse, 1, 0.004, 0, 1, new Interval(-1, 0, 1));
  }

  private static Decision person(double share, Judgement judgement, long atStep) {
    return Rollout.next(at("person", share), judgement, atStep, false, false);
  }

  private static Judgement cannotTell(double abort, double notWorse) {
    return new Judgement.CannotTell(evidence(abort, notWorse), false);
  }

  @Test
  void shadow_needs_a_hundred_pairs_even_when_the_line_is_crossed() {
    Judgement good = new Judgement.NotWorse(evidence(1, 500));
    assertThat(person(0, good, 99)).isEqualTo(new Decision.Stay());
    assertThat(person(0, good, 100)).isEqualTo(new Decision.Grow(Rollout.FIRST_SHARE));
  }

  @Test
  void each_canary_share_lasts_a_block_even_when_the_line_is_crossed() {
    Judgement good = new Judgement.NotWorse(evidence(1, 500));
    assertThat(person(0.05, good, 24)).isEqualTo(new Decision.Stay());
    assertThat(person(0.05, good, 25)).isEqualTo(new Decision.Grow(Rollout.SECOND_SHARE));
    assertThat(person(0.25, good, 24)).isEqualTo(new Decision.Stay());
    assertThat(person(0.25, good, 25)).isEqualTo(new Decision.Promote("evidence"));
  }

  @Test
  void a_share_grows_on_evidence_and_never_against_it() {
    assertThat(person(0.05, cannotTell(1, 9.9), 50)).isEqualTo(new Decision.Stay());
    assertThat(person(0.05, cannotTell(1, 10), 50))
        .isEqualTo(new Decision.Grow(Rollout.SECOND_SHARE));
    assertThat(person(0.05, cannotTell(2.1, 10), 50)).isEqualTo(new Decision.Stay());
    assertThat(person(0, cannotTell(2.1, 1), 200)).isEqualTo(new Decision.Stay());
    assertThat(person(0.25, cannotTell(1, 99), 500)).isEqualTo(new Decision.Stay());
  }

  @Test
  void worse_is_taken_back_at_every_step() {
    Judgement worse = new Judgement.Worse(evidence(200, 500));
    for (double share : new double[] {0, 0.05, 0.25}) {
      assertThat(person(share, worse, 1)).isEqualTo(new Decision.TakeBack(Cause.JUDGE));
    }
  }

  @Test
  void at_the_horizon_a_person_is_asked_and_an_own_change_taken_back() {
    Judgement horizon = new Judgement.CannotTell(evidence(1, 50), true);
    assertThat(person(0.05, horizon, 900)).isEqualTo(new Decision.AskOwner());
    assertThat(Rollout.next(at("own", 0.05), horizon, 900, false, false))
        .isEqualTo(new Decision.TakeBack(Cause.NOT_SHOWN));
  }

  @Test
  void half_the_loss_budget_is_a_horizon() {
    assertThat(Rollout.next(at("person", 0.05), cannotTell(1, 50), 50, false, true))
        .isEqualTo(new Decision.AskOwner());
  }

  @Test
  void a_version_whose_share_was_refused_stays_in_shadow_and_may_be_promoted_from_there() {
    assertThat(Rollout.next(at("person", 0), cannotTell(1, 50), 500, true, false))
        .isEqualTo(new Decision.Stay());
    Judgement good = new Judgement.NotWorse(evidence(1, 500));
    assertThat(Rollout.next(at("person", 0), good, 500, true, false))
        .isEqualTo(new Decision.Promote("evidence"));
  }

  @ParameterizedTest
  @EnumSource
  void what_could_not_be_measured_never_grows_and_never_promotes(Fault fault) {
    Judgement unmeasured = new Judgement.CouldNotMeasure(evidence(1, 1e9), fault, "seen");
    for (double share : new double[] {0, 0.05, 0.25}) {
      assertThat(person(share, unmeasured, 1_000))
          .isIn(new Decision.Stay(), new Decision.TakeBack(Cause.NOT_MEASURED));
    }
  }
}
