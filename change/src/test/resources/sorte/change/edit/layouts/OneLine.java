package sorte.strategies; import sorte.strategy.*;

/// All of it in a few lines.
public final class OneLine extends Strategy<OneLine.Parameters> { public record Parameters(@Bars(value = 5, min = 2, max = 100) int fastMaPeriod, @Bars(value = 20, min = 3, max = 400) int slowMaPeriod, @Fraction(value = 0.02, min = 0.002, max = 0.20) double stopLoss) {}
  private final Sma fast = sma(p.fastMaPeriod()); private final Sma slow = sma(p.slowMaPeriod()); public OneLine(Market market, Parameters p) { super(market, p); }
  @Override public boolean enterLong() { return fast.above(slow) && close.rising(); } @Override public boolean exitLong() { return fast.below(slow); }
  @Override public Terms terms() { return Terms.allIn().stopLoss(p.stopLoss()); } }
