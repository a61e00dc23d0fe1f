import sorte.strategy.*;

/// Patterns with guards, one after another.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return switch (move()) {
      case Up(double by) when by > 0.05 -> false;
      case Up(double by) when by > 0.01 && close.above(average) -> true;
      case Up _ -> false;
      case Down(double by) when by > 0.1 -> true;
      case Down _ -> false;
      case null -> false;
    };
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  sealed interface Move permits Up, Down {}

  record Up(double by) implements Move {}

  record Down(double by) implements Move {}

  private Move move() {
    double by = close.value() / close.previous() - 1;
    return by >= 0 ? new Up(by) : new Down(-by);
  }
}
