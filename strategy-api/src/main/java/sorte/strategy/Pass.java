package sorte.strategy;

import sorte.strategy.run.Columns;
import sorte.strategy.run.StopDistance;

/// A run of a strategy over many bars, all past its first decision bar.
interface Pass {

  /// Takes in the bars from `from` up to, not including, `to`; see [Tape#onBars].
  ///
  /// @param into where the first bar's mask goes
  void columns(
      Tape tape,
      Columns bars,
      int from,
      int to,
      StopDistance stop,
      byte[] signals,
      double[] stops,
      int into);

  /// The same for a strategy with indicators of its own, bar by bar: they may see each other, and
  /// the rules them, by more than their lines.
  void over(
      Tape tape,
      Columns bars,
      int from,
      int to,
      StopDistance stop,
      byte[] signals,
      double[] stops,
      int into);
}
