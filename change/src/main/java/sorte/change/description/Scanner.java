package sorte.change.description;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as words, numbers and signs; no vocabulary yet.
final class Scanner {
  private static final String ENGLISH = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?";
  private static final String PORTUGUESE =
      "\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?(?![\\d.])|\\d+,\\d+(?!,?\\d)|\\d+(?:\\.\\d+)?";
  private static final String PIECES =
      "(?<clock>\\d{1,2}:\\d{2}(?::\\d{2})?\\s?(?:[ap]\\.?m\\.?\\b)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?)"
          + "|(?<ratio>\\d+(?:\\.\\d+)?:\\d+(?:\\.\\d+)?)"
          + "|(?<index>\\[-?\\d+\\]|\\(-\\d+\\)|_\\{?t-\\d+\\}?|\\(t-\\d+\\)|_t\\b|\\(t\\))"
          + "|(?<number>\\$?(?:NUMBER))(?<percent>\\s?%(?![kdr]\\b)|\\s?percent\\b|\\s?por cento\\b)?"
          + "|(?<line>%[kdr]\\b|[+-]di\\b)"
          + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_']*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*)"
          + "|(?<sign><=|>=|==|:=|&&|\\|\\||[-+*/<>=(),;:.|\\[\\]&≈±?!•→])";
  private static final Pattern IN_ENGLISH =
      Pattern.compile(PIECES.replace("NUMBER", ENGLISH), Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern IN_PORTUGUESE =
      Pattern.compile(PIECES.replace("NUMBER", PORTUGUESE), Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern NUMBERED =
      Pattern.compile("(sma|ema|wma|rsi|atr|adx|hma|dema|ma|cci|roc|mma|mme|mms|ifr|std)_?(\\d+)");

  private static final Set<String> ABBREVIATED = Set.of("e.g", "i.e", "u.s", "a.m", "p.m");

  private Scanner() {}

  /// Typography undone: one kind of quote, dash, comparison.
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\u2018', '\u2019' -> out.append('\'');
        case '\u201c', '\u201d', '`', '"' -> out.append(' ');
        case '\u2265' -> out.append(">=");
        case '\u2264' -> out.append("<=");
        case '\u00d7' -> out.append('*');
        case '\u2212', '\u2011', '\u2010' -> out.append('-');
        case '\u2013', '\u2014' -> out.append(" ~ ");
        case '\u03c3' -> out.append(" sigma");
        case '\u00a0', '\t' -> out.append(' ');
        default -> out.append(c);
      }
    }
    return out.toString().replaceAll("(\\d)\\s*~\\s*(\\d)", "$1 – $2");
  }

  /// Lower case, without accents.
  static String fold(String text) {
    String split = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      if (Character.getType(split.charAt(i)) != Character.NON_SPACING_MARK) {
        out.append(split.charAt(i));
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  static List<Mark> scan(String text, boolean commaDecimal) {
    String folded =
        fold(
            plain(text)
                .replace("**", "")
                .replaceAll("(?<![\\w).])\\*\\(", "(")
                .replaceAll("\\)\\*(?!\\s*[\\w(])", ")"));
    folded =
        folded
            .replace("e.g.", "e.g ")
            .replace("i.e.", "i.e ")
            .replaceAll("\\br:r\\b", "rr")
            .replaceAll("(?<=\\d)x\\b(?! )", "* ")
            .replaceAll("(?<=\\d)x(?= )", " *");
    folded =
        folded.replaceAll("\\b(sma|ema|wma|ma|rsi|atr|adx|cci|mms|mme|ifr)-(?=\\d{1,3}\\b)", "$1 ");
    folded = folded.replaceAll("(?<=\\p{L})-(?=\\p{L})", " ");
    folded =
        folded.replaceAll("(?<=\\d)-(?=\\p{L}{2})", " ").replaceAll("(?<=\\d)\\+(?=\\s|\\)|$)", "");
    folded = folded.replaceAll("(?<=\\*\\s?\\(1)\\s?-\\s?(?=0?\\.\\d)", " - ");
    folded = folded.replaceAll("(?<=\\d)-(?=\\d)", " – ").replaceAll("(?<=\\d%)-(?=\\d)", " – ");
    List<Mark> marks = new ArrayList<>();
    Matcher m = (commaDecimal ? IN_PORTUGUESE : IN_ENGLISH).matcher(folded.replace("–", "\u2192"));
    while (m.find()) {
      add(marks, m, commaDecimal);
    }
    return marks;
  }

  private static void add(List<Mark> marks, Matcher m, boolean commaDecimal) {
    String raw = m.group();
    if (m.group("clock") != null) {
      marks.add(clock(raw));
    } else if (m.group("ratio") != null) {
      marks.add(ratio(raw));
    } else if (m.group("index") != null) {
      String digits = raw.replaceAll("[^0-9]", "");
      marks.add(new Mark("INDEX", raw, digits.isEmpty() ? 0 : Integer.parseInt(digits)));
    } else if (m.group("number") != null) {
      double value = number(m.group("number"), commaDecimal);
      boolean money = raw.startsWith("$");
      boolean percent = m.group("percent") != null;
      marks.add(
          new Mark(
              money ? "MONEY" : percent ? "PCT" : "NUM",
              raw,
              percent ? Math.rint(value * 1e10) / 1e12 : value));
    } else if (m.group("word") != null) {
      Matcher joined = NUMBERED.matcher(raw);
      if (joined.matches()) {
        marks.add(new Mark("WORD", joined.group(1), 0));
        marks.add(new Mark("NUM", joined.group(2), Double.parseDouble(joined.group(2))));
      } else if (raw.contains(".") && !ABBREVIATED.contains(raw)) {
        for (String part : raw.split("\\.", -1)) {
          marks.add(new Mark("WORD", part, 0));
        }
      } else {
        marks.add(new Mark("WORD", raw, 0));
      }
    } else if (m.group("line") != null) {
      marks.add(new Mark("WORD", raw, 0));
    } else {
      String sign =
          switch (raw) {
            case "==", ":=" -> "=";
            case "?", "!" -> ".";
            default -> raw;
          };
      marks.add(new Mark(sign, raw, 0));
    }
  }

  private static Mark ratio(String raw) {
    String[] parts = raw.split(":", -1);
    return new Mark("RATIO", raw, Double.parseDouble(parts[1]) / Double.parseDouble(parts[0]));
  }

  private static Mark clock(String raw) {
    boolean evening = raw.contains("p");
    boolean half = evening || raw.contains("a");
    String[] parts = raw.replaceAll("[^0-9:]", "").split(":", -1);
    int hours = Integer.parseInt(parts[0]);
    int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    if (half) {
      hours = hours % 12 + (evening ? 12 : 0);
    }
    if (!half && parts.length > 1 && (hours > 24 || minutes > 59)) {
      return new Mark("RATIO", raw, (double) minutes / hours);
    }
    return new Mark("TIME", raw, hours * 60 + minutes);
  }

  private static double number(String raw, boolean commaDecimal) {
    String digits = raw.replace("$", "");
    boolean grouped = commaDecimal && digits.matches("\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    digits = grouped ? digits.replace(".", "") : digits;
    digits = commaDecimal ? digits.replace(',', '.') : digits.replace(",", "");
    return Double.parseDouble(digits);
  }
}
