package sorte.strategy.run;

import java.util.List;
import sorte.strategy.Strategy;

/// The engine's end of a market, behind [Runner]. It is implemented beside the lines it feeds, and
/// reached through a [FeedSlot] alone.
public abstract class Feed {
  /// For the one implementation.
  protected Feed() {}

  /// Ends the declaring of indicators; bars may come.
  ///
  /// @param strategy the one that was built on this market
  public abstract void complete(Strategy<?> strategy);

  /// The index, from 0, of the first bar at which rules are asked.
  public abstract int firstDecisionBar();

  /// Takes in a bar and asks the rules: a mask of [Signals].
  public abstract int onBar(long timeMillis, double o, double h, double l, double c, double v);

  /// Takes in the bars from `from` up to, not including, `to`, as [#onBar] does one by one; the bar
  /// `from` is the next one.
  ///
  /// @param stop what the distance of a stop is read from at each bar, where it hangs on a line
  /// @param signals takes the mask of each bar, from index 0 on
  /// @param stops takes the stop's distance of each bar, where there is a `stop`
  /// @param toll asked after each decision
  public abstract void onBars(
      Columns bars, int from, int to, StopDistance stop, byte[] signals, double[] stops, Toll toll);

  /// Writes down, over all of the memo's bars, what those indicators give that it does not keep.
  public abstract void record(IndicatorMemo memo);

  /// The names of the lines of its indicators, in the order of their declaration: `sma-1`, `sma-2`,
  /// `bollinger-1.1`.
  public abstract List<String> lines();

  /// The value of a line at the last bar; NaN before its first.
  public abstract double line(int index);
}
