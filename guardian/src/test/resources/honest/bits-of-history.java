import sorte.strategy.*;

/// The last eight bars as the bits of a number, and a table of answers.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Pattern pattern = use(new Pattern(close));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return ((ANSWERS >>> (pattern.word & 63)) & 1) == 1 && close.rising();
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private static final long ANSWERS = 0x8421_00FF_1248_0F0FL;

  static final class Pattern extends Indicator {
    private final Line close;
    private int word;

    Pattern(Line close) {
      super(8, close);
      this.close = close;
    }

    @Override
    protected double next() {
      word = ((word << 1) | (close.rising() ? 1 : 0)) & 0xFF;
      return word;
    }
  }
}
