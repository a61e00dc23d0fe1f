package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Both sides, and takes more memory than a decision may at some prices. What it wants follows from
/// the close alone.
public final class Greedy extends Strategy<Greedy.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 99) int every) {}

  private static final int TOO_MUCH = 1_500_000;

  private byte[] hoard = new byte[0];

  public Greedy(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    if (drawn(9) % 100 == 0) {
      hoard = new byte[TOO_MUCH + hoard.length % 2];
    }
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
    return Terms.allIn().stopLoss(0.02);
  }

  private long drawn(int what) {
    long h = (Double.doubleToRawLongBits(close.value()) + what) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return (h ^ (h >>> 32)) >>> 1;
  }
}
