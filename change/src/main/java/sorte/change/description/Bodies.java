package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Test;

/// What stands behind the words that tell to enter or leave: whole tests, and the marks cleared of
/// what does not belong to them.
final class Bodies {
  private final TextReader text;

  /// Whether "and" and "or" were mixed in the sentence at hand.
  boolean confused;

  Bodies(TextReader text) {
    this.text = text;
  }

  /// A whole test; null where words are left over.
  @Nullable Test test(List<Mark> body) {
    Values in = new Values(body, text.known);
    Tests tests = new Tests(in);
    Test test = tests.test();
    confused |= tests.mixed;
    return test == null || tests.mixed || !over(in) ? null : test;
  }

  private static boolean over(Values in) {
    while (in.take(",", ".", "ANYOF", "ALLOF", "THEN", ")", "BOTH")) {
      // nothing more is said by these
    }
    return in.done();
  }

  static List<Mark> headless(List<Mark> marks) {
    int from = 0;
    while (from < marks.size()
        && marks.get(from).isAny("IF", ":", ",", "ALLOF", "ANYOF", "~", "AND", "OR", "THEN")) {
      from++;
    }
    return new ArrayList<>(marks.subList(from, marks.size()));
  }

  static List<List<Mark>> alternatives(List<Mark> body) {
    List<List<Mark>> parts = new ArrayList<>();
    List<Mark> part = new ArrayList<>();
    int depth = 0;
    for (Mark mark : body) {
      depth += mark.is("(") ? 1 : mark.is(")") ? -1 : 0;
      if (depth == 0 && mark.isAny("OR", ";")) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(mark);
      }
    }
    parts.add(part);
    return parts;
  }

  /// `(1)` and `1)` before a clause are no numbers of it.
  static List<Mark> numbered(List<Mark> marks) {
    List<Mark> out = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < marks.size(); i++) {
      boolean start =
          out.isEmpty()
              || out.getLast()
                  .isAny(
                      ",", ":", "AND", "OR", "IF", "~", ".", "ALLOF", "ANYOF", "BOTH", "OF",
                      "ENTER", "EXIT");
      boolean small =
          i + 2 < marks.size()
              && marks.get(i).is("(")
              && marks.get(i + 2).is(")")
              && (marks.get(i + 1).is("NUM")
                      && marks.get(i + 1).number() < 10
                      && marks.get(i + 1).number() == Math.rint(marks.get(i + 1).number())
                  || marks.get(i + 1).raw().matches("[a-h]|i{1,3}|iv"));
      boolean bare =
          depth == 0
              && i + 1 < marks.size()
              && marks.get(i).is("NUM")
              && marks.get(i).number() < 10
              && marks.get(i + 1).is(")");
      if (start && small) { // "(1)"
        i += 2;
      } else if (start && bare) {
        i += 1;
      } else {
        depth += marks.get(i).is("(") ? 1 : marks.get(i).is(")") ? -1 : 0;
        out.add(marks.get(i));
      }
    }
    return out;
  }

  /// Without the length of the bars, which the slot decides.
  static List<Mark> barless(List<Mark> marks) {
    List<Mark> out = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      boolean length =
          i + 1 < marks.size()
              && marks.get(i).is("NUM")
              && marks.get(i + 1).isAny("MINUTES", "HOURS")
              && (i + 2 == marks.size()
                  || marks.get(i + 2).is("BARS")
                  || marks.get(i + 2).raw().matches("timeframe|chart|data|historical|ohlcv?|bar"));
      if (length) {
        boolean named = i + 2 < marks.size() && marks.get(i + 2).raw().matches("timeframe|chart");
        i += named ? 2 : 1;
      } else {
        out.add(marks.get(i));
      }
    }
    return out;
  }
}
