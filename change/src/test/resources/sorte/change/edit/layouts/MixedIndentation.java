package sorte.strategies; 
	
import sorte.strategy.Bars;
import sorte.strategy.Fraction;
import sorte.strategy.Highest;	
import sorte.strategy.Lowest;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;


  public final class MixedIndentation extends Strategy<MixedIndentation.Parameters> {

	public record Parameters(
        @Bars(value = 20, min = 2, max = 200) int highestPeriod,
		@Bars(value = 10, min = 2, max = 200) int lowestPeriod,
    	@Fraction(value = 0.05, min = 0.002, max = 0.20) double stopLoss) {}    

      private final Highest top = highest(p.highestPeriod());  
	  private final Lowest bottom = lowest(p.lowestPeriod());


	public MixedIndentation(Market market, Parameters p) {
		super(market, p);
      }

    @Override
	public boolean enterLong() { 
        return close.above(top)
			&& volume.rising();
	}	
    @Override
    public boolean exitLong() {
      return close.below(bottom);
    }



	@Override
    public Terms terms() {
	return Terms.allIn()
   .stopLoss(p.stopLoss());
    }
  }
