package sorte.guardian.analysis;

import java.util.Map;
import java.util.Optional;

/// From where to where a number can be, both included.
record Range(double from, double to) {

  private static final Range PERCENT = new Range(0, 100);
  private static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);

  /// The lines whose values stay within bounds, by the type that gives them.
  private static final Map<String, Range> LINES =
      Map.of(
          "sorte/strategy/Rsi", PERCENT,
          "sorte/strategy/Adx", PERCENT,
          "sorte/strategy/Directional", PERCENT,
          "sorte/strategy/Stochastic", PERCENT,
          "sorte/strategy/Williams", new Range(-100, 0),
          "sorte/strategy/Atr", NOT_NEGATIVE,
          "sorte/strategy/Deviation", NOT_NEGATIVE,
          "sorte/strategy/Magnitude", NOT_NEGATIVE,
          "sorte/strategy/VolumeSma", NOT_NEGATIVE,
          "sorte/strategy/Price", NOT_NEGATIVE);

  Range {
    if (!(from <= to)) {
      throw new IllegalArgumentException("a range goes up, was " + from + " to " + to);
    }
  }

  static Range of(double one) {
    return new Range(one, one);
  }

  static Optional<Range> ofLine(String type) {
    return Optional.ofNullable(LINES.get(type));
  }

  /// How a comparison with a number can end.
  enum Answer {
    NEVER,
    ALWAYS,
    EITHER
  }

  /// How `this line.comparison(other)` can end; a line stays within its bounds, and a crossing
  /// needs room on both sides.
  Answer compared(String comparison, Range other) {
    return switch (comparison) {
      case "above" -> answer(to <= other.from, from > other.to);
      case "below" -> answer(from >= other.to, to < other.from);
      case "atOrAbove" -> answer(to < other.from, from >= other.to);
      case "atOrBelow" -> answer(from > other.to, to <= other.from);
      case "crossesAbove", "crossesBelow" -> answer(to <= other.from || from >= other.to, false);
      default -> Answer.EITHER;
    };
  }

  private static Answer answer(boolean never, boolean always) {
    return never ? Answer.NEVER : always ? Answer.ALWAYS : Answer.EITHER;
  }
}
