package sorte.strategy.run;

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
}
