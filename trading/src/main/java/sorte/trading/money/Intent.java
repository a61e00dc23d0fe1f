package sorte.trading.money;

/// What is wanted at the next fill, given the trade that is held. Buying and selling first close a
/// trade that is open.
public enum Intent {
  /// Nothing.
  NONE,
  /// To be long.
  BUY,
  /// To be short.
  SELL,
  /// To hold nothing.
  CLOSE;

  /// The side it ends on: 1 long, -1 short, 0 flat or nothing wanted.
  public int side() {
    return switch (this) {
      case BUY -> 1;
      case SELL -> -1;
      case NONE, CLOSE -> 0;
    };
  }
}
