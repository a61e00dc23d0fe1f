package sorte.app.cli;

/// Somebody's words as one line of a terminal: no control characters, no line breaks, cut where
/// they are long.
final class OneLine {
  static final int LONGEST = 100;

  private OneLine() {}

  static String of(String words) {
    StringBuilder line = new StringBuilder();
    words
        .codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .limit(LONGEST + 1)
        .forEach(line::appendCodePoint);
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line.toString();
  }
}
