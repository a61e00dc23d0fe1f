import sorte.strategy.*;

/// An enum whose constants answer each in its own way.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return Mood.values(close.value(), average.value()).enters(close.value(), average.value());
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  enum Mood {
    TREND {
      @Override
      boolean enters(double price, double mean) {
        return price > mean * 1.001;
      }
    },
    RANGE {
      @Override
      boolean enters(double price, double mean) {
        return price < mean * 0.98;
      }
    };

    abstract boolean enters(double price, double mean);

    static Mood values(double price, double mean) {
      return Math.abs(price / mean - 1) > 0.01 ? TREND : RANGE;
    }
  }
}
