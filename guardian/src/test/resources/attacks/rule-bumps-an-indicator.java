// stopped-by: capability
import sorte.strategy.*;

/// A rule that remembers: it calls a method of an indicator that assigns.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Count count = use(new Count(close));

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    count.bump();
    return count.seen() % 7 == 0;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Count extends Indicator {
    private int n;

    Count(Line of) {
      super(1, of);
    }

    void bump() {
      n++;
    }

    int seen() {
      return n;
    }

    @Override
    protected double next() {
      return n;
    }
  }
}
