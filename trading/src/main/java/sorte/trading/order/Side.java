package sorte.trading.order;

/// Which way an order trades.
public enum Side {
  BUY(1),
  SELL(-1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /// 1 buys, -1 sells.
  public int sign() {
    return sign;
  }

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /// The side that brings a position of this sign about: above zero long.
  public static Side of(long signed) {
    return signed > 0 ? BUY : SELL;
  }
}
