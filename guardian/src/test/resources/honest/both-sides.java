import sorte.strategy.*;

/// Turns from one side to the other, each rule made of the others' words.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return enterShort();
  }

  @Override
  public boolean enterShort() {
    return close.crossesBelow(average);
  }

  @Override
  public boolean exitShort() {
    return enterLong();
  }

  @Override
  public Terms terms() {
    return Terms.invest(0.5).trailingStop(0.04).renewing();
  }
}
