import sorte.strategy.*;

/// Values with names: a record for what is seen, a record for what is wanted.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return Seen.of(close, average).strong();
  }

  @Override
  public boolean exitLong() {
    return !Seen.of(close, average).strong();
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Seen(double price, double mean) {
    Seen {
      mean = mean == 0 ? 1 : mean;
    }

    static Seen of(Line price, Line mean) {
      return new Seen(price.value(), mean.value());
    }

    double distance() {
      return price / mean - 1;
    }

    boolean strong() {
      return distance() > 0.01 && equals(new Seen(price, mean));
    }
  }
}
