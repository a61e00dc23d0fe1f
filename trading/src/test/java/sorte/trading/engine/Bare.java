package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Both sides, with no protective exit of its own. What it wants follows from the close alone.
public final class Bare extends Strategy<Bare.Parameters> {
  public record Parameters(@Bars(value = 9, min = 2, max = 99) int every) {}

  public Bare(Market market, Parameters p) {
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
  public boolean enterShort() {
    return drawn(3) % p.every() == 0;
  }

  @Override
  public boolean exitShort() {
    return drawn(4) % (2 * p.every()) == 0;
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }

  private long drawn(int what) {
    long h = (Double.doubleToRawLongBits(close.value()) + what) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return (h ^ (h >>> 32)) >>> 1;
  }
}
