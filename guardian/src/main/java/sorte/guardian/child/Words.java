package sorte.guardian.child;

import org.jspecify.annotations.Nullable;

/// Texts that judged code had a hand in, made harmless: cut, and without control characters.
final class Words {

  private Words() {}

  static String cut(@Nullable String text, int most) {
    if (text == null) {
      return "";
    }
    int end = Math.min(text.length(), most);
    StringBuilder clean = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean harmless = c == '\n' || !Character.isISOControl(c);
      boolean hidden = Character.getType(c) == Character.FORMAT || Character.isSurrogate(c);
      clean.append(harmless && !hidden ? c : '\uFFFD');
    }
    return clean.toString();
  }
}
