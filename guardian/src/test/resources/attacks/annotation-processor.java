// stopped-by: compile
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import sorte.strategy.*;

/// Brings a processor for the compiler to run.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return close.crossesAbove(average);
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  static final class Mine extends AbstractProcessor {
    @Override
    public boolean process(java.util.Set<? extends javax.lang.model.element.TypeElement> a, RoundEnvironment e) {
      return true;
    }
  }
}
