package sorte.change.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sorte.change.judge.Judgement.CannotTell;
import sorte.change.judge.Judgement.CouldNotMeasure;
import sorte.change.judge.Judgement.Fault;

/// Looks at every pair and says, at any time, what they show. It has no clock, no randomness and no
/// other source: the same pairs give the same judgement, to the bit.
///
/// Order of what it says: no measurement, before worse, before a promotion, before "cannot tell".
public final class Judge {
  private final Claim claim;
  private final Rules rules;
  private final Returns returns;
  private final MeanDifference mean = new MeanDifference();
  private final Screening screening = new Screening();
  private final Map<Metric, BlockMetric> metrics = new EnumMap<>(Metric.class);
  private final List<Pair> seen = new ArrayList<>();
  private Optional<Screening.Broken> broken = Optional.empty();
  private boolean stale;
  private double mostAgainst = 1;

  public Judge(Claim claim, Rules rules) {
    this.claim = claim;
    this.rules = rules;
    this.returns = new Returns(rules.margin());
    for (Metric metric : Metric.values()) {
      metrics.put(metric, new BlockMetric());
    }
  }

  /// A pair that is no measurement ends measuring for good: what follows a hole cannot be trusted
  /// to be what it says.
  public void see(Pair pair) {
    if (broken.isPresent()) {
      return;
    }
    broken = screening.see(pair);
    if (broken.isPresent()) {
      return;
    }
    seen.add(pair);
    mean.see(pair.difference());
    returns.see(pair);
    mostAgainst = Math.max(mostAgainst, abort());
  }

  /// One block of another metric, the same stretch of market for both; more is worse.
  public void see(Metric metric, double stable, double candidate) {
    BlockMetric wagers = metrics.get(metric);
    if (wagers == null) {
      throw new IllegalStateException("no wager for " + metric);
    }
    wagers.see(stable, candidate);
  }

  /// Whether pairs have stopped coming although the market goes on.
  public void stale(boolean now) {
    stale = now;
  }

  /// Whether a pair came that was no measurement.
  public boolean broken() {
    return broken.isPresent();
  }

  public long pairs() {
    return seen.size();
  }

  /// What the pairs show. A promotion is said only after the judge has proved on these very returns
  /// that it can tell bad from equal; where that proof fails, nothing is said at all.
  public Judgement judgement() {
    Judgement said = unproved();
    return switch (said) {
      case CannotTell _, CouldNotMeasure _ -> said;
      case Judgement.Identical _ -> said;
      case Judgement.Worse _ -> proved(said, said);
      case Judgement.NotWorse _, Judgement.Better _ -> proved(said, cannotTell(said.evidence()));
    };
  }

  private Judgement proved(Judgement said, Judgement unprovable) {
    return switch (SelfTest.of(rules, seen)) {
      case SelfTest.Proved _ -> said;
      case SelfTest.NotEnough _ -> unprovable;
      case SelfTest.Failed failed ->
          new CouldNotMeasure(said.evidence(), Fault.SELF_TEST, failed.seen());
    };
  }

  private CannotTell cannotTell(Evidence evidence) {
    return new CannotTell(evidence, seen.size() >= rules.horizonPairs());
  }

  private Judgement unproved() {
    Evidence evidence = evidence();
    if (broken.isPresent()) {
      Screening.Broken why = broken.get();
      return new CouldNotMeasure(evidence, why.fault(), why.seen());
    }
    if (evidence.abort() >= Rules.LINE) {
      return new Judgement.Worse(evidence);
    }
    if (stale) {
      return new CouldNotMeasure(
          evidence,
          Fault.STALE,
          "no pair after number " + (seen.size() - 1) + " while the market goes on");
    }
    if (evidence.block() == Dependence.UNMEASURABLE) {
      return new CouldNotMeasure(
          evidence, Fault.DEPENDENT, "lag-1 autocorrelation " + evidence.autocorrelation());
    }
    return promotion(evidence).orElseGet(() -> cannotTell(evidence));
  }

  private Optional<Judgement> promotion(Evidence evidence) {
    if (evidence.abort() > Rules.AGAINST || mostAgainst > Rules.ONCE_AGAINST) {
      return Optional.empty();
    }
    boolean identical =
        rules.sameOnRecord()
            && evidence.differing() == 0
            && evidence.pairs() >= Rules.IDENTICAL_PAIRS;
    return switch (claim) {
      case NOT_WORSE ->
          identical
              ? Optional.of(new Judgement.Identical(evidence))
              : evidence.differing() > 0 && evidence.notWorse() >= Rules.LINE
                  ? Optional.of(new Judgement.NotWorse(evidence))
                  : Optional.empty();
      case BETTER ->
          evidence.better() >= rules.betterLine()
              ? Optional.of(new Judgement.Better(evidence))
              : Optional.empty();
      case IDENTICAL ->
          identical ? Optional.of(new Judgement.Identical(evidence)) : Optional.empty();
    };
  }

  public Evidence evidence() {
    return new Evidence(
        seen.size(),
        returns.differing(),
        abort(),
        returns.notWorse(),
        returns.better(),
        returns.sigma(),
        returns.autocorrelation(),
        returns.block(),
        mean.interval());
  }

  /// Returns weigh one half; the other metrics share the rest. One without measurements counts 1:
  /// neither good nor bad.
  private double abort() {
    double others = 0;
    for (BlockMetric metric : metrics.values()) {
      others += metric.evidence();
    }
    return 0.5 * returns.abort() + 0.5 * others / metrics.size();
  }
}
