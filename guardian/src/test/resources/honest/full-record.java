import sorte.strategy.*;

/// A record of the largest size there may be.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Six x = new Six(open.value(), high.value(), low.value(), close.value(), volume.value(), average.value(), 1);
    return x.a() + x.b() + x.c() + x.d() > 4 * x.f() + x.n();
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Six(double a, double b, double c, double d, double e, double f, int n) {}
}
