package sorte.strategy;

import java.util.Optional;
import sorte.strategy.run.Columns;

/// A run of a strategy over many bars, all past its first decision bar.
interface Pass {

  /// Takes in the bars from `from` up to, not including, `to`; see [Tape#onBars].
  ///
  /// @param into where the first bar's mask goes
  void over(
      Tape tape, Columns bars, int from, int to, Optional<Scaled> stop, byte[] signals, double[] stops, int into);
}
