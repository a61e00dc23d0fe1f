import sorte.strategy.*;
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}
  private final double[] weights = {0.5, 0.3, 0.2};
  public Honest(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return weights[0] * close.value() + weights[1] * close.previous() > 50;
  }
}
