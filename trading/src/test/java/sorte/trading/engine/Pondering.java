package sorte.trading.engine;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;
import sorte.strategy.Vwap;

/// Both sides, with a memory: what it wants follows from every bar it was ever fed, and from every
/// field of each, the time included. Whoever feeds it other bars gets other decisions.
public final class Pondering extends Strategy<Pondering.Parameters> {
  public record Parameters(@Bars(value = 5, min = 2, max = 9) int every) {}

  private final Ema opens = ema(open, p.every());
  private final Ema highs = ema(high, p.every());
  private final Ema lows = ema(low, p.every());
  private final Ema closes = ema(p.every());
  private final Ema volumes = ema(volume, p.every());
  private final Vwap day = vwap();

  public Pondering(Market market, Parameters p) {
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
    return Terms.allIn().stopLoss(0.015);
  }

  private long drawn(int what) {
    double seen =
        opens.value()
            + highs.value() * 3
            + lows.value() * 5
            + closes.value() * 7
            + day.value() * 11;
    long h = Double.doubleToRawLongBits(seen + volumes.value() * 1e-3) + what;
    h *= 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return (h ^ (h >>> 32)) >>> 1;
  }
}
