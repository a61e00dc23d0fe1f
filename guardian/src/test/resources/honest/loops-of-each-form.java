import sorte.strategy.*;

/// Loops of each form, with labels, breaks and continues.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Odd odd = use(new Odd(close, p.period()));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return odd.above(0.5) && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Odd extends Indicator {
    private final Line of;
    private final double[] w;
    private int n;

    Odd(Line of, int bars) {
      super(bars, of);
      this.of = of;
      this.w = new double[bars];
    }

    @Override
    protected double next() {
      w[n++ % w.length] = of.value();
      double sum = 0;
      for (double x : w) {
        sum += x;
      }
      int i = 0;
      int up = 0;
      outer:
      do {
        for (int j = i; j < w.length; j += 2) {
          if (w[j] > sum) {
            break outer;
          }
          if (w[j] * w.length < sum) {
            continue;
          }
          up++;
        }
      } while (++i < 2);
      int k = w.length;
      while (k > 1) {
        k >>= 1;
      }
      return (double) up / w.length + k - 1;
    }
  }
}
