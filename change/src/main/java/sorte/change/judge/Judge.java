package sorte.change.judge;

import java.util.EnumMap;
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
  private final SelfTest selfTest;
  private Optional<Screening.Broken> broken = Optional.empty();
  private boolean stale;
  private long pairs;
  private double mostAgainst = 1;

  public Judge(Claim claim, Rules rules) {
    this.claim = claim;
    this.rules = rules;
    this.returns = Returns.watched(rules.margin());
    this.selfTest = new SelfTest(rules);
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
    pairs++;
    mean.see(pair.difference());
    returns.see(pair);
    selfTest.see(pair);
    mostAgainst = Math.max(mostAgainst, abort());
  }

  /// What comes is not what was measured, as whoever brings the pairs found: measuring ends.
  public void distrust(Fault fault, String seen) {
    if (broken.isEmpty()) {
      broken = Optional.of(new Screening.Broken(fault, seen));
    }
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
    return pairs;
  }

  /// What the pairs show. Before anything is said the judge must tell two twins, made of these very
  /// returns, whose answer is known: where it is wrong about one of them it says nothing at all,
  /// and where too little was held to ask, nothing is called worse or promoted.
  public Judgement judgement() {
    Judgement said = unproved();
    if (broken.isPresent()) {
      return said;
    }
    return switch (selfTest.outcome()) {
      case SelfTest.Proved _ -> said;
      case SelfTest.Failed failed ->
          new CouldNotMeasure(said.evidence(), Fault.SELF_TEST, failed.seen());
      case SelfTest.NotEnough _ ->
          switch (said) {
            case Judgement.NotWorse _, Judgement.Better _ -> cannotTell(said.evidence());
            case Judgement.Worse _, Judgement.Identical _, CannotTell _, CouldNotMeasure _ -> said;
          };
    };
  }

  private CannotTell cannotTell(Evidence evidence) {
    return new CannotTell(evidence, pairs >= rules.horizonPairs());
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
          "no pair after number " + (pairs - 1) + " while the market goes on");
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
        pairs,
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
