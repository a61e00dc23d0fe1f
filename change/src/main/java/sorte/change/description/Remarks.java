package sorte.change.description;

import java.util.List;

/// Words that explain and bind nothing: told from those that bind by what they do not contain.
final class Remarks {
  private static final java.util.Set<String> BINDING =
      java.util.Set.of(
          "NUM",
          "PCT",
          "MONEY",
          "TIME",
          "RATIO",
          "INDEX",
          "<",
          ">",
          "<=",
          ">=",
          "=",
          "ABOVE",
          "BELOW",
          "GE",
          "LE",
          "CROSS",
          "CROSSUP",
          "CROSSDN",
          "BETWEEN",
          "RISING",
          "FALLING",
          "REACH",
          "STOP",
          "TARGET",
          "TRAIL",
          "SIZE",
          "NOT",
          "ONLY",
          "IF",
          "HIGH",
          "LOW",
          "VOLUME",
          "UPPER",
          "LOWER",
          "MIDDLE",
          "OPPOSITE",
          "UNLESS",
          "TURNPOS",
          "TURNNEG",
          "TURNED",
          "MIRRORED",
          "MAXIMUM",
          "MINIMUM",
          "TIGHTER",
          "WIDER",
          "WHICHWIDER",
          "WHICHTIGHTER");

  private Remarks() {}

  /// Whether words could change a rule.
  static boolean binds(List<Mark> marks) {
    for (Mark mark : marks) {
      if (BINDING.contains(mark.code())
          || Studies.is(mark.code()) && !mark.is("MOM")
          || mark.code().startsWith("NAME:")) {
        return true;
      }
    }
    return false;
  }

  /// Where a bracket ends; -1 where it does not.
  static int closing(List<Mark> marks, int open) {
    int depth = 0;
    for (int i = open; i < marks.size(); i++) {
      depth += marks.get(i).is("(") ? 1 : marks.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
