/* 1 */ package /* 2 */ sorte.strategies /* 3 */; // 4

// 5
import sorte.strategy.Bars; // 6
/* 7 */ import sorte.strategy.Ema;
import sorte.strategy.Level; /* 8 */ // 9
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;
// 10: the terms
import sorte.strategy.Terms;

/* 11 */
/// 12
public /* 13 */ final class CommentsEverywhere // 14
    extends Strategy<CommentsEverywhere.Parameters> { // 15

  /* 16 */
  public record Parameters( // 17
      // 18: the quick one
      @Bars(value = /* 19 */ 12 /* 20 */, min = 2, max = 100) int fastMaPeriod, // 21
      /* 22 */ @Bars(value = 26, min = 3, max = 400) int slowMaPeriod /* 23 */, // 24
      @Bars(value = 14, min = 2, max = 100) int rsiPeriod,
      // 25: too dear above this
      @Level(value = 70, min = 50, max = 95) double rsiOverbought // 26
      // 27
      ) { /* 28 */ }

  // 29: the averages
  private final Ema fast = ema(p.fastMaPeriod()); // 30
  private final Ema slow = ema(/* 31 */ p.slowMaPeriod()); /* 32 */
  // 33: the strength
  private final Rsi rsi = rsi(p.rsiPeriod()); // 34

  // 35
  public CommentsEverywhere(Market market, Parameters p) {
    super(market, p); // 36
  }

  /// 37: in
  @Override // 38
  public boolean enterLong() { // 39
    // 40
    return /* 41 */ fast.crossesAbove(slow) // 42: the crossing
        // 43: not too dear
        && rsi.below(p.rsiOverbought()) /* 44 */; // 45
    // 46
  } // 47

  /* 48 */
  @Override
  public boolean exitLong() {
    return fast /* 49 */ . /* 50 */ crossesBelow( /* 51 */ slow /* 52 */ ) // 53
        ;
  }

  // 54
  @Override
  public Terms terms() {
    return Terms // 55
        .allIn(/* 56 */) // 57
        // 58
        .stopLoss(0.03) // 59: three in a hundred
        .takeProfit(/* 60 */ 0.06); /* 61 */
  }
  // 62
} // 63
// 64
