package sorte.data.feed;

import sorte.trading.market.Bar;

/// What a stream said.
public sealed interface Message {

  /// A bar that is over.
  record ClosedBar(Bar bar) implements Message {}

  /// A bar that still changes: a sign of life, nothing to trade on.
  record OpenBar(long time) implements Message {}

  /// A trade of the market's.
  ///
  /// @param first number of the first trade in it
  /// @param last number of the last
  record Traded(long time, double price, double quantity, long first, long last)
      implements Message {}

  /// Something else that is well formed: an acknowledgement, news of another stream.
  record Other(String what) implements Message {}

  /// What cannot be understood.
  record Garbage(String why) implements Message {}
}
