package sorte.strategies;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
public final class NoParameters extends Strategy<NoParameters.None> {
  public record None() {}
  public NoParameters(Market market, None p) {
    super(market, p);
  }
  @Override
  public boolean enterLong() {
    return close.rising() && volume.rising();
  }
  @Override
  public boolean exitLong() {
    return close.falling();
  }
}