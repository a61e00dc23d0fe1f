package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.judge.Claim;
import sorte.change.judge.Judgement;
import sorte.change.judge.Rules;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeEvent.Cause;
import sorte.change.observe.Analysis;
import sorte.change.observe.Money;
import sorte.change.observe.Observation;
import sorte.change.observe.Recount;
import sorte.change.release.Decision;
import sorte.change.release.Rollout;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// The part of a change's run that the trader takes part in: steps, looks, promotion, and the way
/// back.
final class RolloutRun {
  /// How long one look at the pairs waits.
  static final long LOOK_MILLIS = 1_000;

  /// The horizon in market time.
  static final Duration HORIZON = Duration.ofDays(30);

  /// The owner's silence, after which a change that cannot be told is taken back.
  static final Duration PATIENCE = Duration.ofDays(7);

  private final ChangeStory story;
  private final House house;
  private final TraderWatch watch;
  private final RolloutSteps steps;
  private final SecondVerdict second;
  private @Nullable Held held;
  private @Nullable Observation observation;
  private int extensions = -1;

  RolloutRun(ChangeStory story, House house) {
    this.story = story;
    this.house = house;
    this.watch = new TraderWatch(house.trader());
    this.steps = new RolloutSteps(story, house);
    this.second = new SecondVerdict(story, house);
  }

  /// A block of pairs on which capital would follow, looked at before the second verdict was there:
  /// the market is not looked at further meanwhile, so that what happens hangs on the data and not
  /// on how long the guardian took.
  private record Held(boolean asked) {}

  void stop() {
    second.stop();
  }

  /// One step further: settles what was intended, then looks.
  void next(Change change) throws InterruptedException {
    if (!change.has(ChangeEvent.StepIntended.class)) {
      steps.intend(
          Plans.putsBack(planned(change)) ? "stable" : "shadow",
          Plans.putsBack(planned(change)) ? 1 : 0);
    } else if (RolloutSteps.unsettled(change)) {
      steps.take(change, seen());
    } else if (SecondVerdict.of(change) == SecondVerdict.Standing.REFUSED) {
      story.append(
          new ChangeEvent.RollbackDecided(Cause.NOT_ADMITTED, SecondVerdict.reason(change), null));
    } else if (change.isAfter(ChangeEvent.PromotionDecided.class, ChangeEvent.Recovered.class)
        && change.isAfter(ChangeEvent.PromotionDecided.class, ChangeEvent.Promoted.class)) {
      if (!waits(change)) {
        promote(change);
      }
    } else if (Plans.putsBack(planned(change))) {
      story.append(new ChangeEvent.PromotionDecided("owner", Json.object()));
    } else {
      observe(change);
    }
  }

  /// Whether the second verdict is still to come; waits for it a while, and asks for it where
  /// nobody does.
  private boolean waits(Change change) throws InterruptedException {
    if (SecondVerdict.of(change) != SecondVerdict.Standing.OPEN) {
      return false;
    }
    second.ask();
    if (!settledByTrader()) {
      story.awaitNews(ChangeRun.WAIT_MILLIS);
    }
    return true;
  }

  private static JsonNode planned(Change change) {
    return change.last(ChangeEvent.Planned.class).orElseThrow().plan();
  }

  private long seen() {
    return observation == null ? 0 : observation.pairs();
  }

  private void observe(Change change) throws InterruptedException {
    if (settledByTrader()) {
      return;
    }
    Held block = held;
    if (block != null) {
      if (!waits(change)) {
        held = null;
        decide(observation(change), block.asked());
      }
      return;
    }
    if (SecondVerdict.of(change) == SecondVerdict.Standing.OPEN) {
      second.ask();
    }
    boolean asked = change.isAfter(ChangeEvent.OwnerAsked.class, ChangeEvent.OwnerAnswered.class);
    if (asked && ownerDecided(change)) {
      return;
    }
    if (asked && house.config().fullSpeed()) {
      story.awaitNews(ChangeRun.WAIT_MILLIS);
      return;
    }
    Observation looking = observation(change);
    Observation.Look look;
    try {
      look = looking.look(LOOK_MILLIS);
    } catch (DoorError error) {
      if (settledByTrader()) {
        return; // its pairs went with its slot
      }
      throw error;
    }
    if (settledByTrader()) {
      return;
    }
    switch (look) {
      case NOT_YET -> checkStale(looking);
      case BLOCK_DONE -> {
        if (looking.broken() || looking.pairs() > analysedPairs(change)) {
          decide(looking, asked);
        }
      }
      case END -> {
        if (asked) {
          story.awaitNews(ChangeRun.WAIT_MILLIS);
        } else {
          decide(looking, false);
        }
      }
    }
  }

  private void checkStale(Observation looking) {
    boolean stale = looking.stale(house.trader().status().path("bar").asLong(-1));
    if (stale) {
      house.alerts().raise("stale-" + story.id(), "alert.stale", story.id());
    } else {
      house.alerts().over("stale-" + story.id());
    }
  }

  /// Begins at pair 0 whenever the horizon moved or this process is young; the judgement comes out
  /// the same.
  private Observation observation(Change change) {
    int waits =
        (int)
            change.story().stream()
                .filter(e ->
                    e.event() instanceof ChangeEvent.OwnerAnswered a && a.answer().equals("wait"))
                .count();
    Observation known = observation;
    if (known == null || waits != extensions) {
      extensions = waits;
      Claim claim = change.requested().origin().equals("own") ? Claim.BETTER : Claim.NOT_WORSE;
      long bars = Math.min(Rules.DEFAULT_HORIZON_PAIRS, HORIZON.toMillis() / house.barMillis());
      Rules rules =
          new Rules(
              Rules.marginOfPair(house.config().margin(), house.barMillis()),
              OwnCandidates.within90Days(house.log().all(), house.clock().instant()),
              (int) Math.max(Rules.SHORTEST_HORIZON, bars * (1 + waits)),
              false);
      known = new Observation(story.id(), claim, rules, house.trader().door());
      observation = known;
    }
    return known;
  }

  private static long analysedPairs(Change change) {
    return change
        .last(ChangeEvent.Analysed.class)
        .map(a -> a.analysis().path("pairs").asLong())
        .orElse(-1L);
  }

  private void decide(Observation looking, boolean asked) {
    synchronized (story) {
      Change change = story.change();
      if (change.state().ended() || change.has(ChangeEvent.RollbackDecided.class)) {
        return;
      }
      Judgement judgement = looking.judgement();
      long atStep =
          looking.pairs() - change.last(ChangeEvent.StepTaken.class).orElseThrow().pairs();
      boolean refused = change.has(ChangeEvent.StepRefused.class);
      boolean half = halfBudget(change);
      Decision decision = Rollout.next(change, judgement, atStep, refused, half);
      boolean capital = decision instanceof Decision.Grow || decision instanceof Decision.Promote;
      SecondVerdict.Standing standing = SecondVerdict.of(change);
      if (capital && standing != SecondVerdict.Standing.ADMITTED) {
        if (standing == SecondVerdict.Standing.OPEN) {
          held = new Held(asked);
        }
        return; // refused while the pairs were looked at: the next step takes it back
      }
      String step = change.share() > 0 ? "canary" : "shadow";
      Money money =
          Money.of(
              judgement.evidence().interval(), looking.margin(), house.equity(), house.barMillis());
      Analysis analysis = Analysis.of(step, change.share(), judgement, money);
      story.append(new ChangeEvent.Analysed(logged(change, analysis, looking, half)));
      act(decision, analysis, asked);
    }
  }

  /// With all that the analysis hangs on, so that it can be reckoned again from the log alone.
  private JsonNode logged(Change change, Analysis analysis, Observation looking, boolean half) {
    ObjectNode json = analysis.toJson();
    json.set(
        "shown",
        looking
            .shown(Recount.pairsIn(change.analyses()))
            .put("barMillis", house.barMillis())
            .put("halfBudget", half));
    return json;
  }

  private boolean halfBudget(Change change) {
    double allocation = change.last(ChangeEvent.StepTaken.class).orElseThrow().allocation();
    if (!(allocation > 0)) {
      return false;
    }
    Optional<JsonNode> slot = house.trader().slotOf(story.id());
    double equity = slot.map(s -> House.number(s.path("equity"))).orElse(Double.NaN);
    return allocation - equity >= allocation * house.config().lossBudget() / 2;
  }

  private void act(Decision decision, Analysis analysis, boolean asked) {
    switch (decision) {
      case Decision.Stay _ -> {}
      case Decision.Grow grow -> {
        if (!asked) {
          steps.intend("canary", grow.share());
        }
      }
      case Decision.Promote promote ->
          story.append(new ChangeEvent.PromotionDecided(promote.grounds(), analysis.toJson()));
      case Decision.TakeBack back ->
          story.append(
              new ChangeEvent.RollbackDecided(
                  back.cause(), analysis.text().getOrDefault("en", ""), analysis.toJson()));
      case Decision.AskOwner _ -> {
        if (!asked) {
          story.append(new ChangeEvent.OwnerAsked("keep, wait or take-back", analysis.toJson()));
        }
      }
    }
  }

  /// Whether the owner's answer, or silence, settled it.
  private boolean ownerDecided(Change change) {
    var since = change.lastEntry(ChangeEvent.OwnerAsked.class).orElseThrow().at();
    if (Duration.between(since, house.clock().instant()).compareTo(PATIENCE) > 0) {
      story.append(
          new ChangeEvent.RollbackDecided(
              Cause.NOT_SHOWN, "no answer in " + PATIENCE.toDays() + " days", null));
      return true;
    }
    return false;
  }

  private void promote(Change change) {
    synchronized (story) {
      if (story.change().has(ChangeEvent.RollbackDecided.class)) {
        return;
      }
      long bar = change.last(ChangeEvent.StepTaken.class).orElseThrow().bar();
      if (!Plans.putsBack(planned(change))) {
        TraderDoor.Outcome outcome = house.trader().promote(story.id() + "-promote", story.id());
        house.step().after("effect:promote");
        if (outcome.refused()) {
          if (!settledByTrader()) {
            story.append(new ChangeEvent.RollbackDecided(Cause.FAULT, outcome.reason(), null));
          }
          return;
        }
        bar = outcome.bar();
      }
      String commit = house.guardian().advance(story.id());
      house.step().after("effect:advance");
      story.append(new ChangeEvent.Promoted(commit, bar));
    }
  }

  /// The trader first, at once; then the guardian; then the outcome. Each may be asked again.
  Change finishRollback() {
    synchronized (story) {
      Change change = story.change();
      ChangeEvent.RollbackDecided why =
          change.last(ChangeEvent.RollbackDecided.class).orElseThrow();
      TraderDoor.Outcome outcome =
          house
              .trader()
              .rollback(
                  story.id() + "-rollback", story.id(), why.reason(), why.cause() == Cause.FAULT);
      house.step().after("effect:rollback");
      if (change.has(ChangeEvent.Committed.class)) {
        house.guardian().abort(story.id(), why.reason());
        house.step().after("effect:abort");
      }
      return story.append(
          new ChangeEvent.RolledBack(why.cause(), why.reason(), outcome.bar(), outcome.micros()));
    }
  }

  /// Whether the trader took the version back by itself: it wins on what runs.
  boolean settledByTrader() {
    synchronized (story) {
      if (story.change().has(ChangeEvent.RollbackDecided.class)) {
        return true;
      }
      return watch
          .fault(story.id())
          .map(fault -> {
            story.append(new ChangeEvent.RollbackDecided(Cause.FAULT, fault, null));
            return true;
          })
          .orElse(false);
    }
  }
}
