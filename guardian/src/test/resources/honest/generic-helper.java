import sorte.strategy.*;

/// A helper for any type of its own.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Band band = pick(close.rising(), new Band(low.value()), new Band(average.value()));
    return band.at() > average.value() * 0.99 && close.above(pick(close.rising(), average, open));
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Band(double at) {}

  private static <T> T pick(boolean first, T a, T b) {
    return first ? a : b;
  }
}
