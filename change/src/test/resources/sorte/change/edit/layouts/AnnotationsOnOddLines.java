package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Bollinger;
import sorte.strategy.Fraction;
import sorte.strategy.Market;
import sorte.strategy.Multiple;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

@Deprecated(
    since = "1"
)
@SuppressWarnings("unused") public final class AnnotationsOnOddLines
    extends Strategy<AnnotationsOnOddLines.Parameters> {

  @SuppressWarnings({"a",
      "b"})
  public record Parameters(
      @Bars(
          value = 20,
          min = 2,
          max = 400)
      int bollingerPeriod,
      @Multiple(value = 2,
          min = 0.5, max = 5)
          double bollingerDeviations,
      @Fraction(
          value = 0.04, // four in a hundred
          min = 0.002,
          max = 0.20
      ) double stopLoss
  ) {}

  @Deprecated private final Bollinger
      bollinger =
          bollinger(
              p.bollingerPeriod(),
              p.bollingerDeviations());

  @SuppressWarnings("x")
  public AnnotationsOnOddLines(
      Market market,
      Parameters p) {
    super(
        market, p);
  }

  @Override @Deprecated
  public boolean enterLong() {
    return close
        .crossesAbove(
            bollinger.upper());
  }

  @Deprecated
  @Override
  public
  boolean
  exitLong() {
    return
        close.crossesBelow(bollinger.middle());
  }

  public @Override Terms terms() {
    return
        Terms
            .allIn()
            .stopLoss(
                p.stopLoss());
  }
}
