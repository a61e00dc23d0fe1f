package sorte.trading.journal;

/// When what the trader wrote is made to outlive the machine; what it wrote outlives the process at
/// once. Reservations of ids, loads, promotions, limits, halts and answers are forced under each of
/// them.
public enum ForcePolicy {
  /// Each order before it leaves.
  ORDER,
  /// What one event made, before the next is taken.
  BATCH,
  /// Beside the engine, every [#BACKGROUND_MILLIS].
  BACKGROUND;

  /// How often it is forced in the background, in milliseconds.
  public static final int BACKGROUND_MILLIS = 200;

  /// As the configuration writes it.
  public String word() {
    return switch (this) {
      case ORDER -> "order";
      case BATCH -> "batch";
      case BACKGROUND -> "background";
    };
  }
}
