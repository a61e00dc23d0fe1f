package sorte.change.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A source cut into words, numbers, signs, literals, comments, blanks and line breaks, without any
/// code of the editor's.
final class Lexemes {
  enum Kind {
    WORD,
    NUMBER,
    LITERAL,
    SIGN,
    BLANK,
    BREAK,
    COMMENT
  }

  record Lexeme(Kind kind, int from, int to, String text) {
    boolean isCode() {
      return kind != Kind.BLANK && kind != Kind.BREAK && kind != Kind.COMMENT;
    }

    boolean is(String sign) {
      return text.equals(sign);
    }
  }

  private static final Pattern PIECES =
      Pattern.compile(
          "(?<comment>//[^\\r\\n]*|/\\*(?s:.*?)\\*/)"
              + "|(?<literal>\"\"\"(?s:\\\\.|(?!\"\"\").)*+\"\"\"|\"(?:\\\\.|[^\"\\\\\\r\\n])*+\""
              + "|'(?:\\\\.|[^'\\\\])*+')"
              + "|(?<number>\\.?[0-9](?:(?<=[eE])[+-]|[0-9A-Za-z_]|\\.[0-9])*+)"
              + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}\\p{M}_$]*+)"
              + "|(?<break>\\r\\n|\\r|\\n)"
              + "|(?<blank>[ \\t\\f]++)"
              + "|(?<sign>&&|\\|\\||(?s:.))");

  private Lexemes() {}

  static List<Lexeme> of(String text) {
    return of(text, 0, text.length());
  }

  static List<Lexeme> of(String text, int from, int to) {
    List<Lexeme> all = new ArrayList<>();
    Matcher pieces = PIECES.matcher(text).region(from, to);
    while (pieces.lookingAt()) {
      all.add(new Lexeme(kind(pieces), pieces.start(), pieces.end(), pieces.group()));
      pieces.region(pieces.end(), to);
    }
    if (!all.isEmpty() && all.getLast().to() != to) {
      throw new IllegalStateException("what is at " + all.getLast().to() + "?");
    }
    return all;
  }

  private static Kind kind(Matcher pieces) {
    for (Kind kind : Kind.values()) {
      if (pieces.group(kind.name().toLowerCase(java.util.Locale.ROOT)) != null) {
        return kind;
      }
    }
    throw new IllegalStateException("no kind at " + pieces.start());
  }

  static List<Lexeme> code(String text) {
    return of(text).stream().filter(Lexeme::isCode).toList();
  }

  /// The words and signs alone, one blank between them.
  static String squeezed(String text) {
    StringBuilder out = new StringBuilder();
    code(text).forEach(l -> out.append(l.text()).append(' '));
    return out.toString();
  }

  /// What is deleted from `a` and inserted in `b`, by the longest common subsequence: pairs of the
  /// deleted and the inserted texts, in order, empty pairs left out.
  static List<String[]> difference(List<Lexeme> a, List<Lexeme> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).text().equals(b.get(j).text())
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<String[]> hunks = new ArrayList<>();
    StringBuilder gone = new StringBuilder();
    StringBuilder come = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).text().equals(b.get(j).text())) {
        flush(gone, come, hunks);
        i++;
        j++;
      } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
        gone.append(a.get(i++).text());
      } else {
        come.append(b.get(j++).text());
      }
    }
    flush(gone, come, hunks);
    return hunks;
  }

  private static void flush(StringBuilder gone, StringBuilder come, List<String[]> hunks) {
    if (!gone.isEmpty() || !come.isEmpty()) {
      hunks.add(new String[] {gone.toString(), come.toString()});
      gone.setLength(0);
      come.setLength(0);
    }
  }
}
