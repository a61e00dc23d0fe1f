package sorte.change.request;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run of letters, a number or one sign of a sentence. `joined` tells that nothing stood between
/// it and the token before.
record Token(String raw, String folded, Kind kind, int start, int end, boolean joined) {
  enum Kind {
    WORD,
    NUMBER,
    SIGN
  }

  /// Lower case without accents, the same in any locale.
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(c -> c < 128)) {
      return lower;
    }
    StringBuilder plain = new StringBuilder(lower.length());
    Normalizer.normalize(lower, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /// The tokens of a sentence, in one pass. Symbols that mean nothing (emoji) are left out.
  static List<Token> cut(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    int lastEnd = -1;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      Kind kind;
      if (Character.isDigit(c)) {
        end = numberEnd(text, i);
        kind = Kind.NUMBER;
      } else if (Character.isLetter(c)) {
        end = wordEnd(text, i);
        kind = Kind.WORD;
      } else if (Character.isWhitespace(c) || !meaningful(c)) {
        i = end;
        continue;
      } else {
        if ((c == '<' || c == '>') && end < text.length() && text.charAt(end) == '=') {
          end++;
        }
        kind = Kind.SIGN;
      }
      String raw = text.substring(i, end);
      String folded = kind == Kind.WORD ? fold(raw.replace("'", "").replace("’", "")) : raw;
      tokens.add(new Token(raw, folded, kind, i, end, lastEnd == i));
      lastEnd = end;
      i = end;
    }
    return tokens;
  }

  private static boolean meaningful(int c) {
    return "%$€,.;:!?…()<>=≤≥+-–—/#&\"'_*\\[]{}|@".indexOf(c) >= 0;
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean apostrophe =
          (c == '\'' || c == '’')
              && i + 1 < text.length()
              && Character.isLetter(text.codePointAt(i + 1));
      if (!Character.isLetter(c)
          && Character.getType(c) != Character.NON_SPACING_MARK
          && !apostrophe) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  /// Digits, with points and commas that stand between digits.
  private static int numberEnd(String text, int start) {
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean between =
          (c == '.' || c == ',') && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
      if (!Character.isDigit(c) && !between) {
        break;
      }
      i++;
    }
    return i;
  }
}
