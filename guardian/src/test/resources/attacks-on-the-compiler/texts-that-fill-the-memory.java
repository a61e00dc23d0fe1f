// stopped-by: compile
// category: compile time
// against: compiler
import sorte.strategy.*;

/// Constant texts, each a hundred times the one before.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return T6 != null;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final String T0 = "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy";
  static final String T1 = T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0 + T0;
  static final String T2 = T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1 + T1;
  static final String T3 = T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2 + T2;
  static final String T4 = T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3 + T3;
  static final String T5 = T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4 + T4;
  static final String T6 = T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5 + T5;
}
