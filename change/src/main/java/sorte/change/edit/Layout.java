package sorte.change.edit;

import java.util.Arrays;

/// What each character of a Java source is, and how its lines are laid out: so that a splice goes
/// where a person would have put it and looks like its neighbours.
final class Layout {
  enum Piece {
    CODE,
    SPACE,
    LINE_COMMENT,
    BLOCK_COMMENT,
    LITERAL
  }

  private final String text;
  private final Piece[] pieces;

  Layout(String text) {
    this.text = text;
    this.pieces = new Piece[text.length()];
    scan();
  }

  Piece at(int index) {
    return pieces[index];
  }

  private void scan() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end;
      Piece piece;
      if (text.startsWith("//", i)) {
        end = endOfLine(i);
        piece = Piece.LINE_COMMENT;
      } else if (text.startsWith("/*", i)) {
        int close = text.indexOf("*/", i + 2);
        end = close < 0 ? text.length() : close + 2;
        piece = Piece.BLOCK_COMMENT;
      } else if (text.startsWith("\"\"\"", i)) {
        end = afterTextBlock(i + 3);
        piece = Piece.LITERAL;
      } else if (c == '"' || c == '\'') {
        end = afterLiteral(i + 1, c);
        piece = Piece.LITERAL;
      } else {
        end = i + 1;
        piece = isSpace(c) ? Piece.SPACE : Piece.CODE;
      }
      Arrays.fill(pieces, i, end, piece);
      i = end;
    }
  }

  private int afterTextBlock(int from) {
    int i = from;
    while (i < text.length()) {
      if (text.charAt(i) == '\\') {
        i += 2;
      } else if (text.startsWith("\"\"\"", i)) {
        return i + 3;
      } else {
        i++;
      }
    }
    return text.length();
  }

  private int afterLiteral(int from, char quote) {
    int i = from;
    while (i < text.length() && !isBreak(text.charAt(i))) {
      if (text.charAt(i) == '\\') {
        i += 2;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      } else {
        i++;
      }
    }
    return Math.min(i, text.length());
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\f' || isBreak(c);
  }

  private boolean isComment(int i) {
    return pieces[i] == Piece.LINE_COMMENT || pieces[i] == Piece.BLOCK_COMMENT;
  }

  /// The index of the line break (or end of text) that ends the line of `i`.
  int endOfLine(int i) {
    int end = i;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  int startOfLine(int i) {
    int start = i;
    while (start > 0 && !isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /// The white space with which the line of `i` begins.
  String indentAt(int i) {
    int start = startOfLine(i);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /// Whether only white space stands before `i` in its line.
  boolean firstInLine(int i) {
    return text.substring(startOfLine(i), i).isBlank();
  }

  /// Whether only white space stands from `i` to the end of its line.
  boolean lastInLine(int i) {
    return text.substring(i, endOfLine(i)).isBlank();
  }

  boolean hasComment(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isComment(i)) {
        return true;
      }
    }
    return false;
  }

  boolean breaksBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isBreak(text.charAt(i)) && pieces[i] == Piece.SPACE) {
        return true;
      }
    }
    return false;
  }

  /// The first index from `i` on that is neither white space nor comment.
  int nextCode(int i) {
    int at = i;
    while (at < text.length() && (pieces[at] == Piece.SPACE || isComment(at))) {
      at++;
    }
    return at;
  }

  /// The index after the last character before `i` that is neither white space nor comment.
  int afterPreviousCode(int i) {
    int at = i;
    while (at > 0 && (pieces[at - 1] == Piece.SPACE || isComment(at - 1))) {
      at--;
    }
    return at;
  }

  /// The first index from `i` on that is no white space.
  int skipSpace(int i) {
    int at = i;
    while (at < text.length() && pieces[at] == Piece.SPACE) {
      at++;
    }
    return at;
  }

  /// The index after the last character before `i` that is no white space.
  int afterPrevious(int i) {
    int at = i;
    while (at > 0 && pieces[at - 1] == Piece.SPACE) {
      at--;
    }
    return at;
  }

  /// Where the comment begins in which the character `last` stands; -1 where it stands in none.
  int startOfComment(int last) {
    Piece piece = pieces[last];
    if (!isComment(last)) {
      return -1;
    }
    int start = last;
    int line = piece == Piece.LINE_COMMENT ? startOfLine(last) : 0;
    while (start > line && pieces[start - 1] == piece) {
      start--;
    }
    return start;
  }

  /// Behind the comments that follow `i` in the same line; `i` where none does.
  int afterComments(int i) {
    int anchor = i;
    int at = i;
    while (at < text.length()) {
      if (pieces[at] == Piece.SPACE && !isBreak(text.charAt(at))) {
        at++;
      } else if (isComment(at)) {
        boolean line = pieces[at] == Piece.LINE_COMMENT;
        int end = line ? endOfLine(at) : Math.min(text.length(), text.indexOf("*/", at + 2) + 2);
        if (!line && breaksWithin(at, end)) {
          return anchor;
        }
        anchor = end;
        at = end;
      } else {
        return anchor;
      }
    }
    return anchor;
  }

  private boolean breaksWithin(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isBreak(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  boolean endsInLineComment(int i) {
    return i > 0 && pieces[i - 1] == Piece.LINE_COMMENT;
  }

  /// The line break that a new line near `i` takes: that of the lines around it.
  String breakNear(int i) {
    for (int at = Math.min(i, text.length()) - 1; at >= 0; at--) {
      if (text.charAt(at) == '\n') {
        return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
      }
      if (text.charAt(at) == '\r') {
        return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? "\r\n" : "\r";
      }
    }
    int end = endOfLine(i);
    if (end == text.length()) {
      return "\n";
    }
    return text.startsWith("\r\n", end) ? "\r\n" : text.substring(end, end + 1);
  }

  /// The index behind the line break at `i`.
  int afterBreak(int i) {
    if (i >= text.length()) {
      return i;
    }
    return text.startsWith("\r\n", i) ? i + 2 : i + 1;
  }

  /// Before the line break that ends the line before that of `lineStart`.
  int beforeBreak(int lineStart) {
    if (lineStart >= 2 && text.startsWith("\r\n", lineStart - 2)) {
      return lineStart - 2;
    }
    return lineStart > 0 ? lineStart - 1 : 0;
  }
}
