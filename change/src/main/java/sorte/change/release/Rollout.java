package sorte.change.release;

import sorte.change.judge.Judgement;
import sorte.change.judge.Rules;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent.Cause;

/// Shadow, canary 5 %, canary 25 %, full. A share grows on evidence for it, never on the mere
/// absence of evidence against it, but for the first sliver.
public final class Rollout {
  /// Pairs in shadow before any money.
  public static final int SHADOW_PAIRS = 100;

  /// Pairs at each canary share before the next.
  public static final int CANARY_PAIRS = 25;

  public static final double FIRST_SHARE = 0.05;
  public static final double SECOND_SHARE = 0.25;

  /// Evidence that the larger canary share wants: half way to the line, as evidence multiplies.
  public static final double HALF_WAY = 10;

  private Rollout() {}

  /// @param atStep pairs seen since the step at hand was taken
  /// @param refused the trader refused a share before: it stays in shadow, and may be promoted from
  ///   there
  /// @param halfBudget half of the loss budget is gone
  public static Decision next(
      Change change, Judgement judgement, long atStep, boolean refused, boolean halfBudget) {
    return switch (judgement) {
      case Judgement.Worse _ -> new Decision.TakeBack(Cause.JUDGE);
      case Judgement.CouldNotMeasure why -> unmeasured(change, why, halfBudget);
      case Judgement.NotWorse _, Judgement.Better _ ->
          promotable(change, atStep, refused, "evidence");
      case Judgement.Identical _ -> promotable(change, atStep, refused, "identical");
      case Judgement.CannotTell cannot -> {
        if (cannot.horizon() || halfBudget) {
          yield atHorizon(change);
        }
        yield growing(change, cannot, atStep, refused);
      }
    };
  }

  /// Broken measurements end a rollout; dependence between them may pass, and stale ones may come
  /// again.
  private static Decision unmeasured(
      Change change, Judgement.CouldNotMeasure why, boolean halfBudget) {
    return switch (why.fault()) {
      case DEPENDENT -> halfBudget ? atHorizon(change) : new Decision.Stay();
      case STALE -> new Decision.Stay();
      case MISNUMBERED, NOT_A_NUMBER, OUT_OF_RANGE, FROZEN, ALTERED, SELF_TEST ->
          new Decision.TakeBack(Cause.NOT_MEASURED);
    };
  }

  private static Decision promotable(Change change, long atStep, boolean refused, String grounds) {
    double share = change.share();
    if (share == 0 && !refused) {
      return atStep >= SHADOW_PAIRS ? new Decision.Grow(FIRST_SHARE) : new Decision.Stay();
    }
    if (atStep < CANARY_PAIRS) {
      return new Decision.Stay();
    }
    return share < SECOND_SHARE && !refused
        ? new Decision.Grow(SECOND_SHARE)
        : new Decision.Promote(grounds);
  }

  private static Decision growing(
      Change change, Judgement.CannotTell cannot, long atStep, boolean refused) {
    boolean calm = cannot.evidence().abort() <= Rules.AGAINST;
    if (change.share() == 0) {
      return calm && !refused && atStep >= SHADOW_PAIRS
          ? new Decision.Grow(FIRST_SHARE)
          : new Decision.Stay();
    }
    boolean own = change.requested().origin().equals("own");
    double evidence = own ? cannot.evidence().better() : cannot.evidence().notWorse();
    boolean grows =
        change.share() < SECOND_SHARE
            && calm
            && !refused
            && atStep >= CANARY_PAIRS
            && evidence >= HALF_WAY;
    return grows ? new Decision.Grow(SECOND_SHARE) : new Decision.Stay();
  }

  private static Decision atHorizon(Change change) {
    return change.requested().origin().equals("own")
        ? new Decision.TakeBack(Cause.NOT_SHOWN)
        : new Decision.AskOwner();
  }
}
