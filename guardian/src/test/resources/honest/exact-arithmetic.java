import sorte.strategy.*;

/// All of the arithmetic that there is.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    int n = Math.addExact(p.period(), 3);
    n = Math.multiplyExact(n, 2) - Math.subtractExact(n, 1) + Math.negateExact(-n) + Math.incrementExact(n) - Math.decrementExact(n);
    n = Math.floorMod(n, 7) + Math.floorDiv(n, 2) + Math.toIntExact((long) n) + Math.absExact(-n);
    double x = Math.fma(close.value(), 1.5, Math.signum(open.value())) + Math.rint(2.5) + Math.floor(-0.5) + Math.ceil(0.2);
    x = x + StrictMath.exp(-1) + StrictMath.pow(2, 0.5) + StrictMath.sin(1) + StrictMath.cos(1) + StrictMath.tan(0.1);
    x = x + StrictMath.atan(1) + StrictMath.cbrt(8) + StrictMath.hypot(3, 4) + StrictMath.log(x * x + 1);
    return Double.isFinite(x) && !Double.isNaN(x) && Double.compare(x, average.value()) > 0
        && Integer.compare(n, 3) != 9 && Long.compare(n, 3) != 9 && Boolean.compare(true, n > 0) >= 0
        && Math.clamp(x, 0, 10) > 1 && Math.max(n, 3) > Math.min(n, 2) && Math.abs(x % 3) < 3;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
