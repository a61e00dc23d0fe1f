package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Fraction;
import sorte.strategy.Market;
import sorte.strategy.Rsi;
import sorte.strategy.Series;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

public final class SlowerBars extends Strategy<SlowerBars.Parameters> {

	public record Parameters(
			@Bars(value = 50, min = 2, max = 400) int maPeriod,
			@Bars(value = 14, min = 2, max = 100) int rsiPeriod,
			@Fraction(value = 0.03, min = 0.002, max = 0.20) double trailingStop) {}

	private final Series fourHours = series("4h");
	private final Ema trend = fourHours.ema(p.maPeriod());
	private final Rsi rsi = rsi(fourHours.close(), p.rsiPeriod());
	private final Ema fast = ema(9);

	public SlowerBars(Market market, Parameters p) { super(market, p); }

	@Override
	public boolean enterLong() {
		return fourHours.close().above(trend)
				&& close.crossesAbove(fast)
				&& rsi.below(60);
	}

	@Override
	public boolean exitLong() {
		return close.crossesBelow(fast) || fourHours.close().below(trend);
	}

	@Override
	public Terms terms() {
		return Terms.allIn().trailingStop(p.trailingStop());
	}
}
