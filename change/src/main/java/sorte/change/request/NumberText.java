package sorte.change.request;

import org.jspecify.annotations.Nullable;

/// Numbers in digits, the way they are written in a language: `1.500,50` in Portuguese, `1,500.50`
/// in English. A single comma or point that cannot part thousands parts decimals in either.
final class NumberText {
  /// Longer digits than this are no number that a person means.
  private static final int LONGEST = 18;

  private NumberText() {}

  static @Nullable Double read(String digits, Language language) {
    if (digits.length() > LONGEST || !digits.chars().allMatch(NumberText::plain)) {
      return null;
    }
    char decimal = language == Language.PT ? ',' : '.';
    char grouping = language == Language.PT ? '.' : ',';
    String plain;
    if (digits.matches("\\d{1,3}(\\" + grouping + "\\d{3})+(\\" + decimal + "\\d+)?")
        && !digits.startsWith("0" + grouping)) {
      plain = digits.replace(String.valueOf(grouping), "").replace(decimal, '.');
    } else if (digits.matches("\\d+([.,]\\d+)?")) {
      plain = digits.replace(',', '.');
    } else if (digits.matches("\\d{1,3}(\\" + decimal + "\\d{3})+\\" + grouping + "\\d{1,2}")) {
      plain = digits.replace(String.valueOf(decimal), "").replace(grouping, '.');
    } else {
      return null;
    }
    return Double.valueOf(plain);
  }

  private static boolean plain(int c) {
    return c >= '0' && c <= '9' || c == '.' || c == ',';
  }
}
