package sorte.strategy.run;

import java.util.Optional;
import sorte.strategy.Scaled;
import sorte.strategy.Terms;

/// Where the distance of a stop that hangs on a line is read from: one line, or one for each side.
public final class StopDistance {
  private final Optional<Scaled> longs;
  private final Optional<Scaled> shorts;

  private StopDistance(Optional<Scaled> longs, Optional<Scaled> shorts) {
    this.longs = longs;
    this.shorts = shorts;
  }

  static StopDistance of(Terms terms) {
    return new StopDistance(terms.stopLossDistance(), terms.stopLossDistanceOfShorts());
  }

  /// Whether a stop hangs on a line.
  public boolean hangs() {
    return longs.isPresent();
  }

  /// The distance at this bar; NaN where none hangs on a line.
  ///
  /// @param signals the mask of [Signals] at this bar: where each side has a distance of its own,
  ///   it is that of the side that is entered, and NaN where none or both are
  public double at(int signals) {
    if (longs.isEmpty()) {
      return Double.NaN;
    }
    if (shorts.isEmpty()) {
      return longs.get().value();
    }
    boolean buys = Signals.has(signals, Signals.ENTER_LONG);
    boolean sells = Signals.has(signals, Signals.ENTER_SHORT);
    if (buys == sells) {
      return Double.NaN;
    }
    return buys ? longs.get().value() : shorts.get().value();
  }
}
