package sorte.trading.money;

/// When an order decided at a close is filled.
public enum Fill {
  /// At the open of the next bar.
  NEXT_OPEN,
  /// At the close it was decided on.
  CLOSE;

  /// As the command line writes it: `next-open` or `close`.
  public static Fill of(String word) {
    return switch (word) {
      case "next-open" -> NEXT_OPEN;
      case "close" -> CLOSE;
      default ->
          throw new IllegalArgumentException("a fill must be next-open or close, was " + word);
    };
  }
}
