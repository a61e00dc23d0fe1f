package sorte.change.judge;

import java.util.List;
import sorte.trading.market.SplitMix;

/// One stream shown to the judge, pair by pair, with a look after each.
///
/// @param aborted pairs until it was called worse; [#NEVER] where it was not
/// @param promoted pairs until it was called not worse
/// @param better pairs until it was called better
/// @param unmeasured whether it ended as could-not-measure
/// @param selfTestFailed whether the judge failed its own test on it
/// @param rankPlain pairs until the rank test at 98 % called it lower
/// @param rankLow pairs until Kayenta's classifier called it low
record StreamRun(
    int aborted,
    int promoted,
    int better,
    boolean unmeasured,
    boolean selfTestFailed,
    int rankPlain,
    int rankLow) {
  static final int LONGEST = Rules.DEFAULT_HORIZON_PAIRS;
  static final int EARLY = 200;
  static final int NEVER = Integer.MAX_VALUE;

  private static final double BAR = 0.004;

  /// A version worse by `harm` sigma a bar, which a person asked for.
  static StreamRun worse(Cell cell, long seed, List<double[]> trades, double harm, boolean ranked) {
    Twins twins = Twins.of(cell, new SplitMix(seed), trades);
    Looks looks = new Looks(Claim.NOT_WORSE);
    RankTest rank = new RankTest(LONGEST);
    int low = NEVER;
    for (int n = 0; n < LONGEST && (!looks.over() || (ranked && low == NEVER)); n++) {
      twins.next();
      double candidate = twins.candidate - harm * twins.unit;
      looks.see(n, twins.stable, candidate);
      if (ranked && low == NEVER) {
        rank.see(twins.stable, candidate);
        low = rank.low() ? n + 1 : NEVER;
      }
    }
    return new StreamRun(
        looks.aborted, looks.promoted, NEVER, looks.unmeasured, looks.failed, NEVER, low);
  }

  /// Equal versions: one that a person asked for, and the same as Sorte's own.
  static StreamRun equal(Cell cell, long seed, List<double[]> trades, boolean ranked) {
    Twins twins = Twins.of(cell, new SplitMix(seed), trades);
    Looks asked = new Looks(Claim.NOT_WORSE);
    Looks own = new Looks(Claim.BETTER);
    RankTest rank = new RankTest(LONGEST);
    int plain = NEVER;
    int low = NEVER;
    for (int n = 0; n < LONGEST && (!own.over() || (ranked && low == NEVER)); n++) {
      twins.next();
      if (n < EARLY) {
        asked.see(n, twins.stable, twins.candidate);
      }
      own.see(n, twins.stable, twins.candidate);
      if (ranked && low == NEVER) {
        rank.see(twins.stable, twins.candidate);
        plain = plain == NEVER && rank.plain() ? n + 1 : plain;
        low = rank.low() ? n + 1 : NEVER;
      }
    }
    return new StreamRun(
        own.aborted, asked.promoted, own.better, own.unmeasured, own.failed, plain, low);
  }

  /// The real judge, and what it said first.
  private static final class Looks {
    private final Judge judge;
    private int aborted = NEVER;
    private int promoted = NEVER;
    private int better = NEVER;
    private boolean unmeasured;
    private boolean failed;

    Looks(Claim claim) {
      judge = new Judge(claim, Rules.standard());
    }

    boolean over() {
      return aborted != NEVER || promoted != NEVER || better != NEVER || failed;
    }

    void see(int n, double stable, double candidate) {
      if (over()) {
        return;
      }
      judge.see(new Pair(n, n, BAR * stable, BAR * candidate));
      switch (judge.judgement()) {
        case Judgement.Worse _ -> aborted = n + 1;
        case Judgement.NotWorse _ -> promoted = n + 1;
        case Judgement.Better _ -> better = n + 1;
        case Judgement.CouldNotMeasure why -> {
          unmeasured = true;
          failed = why.fault() != Judgement.Fault.DEPENDENT;
        }
        case Judgement.Identical _, Judgement.CannotTell _ -> unmeasured = false;
      }
    }
  }
}
