import sorte.strategy.*;
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}

  public Honest(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    double s = 0; for (int i = 1; i <= p.period(); i++) { s += close.value() / i; } return s > 10;
  }
}
