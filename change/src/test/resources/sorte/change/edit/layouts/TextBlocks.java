package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Fraction;
import sorte.strategy.Market;
import sorte.strategy.Sma;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Texts that look like code.
public final class TextBlocks extends Strategy<TextBlocks.Parameters> {
  static final String NOTE =
      """
      @Override
      public boolean enterLong() {
        return rsi.below(30) && fast.above(slow); // "quoted" \""" and not the end
      }
      """;
  static final String ONE = "} // not a comment /* neither */ \"";
  static final char BRACE = '}', QUOTE = '\'', SLASH = '\\';

  public record Parameters(
      @Bars(value = 7, min = 2, max = 100) int fastMaPeriod,
      @Bars(value = 28, min = 3, max = 400) int slowMaPeriod,
      @Fraction(value = 0.03, min = 0.002, max = 0.20) double stopLoss,
      @Fraction(value = 0.09, min = 0.005, max = 0.50) double takeProfit) {}

  private final Sma fast = sma(p.fastMaPeriod());
  private final Sma slow = sma(p.slowMaPeriod());

  public TextBlocks(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return fast.crossesAbove(slow) && NOTE.length() > 10;
  }

  @Override
  public boolean exitLong() {
    return fast.crossesBelow(slow) || ONE.length() < 3;
  }

  @Override
  public Terms terms() {
    return Terms.allIn()
        .stopLoss(p.stopLoss())
        .takeProfit(p.takeProfit())
        .tradingHours("09:00-17:30");
  }
}
