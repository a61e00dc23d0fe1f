// stopped-by: compile
import com.sun.source.util.Plugin;
import sorte.strategy.*;

/// Brings a plug-in for the compiler.
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

  static final class Mine implements Plugin {
    @Override
    public String getName() {
      return "mine";
    }

    @Override
    public boolean autoStart() {
      return true;
    }

    @Override
    public void init(com.sun.source.util.JavacTask task, String... args) {}
  }
}
