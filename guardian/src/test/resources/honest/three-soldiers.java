import sorte.strategy.*;

/// Three closes, each above the last and above its open.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Run run = use(new Run(open, close));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return run.atOrAbove(3);
  }

  @Override
  public boolean exitLong() {
    return run.atOrBelow(-2);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Run extends Indicator {
    private final Line open;
    private final Line close;
    private int length;

    Run(Line open, Line close) {
      super(3, open, close);
      this.open = open;
      this.close = close;
    }

    @Override
    protected double next() {
      boolean up = close.value() > open.value();
      if (up) {
        length = length > 0 ? length + 1 : 1;
      } else {
        length = length < 0 ? length - 1 : -1;
      }
      return length;
    }
  }
}
