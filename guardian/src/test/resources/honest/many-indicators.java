import sorte.strategy.*;
public final class Honest extends Strategy<Honest.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}
  private final Ema f = ema(p.period());
  private final Macd m = macd(12, 26, 9);
  private final Bollinger b = bollinger(20, 2);
  private final Rsi r = rsi(14);
  public Honest(Market market, Parameters p) {
    super(market, p);
  }
  @Override public boolean enterLong() {
    return f.rising() && r.below(70) && close.above(f);
  }
}
