import sorte.strategy.*;

/// A sealed interface of an enum and a record, switched over by the constants' names.
public final class Honest extends Strategy<Honest.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Honest(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return switch (signal()) {
      case Plain.NONE -> false;
      case Plain.STRONG -> true;
      case Scored(double by) -> by > 0.5;
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

  sealed interface Signal permits Plain, Scored {}

  enum Plain implements Signal {
    NONE,
    STRONG
  }

  record Scored(double by) implements Signal {}

  private Signal signal() {
    double by = close.value() / average.value() - 1;
    return by < 0 ? Plain.NONE : by > 0.05 ? Plain.STRONG : new Scored(by * 20);
  }
}
