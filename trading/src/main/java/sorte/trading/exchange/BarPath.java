package sorte.trading.exchange;

/// In which order a bar's prices come. A bar does not say; every backtest assumes it.
public enum BarPath {
  /// Open, high, low, close.
  OHLC,
  /// Open, low, high, close.
  OLHC,
  /// The extreme that is nearer to the open comes first; of two alike the low.
  NEARER,
  /// The extreme that is worse for us comes first.
  WORST;

  /// As the command line writes it: `ohlc`, `olhc`, `nearer` or `worst`.
  public static BarPath of(String word) {
    return switch (word) {
      case "ohlc" -> OHLC;
      case "olhc" -> OLHC;
      case "nearer" -> NEARER;
      case "worst" -> WORST;
      default ->
          throw new IllegalArgumentException(
              "a path must be ohlc, olhc, nearer or worst, was " + word);
    };
  }

  /// @param side what we are or are about to become: above zero long, below short, 0 neither
  /// @param opening whether we only are about to become it
  boolean highFirst(double open, double high, double low, int side, boolean opening) {
    return switch (this) {
      case OHLC -> true;
      case OLHC -> false;
      case NEARER -> nearer(open, high, low);
      case WORST -> side == 0 ? nearer(open, high, low) : (side < 0) != opening;
    };
  }

  private static boolean nearer(double open, double high, double low) {
    return high - open < open - low;
  }
}
