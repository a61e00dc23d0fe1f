package sorte.strategy.run;

/// What the rules said at one close, as a bit mask: each rule that was true sets its bit. Which of
/// them counts depends on the position, and is the engine's to know.
public final class Signals {
  /// No rule was true, or none was asked.
  public static final int NONE = 0;

  /// `enterLong` was true.
  public static final int ENTER_LONG = 1;

  /// `exitLong` was true.
  public static final int EXIT_LONG = 2;

  /// `enterShort` was true.
  public static final int ENTER_SHORT = 4;

  /// `exitShort` was true.
  public static final int EXIT_SHORT = 8;

  private Signals() {}

  /// Whether a mask has one of these bits.
  public static boolean has(int mask, int signal) {
    return (mask & signal) != 0;
  }
}
