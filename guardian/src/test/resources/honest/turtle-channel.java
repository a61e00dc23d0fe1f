import sorte.strategy.*;

/// Breakouts of a channel, left by a narrower one.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period,
      @Bars(value = 10, min = 2, max = 200) int leave) {}

  private final Donchian wide = donchian(p.period());
  private final Donchian narrow = donchian(p.leave());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.above(wide.upper());
  }

  @Override
  public boolean exitLong() {
    return close.below(narrow.lower());
  }

  @Override
  public Terms terms() {
    return Terms.invest(0.5).stopLoss(0.05).timeStop(200);
  }
}
