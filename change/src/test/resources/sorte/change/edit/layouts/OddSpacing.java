package   sorte.strategies ;
import sorte.strategy . Bars;
import   sorte.strategy.Fraction ;
import sorte.strategy.Macd;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;
public  final  class OddSpacing
  extends Strategy < OddSpacing . Parameters >   {


  public record Parameters ( @Bars( value=12 , min = 2,max=100 )int macdFast
                           , @Bars(value =26,min= 3 , max=400) int   macdSlow
                           , @Bars (value = 9, min = 2, max = 100) int macdSignal
                           , @Fraction(max = 0.20, min = 0.002, value = 0.03)double stopLoss
                           )
  { }


  private   final Macd macd=macd( p.macdFast( ),p.macdSlow(),p . macdSignal() ) ;
  public OddSpacing ( Market market,Parameters p ) { super ( market,p ) ; }
  @Override
    public boolean enterLong( )
    { return   macd.crossesAbove( macd.signal( ) )&&macd.above( 0 ) ; }
  @Override
  public boolean exitLong ()
  {
     return( macd.crossesBelow(macd.signal()) ) ;

  }

  @Override public Terms terms ( ) { return Terms . allIn( ) . stopLoss( p.stopLoss() ) ; }


}
