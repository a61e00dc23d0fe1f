package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Fraction;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

public final class TabsAndOwnLineBraces extends Strategy<TabsAndOwnLineBraces.Parameters>
{
	public record Parameters(
		@Bars(value = 9, min = 2, max = 100) int fastMaPeriod,
		@Bars(value = 21, min = 3, max = 400) int slowMaPeriod,
		@Fraction(value = 0.03, min = 0.002, max = 0.20) double stopLoss)
	{
	}

	private final Ema fast = ema(p.fastMaPeriod());
	private final Ema slow = ema(p.slowMaPeriod());

	public TabsAndOwnLineBraces(Market market, Parameters p)
	{
		super(market, p);
	}

	@Override
	public boolean enterLong()
	{
		return fast.crossesAbove(slow);
	}

	@Override
	public boolean exitLong()
	{
		return fast.crossesBelow(slow);
	}

	@Override
	public Terms terms()
	{
		return Terms.allIn()
			.stopLoss(p.stopLoss());
	}
}
