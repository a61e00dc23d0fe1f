package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Level;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Strategy;

/**
 * Buys weakness, in a file that was written on Windows.
 */
public final class WindowsLines extends Strategy<WindowsLines.Parameters> {
    public record Parameters(
            @Bars(value = 14, min = 2, max = 100) int rsiPeriod,
            @Level(value = 30, min = 5, max = 50) double rsiOversold,
            @Level(value = 55, min = 50, max = 95) double rsiOverbought) {
    }

    private final Rsi rsi = rsi(p.rsiPeriod());

    public WindowsLines(Market market, Parameters p) {
        super(market, p);
    }

    @Override
    public boolean enterLong() {
        return rsi.below(p.rsiOversold());
    }

    @Override
    public boolean exitLong() {
        return rsi.above(p.rsiOverbought());
    }
}