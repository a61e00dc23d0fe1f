import sorte.strategy.*;

/// Setup, trigger, trade: a machine of states in an indicator.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());
  private final Machine machine = use(new Machine(close, average));

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return machine.state == Stage.READY && close.above(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  private enum Stage {
    WAITING,
    SETUP,
    READY
  }

  static final class Machine extends Indicator {
    private final Line close;
    private final Line average;
    private Stage state = Stage.WAITING;
    private int bars;

    Machine(Line close, Line average) {
      super(1, close, average);
      this.close = close;
      this.average = average;
    }

    @Override
    protected double next() {
      state =
          switch (state) {
            case WAITING -> close.below(average) ? Stage.SETUP : Stage.WAITING;
            case SETUP -> ++bars > 3 ? Stage.READY : Stage.SETUP;
            case READY -> close.below(average) ? Stage.READY : Stage.WAITING;
          };
      bars = state == Stage.SETUP ? bars : 0;
      return state.ordinal();
    }
  }
}
