package sorte.trading.book;

/// Hears what becomes of commands, while they are carried out. Must not call the book.
public interface BookEvents {

  /// A new order is taken; its trades follow, then it rests or what is left of it is cancelled.
  void accepted(long order, boolean buy, long ticks, long lots);

  /// Two orders traded at the price of the one that rested.
  ///
  /// @param taker the order that came
  /// @param maker the order that rested
  void traded(long taker, long maker, long ticks, long lots);

  /// Nothing more of it will trade.
  ///
  /// @param lots what was left of it
  void cancelled(long order, long lots);

  /// It stands at this price with this quantity from now on. Trades may follow when its price
  /// changed.
  void modified(long order, long ticks, long lots);

  /// The command changed nothing.
  void rejected(long order, Refusal why);
}
