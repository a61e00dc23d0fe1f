package sorte.guardian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.guardian.Finding;

/// One text: its characters, its words, its size and depth.
public final class SourceText {

  static final int LINE_MOST = 500;
  static final int LINES_MOST = 2_000;
  static final int DEPTH_MOST = 48;
  static final int FINDINGS_MOST = 20;

  /// Blanks in a row with something behind them, and blank lines in a row: beyond lies what nobody
  /// looks at.
  static final int BLANKS_MOST = 80;

  static final int BLANK_LINES_MOST = 50;

  /// Marks drawn over one letter: a few are an accent, many cover the lines around.
  static final int MARKS_MOST = 3;

  private static final int CHAIN_MOST = 400;
  private static final Pattern ESCAPE = Pattern.compile("\\\\u+[0-9a-fA-F]{4}");
  private static final Pattern GAP = Pattern.compile("[\\t\\p{Zs}]{" + BLANKS_MOST + "}\\s*\\S");
  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}"
              + "|xox[abprs]-[A-Za-z0-9-]{10,}|\\bsk-[A-Za-z0-9_-]{20,}"
              + "|eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}"
              + "|[0-9]{8,10}:AA[A-Za-z0-9_-]{33}"
              + "|(?i:(?:api[_-]?key|secret|token|passw(?:or)?d|senha)\\s*[:=]\\s*\"?[A-Za-z0-9+/_-]{16,})"
              + "|\"[0-9a-fA-F]{64,}\"|\"(?=[A-Za-z+/]*[0-9])[A-Za-z0-9+/]{40,}={0,2}\"");

  private final String path;
  private final String text;
  private final List<Finding> findings = new ArrayList<>();

  private SourceText(String path, String text) {
    this.path = path;
    this.text = text;
  }

  public static List<Finding> look(String path, String text) {
    SourceText look = new SourceText(path, text);
    if (text.isBlank()) {
      look.add("source.empty", 0);
      return look.findings;
    }
    look.characters();
    look.lines();
    look.depth();
    return look.findings.subList(0, Math.min(FINDINGS_MOST, look.findings.size()));
  }

  private void add(String rule, int line, Object... values) {
    findings.add(Finding.at(rule, path, line, values));
  }

  private void characters() {
    int line = 1;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      marks = mark(c) ? marks + 1 : 0;
      if (c == '\n') {
        line++;
      } else if (hidden(c, i) || marks > MARKS_MOST) {
        add("source.hidden", line, name(c));
      }
      i += Character.charCount(c);
    }
  }

  /// Controls, direction marks, zero widths, halves of pairs, unknown characters.
  private boolean hidden(int c, int at) {
    if (c == '\t') {
      return false;
    }
    if (c == '\r') {
      return at + 1 >= text.length() || text.charAt(at + 1) != '\n';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> c == 0xFFFD || unseen(c, at);
    };
  }

  private static boolean mark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /// Letters and marks without a shape. A variation selector may follow a symbol, as in most faces
  /// and warning signs.
  private boolean unseen(int c, int at) {
    boolean selector = c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    if (selector) {
      return at == 0 || Character.getType(text.codePointBefore(at)) != Character.OTHER_SYMBOL;
    }
    return switch (c) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F -> true;
      case 0x2800, 0x3164, 0xFFA0 -> true;
      default -> false;
    };
  }

  private static String name(int c) {
    return String.format(Locale.ROOT, "U+%04X %s", c, String.valueOf(Character.getName(c)));
  }

  private void lines() {
    List<String> lines = text.lines().toList();
    if (lines.size() > LINES_MOST) {
      add("source.long", 0, lines.size(), LINES_MOST);
    }
    int blank = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      blank = line.isBlank() ? blank + 1 : 0;
      if (blank > BLANK_LINES_MOST) {
        add("source.blank", i + 1, BLANK_LINES_MOST);
        blank = 0;
      }
      if (GAP.matcher(line).find()) {
        add("source.gap", i + 1, BLANKS_MOST);
      }
      if (line.length() > LINE_MOST) {
        add("source.line", i + 1, line.length(), LINE_MOST);
        continue;
      }
      Matcher escape = ESCAPE.matcher(line);
      if (escape.find()) {
        add("source.escape", i + 1, escape.group());
      }
      if (SECRET.matcher(line).find()) {
        add("source.secret", i + 1);
      }
    }
  }

  /// Brackets and operators in code, outside texts and comments; letters of code are ASCII.
  private void depth() {
    int line = 1;
    int depth = 0;
    int deepest = 0;
    int chain = 0;
    int longest = 0;
    boolean foreign = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = textOrComment(i);
      if (end > i) {
        direction(i, end, line);
        for (int j = i; j < end; j++) {
          line += text.charAt(j) == '\n' ? 1 : 0;
        }
        i = end - 1;
        continue;
      }
      switch (c) {
        case '\n' -> line++;
        case '(', '{', '[' -> depth++;
        case ')', '}', ']' -> depth = Math.max(0, depth - 1);
        case '<' -> chain++;
        case ';' -> chain = 0;
        case '+', '-', '*', '/', '&', '|', '?', '!', '~', '=' -> chain++;
        default -> {
          if (c > 126 && !foreign) {
            foreign = true;
            add("source.letter", line, name(text.codePointAt(i)));
          }
        }
      }
      deepest = Math.max(deepest, depth);
      longest = Math.max(longest, chain);
    }
    if (deepest > DEPTH_MOST) {
      add("source.deep", 0, deepest, DEPTH_MOST);
    }
    if (longest > CHAIN_MOST) {
      add("source.chain", 0, longest, CHAIN_MOST);
    }
  }

  /// Letters that run from right to left turn around what stands between them, numbers above all:
  /// they are for comments that have their line to themselves.
  private void direction(int from, int to, int line) {
    int start = text.lastIndexOf('\n', from) + 1;
    if (text.startsWith("//", from) && text.substring(start, from).isBlank()) {
      return;
    }
    for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      switch (Character.getDirectionality(c)) {
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
            Character.DIRECTIONALITY_ARABIC_NUMBER -> {
          add("source.direction", line, name(c));
          return;
        }
        default -> {}
      }
    }
  }

  /// The end of the text, character or comment that starts at `i`; `i` where none does.
  private int textOrComment(int i) {
    if (text.startsWith("//", i)) {
      int end = text.indexOf('\n', i);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", i)) {
      int end = text.indexOf("*/", i + 2);
      return end < 0 ? text.length() : end + 2;
    }
    if (text.startsWith("\"\"\"", i)) {
      return closing("\"\"\"", i + 3);
    }
    char c = text.charAt(i);
    return c == '"' || c == '\'' ? closing(String.valueOf(c), i + 1) : i;
  }

  private int closing(String mark, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith(mark, i)) {
        return i + mark.length();
      }
    }
    return text.length();
  }
}
