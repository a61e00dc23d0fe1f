import sorte.strategy.*;
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

  public Honest(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return !Double.isNaN(close.value()) && Double.compare(close.value(), 3) > 0;
  }
}
