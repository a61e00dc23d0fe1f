import sorte.strategy.*;

/// Five opinions, a majority.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Rsi rsi = rsi(p.period());
  private final Macd macd = macd(12, 26, 9);
  private final Ema slow = ema(4 * p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return votes() >= 3;
  }

  @Override
  public boolean exitLong() {
    return votes() <= 1;
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private int votes() {
    int votes = 0;
    votes += close.above(average) ? 1 : 0;
    votes += close.above(slow) ? 1 : 0;
    votes += rsi.above(50) ? 1 : 0;
    votes += macd.above(macd.signal()) ? 1 : 0;
    votes += volume.rising() ? 1 : 0;
    return votes;
  }
}
