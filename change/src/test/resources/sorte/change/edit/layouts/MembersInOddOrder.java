package sorte.strategies;

import sorte.strategy.Terms;
import sorte.strategy.Strategy;
import sorte.strategy.Rsi;
import sorte.strategy.Market;
import sorte.strategy.Fraction;
import sorte.strategy.Level;
import sorte.strategy.Ema;
import sorte.strategy.Bars;

public final class MembersInOddOrder extends Strategy<MembersInOddOrder.Parameters> {

    @Override
    public Terms terms() {
        return Terms.allIn().stopLoss(p.stopLoss());
    }

    private final Ema average = ema(p.maPeriod());

    @Override
    public boolean exitLong() {
        return close.crossesBelow(average);
    }

    // a comment of nobody's

    private boolean calm() {
        return rsi.below(p.rsiOverbought());
    }

    @Override
    public boolean enterLong() {
        return close.crossesAbove(average)
                && calm();
    }
    private final Rsi rsi = rsi(p.rsiPeriod());
    public MembersInOddOrder(Market market, Parameters p) {
        super(market, p);
    }

    public record Parameters(
            @Fraction(value = 0.05, min = 0.002, max = 0.20) double stopLoss,
            @Bars(value = 50, min = 2, max = 400) int maPeriod,
            @Level(value = 70, min = 50, max = 95) double rsiOverbought,
            @Bars(value = 14, min = 2, max = 100) int rsiPeriod) {}
}
