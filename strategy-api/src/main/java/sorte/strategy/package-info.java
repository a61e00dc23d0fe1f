/// What a strategy is written against, from the first line to the last:
///
/// 1. **Parameters**: a record, each component an `int` with [Bars] or a `double` with [Fraction],
///    [Level], [Multiple] or [Money]; default and bounds stand in the annotation. The run's values
///    are in `p`.
/// 2. **Indicators**: fields, each made by a method of [Strategy] (`ema(p.fastMaPeriod())`), or by
///    a class of your own that extends [Indicator] and is given to [Strategy#use]. Those over bars
///    of a slower timeframe are made by its [Series].
/// 3. **A constructor** that passes market and parameters on.
/// 4. **Rules**: `enterLong`, `exitLong`, `enterShort`, `exitShort`, made of comparisons of
///    [Line]s: `fast.crossesAbove(slow) && rsi.below(p.rsiOverbought())`. A line times a number is
///    the right side `volumeSma.times(2)`.
/// 5. **Terms**: how a trade is held, a value made once: [Terms].
///
/// ```java
/// public final class Breakout extends Strategy<Breakout.Parameters> {
///
///   public record Parameters(
///       @Bars(value = 20, min = 2, max = 200) int donchianPeriod,
///       @Fraction(value = 0.03, min = 0.002, max = 0.20) double stopLoss) {}
///
///   private final Donchian donchian = donchian(p.donchianPeriod());
///
///   public Breakout(Market market, Parameters p) {
///     super(market, p);
///   }
///
///   @Override
///   public boolean enterLong() {
///     return close.above(donchian.upper());
///   }
///
///   @Override
///   public boolean exitLong() {
///     return close.below(donchian.lower());
///   }
///
///   @Override
///   public Terms terms() {
///     return Terms.allIn()
///         .stopLoss(p.stopLoss());
///   }
/// }
/// ```
///
/// In: bars, one after another. Out: for each rule, yes or no at each close. A strategy sees this
/// package alone; what feeds it is in `sorte.strategy.run`, which it may not name. Everything here
/// that a rule can call is final, costs a bounded time and allocates nothing.
package sorte.strategy;
