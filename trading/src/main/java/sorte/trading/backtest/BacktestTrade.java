package sorte.trading.backtest;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import sorte.trading.money.ExitReason;

/// One trade of a backtest.
///
/// @param side 1 long, -1 short
/// @param entryBar the bar of the entry, from 0
/// @param exitBar the bar of the exit; -1 while it is open, and then time, price and reason of the
///   exit say nothing
/// @param fees in 1e-8, at both ends
/// @param pnl in 1e-8, net of both fees; of an open trade marked at the last close, net of the
///   entry's
public record BacktestTrade(
    int side,
    int entryBar,
    long entryTime,
    double entryPrice,
    int exitBar,
    long exitAt,
    double exitAtPrice,
    ExitReason reason,
    double quantity,
    long fees,
    long pnl) {

  static final int STILL_OPEN = -1;

  public boolean open() {
    return exitBar == STILL_OPEN;
  }

  public OptionalLong exitTime() {
    return open() ? OptionalLong.empty() : OptionalLong.of(exitAt);
  }

  public OptionalDouble exitPrice() {
    return open() ? OptionalDouble.empty() : OptionalDouble.of(exitAtPrice);
  }
}
