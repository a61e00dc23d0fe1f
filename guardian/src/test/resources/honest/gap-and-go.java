import sorte.strategy.*;

/// Opens above the high of the bar before.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 2, min = 2, max = 10) int unused) {}


  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return open.value() > high.previous() && close.value() > open.value();
  }

  @Override
  public boolean exitLong() {
    return low.value() < low.previous();
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
