import sorte.strategy.*;
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}
  private final java.util.function.DoubleUnaryOperator half = x -> x / 2;
  public Honest(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return half.applyAsDouble(close.value()) > 50;
  }
}
