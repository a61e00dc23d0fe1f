package sorte.guardian.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A source with the constants blanked that an analysis does not hang on: two sources that are the
/// same blanked have the same findings of the analysers. Blanked are the numbers in a parameter's
/// annotation, and those that are an argument of a call by themselves, where what counts is which
/// of them are equal. All other numbers stand: a divisor, an index, a comparison may be a fault by
/// themselves. So do zero, and what looks octal.
final class Blanked {

  private static final Set<String> NO_CALLS =
      Set.of("if", "while", "for", "switch", "return", "case", "catch", "synchronized", "yield");

  /// What a bracket belongs to.
  private enum Bracket {
    ANNOTATION,
    CALL,
    OTHER
  }

  private final String source;
  private final StringBuilder made = new StringBuilder();
  private final Deque<Bracket> open = new ArrayDeque<>();
  private final Map<String, Integer> known = new HashMap<>();
  private String last = "";
  private boolean afterAt;
  private int at;

  private Blanked(String source) {
    this.source = source;
  }

  static String of(String source) {
    return new Blanked(source).run();
  }

  private String run() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (Character.isWhitespace(c)) {
        take(at + 1);
      } else if (source.startsWith("//", at)) {
        take(upTo("\n", at + 2, 0));
      } else if (source.startsWith("/*", at)) {
        take(upTo("*/", at + 2, 2));
      } else if (source.startsWith("\"\"\"", at)) {
        token(upTo("\"\"\"", at + 3, 3));
      } else if (c == '"' || c == '\'') {
        token(quoted(c));
      } else if (Character.isJavaIdentifierStart(c)) {
        word();
      } else if (digit(at) || (c == '.' && digit(at + 1))) {
        number();
      } else {
        sign(c);
      }
    }
    return made.toString();
  }

  private void take(int end) {
    made.append(source, at, end);
    at = end;
  }

  private void token(int end) {
    last = source.substring(at, end);
    take(end);
  }

  private void word() {
    int end = at;
    while (end < source.length()
        && (Character.isJavaIdentifierPart(source.charAt(end)) || source.charAt(end) == '.')) {
      end++;
    }
    afterAt = last.equals("@");
    token(end);
  }

  private void sign(char c) {
    if (c == '(') {
      boolean named = !last.isEmpty() && Character.isJavaIdentifierStart(last.charAt(0));
      open.push(
          !named || NO_CALLS.contains(last)
              ? Bracket.OTHER
              : afterAt ? Bracket.ANNOTATION : Bracket.CALL);
    } else if (c == '{' || c == '[') {
      open.push(Bracket.OTHER);
    } else if ((c == ')' || c == '}' || c == ']') && !open.isEmpty()) {
      open.pop();
    }
    // a sign before a number is part of what the number is an argument as
    boolean minus = c == '-' && (last.equals("(") || last.equals(",") || last.equals("="));
    String before = last;
    token(at + 1);
    if (minus) {
      last = before;
    }
  }

  private void number() {
    int end = at;
    while (end < source.length() && inNumber(end)) {
      end++;
    }
    String text = source.substring(at, end);
    Bracket around = open.isEmpty() ? Bracket.OTHER : open.peek();
    boolean blanked =
        !text.matches("[0.]+[dDfFlL]?|0[0-9_xXbB].*")
            && switch (around) {
              case ANNOTATION -> last.equals("=") || last.equals("(");
              case CALL -> (last.equals("(") || last.equals(",")) && endsArgument(end);
              case OTHER -> false;
            };
    if (!blanked) {
      token(end);
      return;
    }
    String kind = text.matches(".*[.eEdDfF].*") ? "d" : text.matches(".*[lL]") ? "l" : "i";
    made.append('#').append(kind);
    if (around == Bracket.CALL) {
      made.append(known.computeIfAbsent(text, _ -> known.size()));
    }
    last = text;
    at = end;
  }

  private boolean inNumber(int i) {
    char c = source.charAt(i);
    char before = source.charAt(i - (i > at ? 1 : 0));
    boolean exponent = (c == '+' || c == '-') && i > at && (before == 'e' || before == 'E');
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || exponent;
  }

  private boolean endsArgument(int end) {
    int i = end;
    while (i < source.length() && Character.isWhitespace(source.charAt(i))) {
      i++;
    }
    return i < source.length() && (source.charAt(i) == ',' || source.charAt(i) == ')');
  }

  private boolean digit(int i) {
    return i < source.length() && source.charAt(i) >= '0' && source.charAt(i) <= '9';
  }

  private int quoted(char quote) {
    int i = at + 1;
    while (i < source.length() && source.charAt(i) != quote && source.charAt(i) != '\n') {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(source.length(), i + 1);
  }

  private int upTo(String end, int from, int more) {
    int found = source.indexOf(end, Math.min(from, source.length()));
    return found < 0 ? source.length() : found + more;
  }
}
