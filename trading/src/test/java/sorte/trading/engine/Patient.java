package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Long alone, with half of the money, a trailing stop and a time stop. What it wants follows from
/// the close alone.
public final class Patient extends Strategy<Patient.Parameters> {
  public record Parameters(@Bars(value = 6, min = 2, max = 99) int every) {}

  public Patient(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    return drawn(1) % p.every() == 0;
  }

  @Override
  public boolean exitLong() {
    return drawn(2) % (2 * p.every()) == 0;
  }

  @Override
  public Terms terms() {
    return Terms.invest(0.5).trailingStop(0.015).timeStop(12).cooldown(2);
  }

  private long drawn(int what) {
    long h = (Double.doubleToRawLongBits(close.value()) + what) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return (h ^ (h >>> 32)) >>> 1;
  }
}
