package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words that sentences of stops, targets, sizes and time are made of: any other, and such a
/// sentence is not understood.
final class HoldWords {
  /// What such a sentence may hold beside its numbers.
  static final Set<String> USUAL =
      Set.of(
          "STOP",
          "TARGET",
          "TRAIL",
          "SIZE",
          "RISKHEAD",
          "AWAY",
          "ENTRYPRICE",
          "ENTER",
          "FROM",
          "OF",
          "BELOW",
          "ABOVE",
          "LONG",
          "SHORT",
          "POSITION",
          "EITHERSIDE",
          "EACH",
          "BOTH",
          "AND",
          "OR",
          "IF",
          "BY",
          ",",
          ":",
          "~",
          "CAPITAL",
          "PER",
          "CLOSE",
          "USUALLY",
          "EG",
          "EXIT",
          "CLOSEWORD",
          "TO",
          "ONLY",
          "BUY",
          "SELL",
          "(",
          ")",
          "REACH",
          "AFTER",
          "THEN",
          "ITS",
          "DIRUP",
          "DIRDN",
          "GE",
          "-",
          "+",
          "=",
          "FALLING",
          "RISING",
          "IN",
          "EVERY",
          "*",
          "LE",
          "HALFOPEN",
          "ANYOF",
          ".",
          "/",
          "MULT",
          "WHICHWIDER",
          "WHICHTIGHTER",
          "EQUALLY",
          ";");

  /// Words that such sentences are filled with.
  private static final Set<String> PLAIN =
      Set.of(
          "calculate",
          "computed",
          "determined",
          "limited",
          "limit",
          "potential",
          "such",
          "so",
          "that",
          "monetary",
          "terms",
          "single",
          "being",
          "according",
          "amount",
          "fraction",
          "calculada",
          "calculado",
          "calcule",
          "limite",
          "tal",
          "que",
          "modo",
          "every",
          "new",
          "as",
          "using",
          "will",
          "default",
          "no",
          "determine",
          "cada",
          "fica",
          "fique",
          "sempre",
          "max",
          "approximately",
          "around",
          "cerca");

  private HoldWords() {}

  static boolean fixed(Mark mark) {
    return mark.is("WORD") && PLAIN.contains(mark.raw())
        || mark.raw().equals("fixed")
        || mark.raw().equals("fixo")
        || mark.raw().equals("fixa")
        || mark.raw().equals("full")
        || mark.raw().equals("constant");
  }

  /// Without what stands in brackets and holds no number.
  static List<Mark> plain(List<Mark> marks) {
    List<Mark> out = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      int end = marks.get(i).is("(") ? Remarks.closing(marks, i) : -1;
      boolean numbers =
          end > 0
              && marks.subList(i, end).stream()
                  .anyMatch(m ->
                      m.isAny("NUM", "PCT", "MONEY", "RATIO", "NOT", "ONLY", "IF")
                          || Studies.is(m.code())
                          || m.code().startsWith("NAME:"));
      if (end > 0 && !numbers) {
        i = end;
      } else {
        out.add(marks.get(i));
      }
    }
    return out;
  }

  static boolean has(List<Mark> marks, String code) {
    return marks.stream().anyMatch(m -> m.is(code));
  }
}
