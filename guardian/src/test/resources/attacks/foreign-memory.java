// stopped-by: capability
// category: class machinery
// against: host
import sorte.strategy.*;

/// Memory by its address: writes where nothing is, and takes the process along.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    java.lang.foreign.MemorySegment.ofAddress(8).reinterpret(64).set(java.lang.foreign.ValueLayout.JAVA_BYTE, 0, (byte) 1);
    return true;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
