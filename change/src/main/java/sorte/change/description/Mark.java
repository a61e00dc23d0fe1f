package sorte.change.description;

/// A word, number or sign of a text, under the code that the vocabulary gives it.
///
/// @param code `NUM`, `PCT` (a fraction), `TIME` (a minute of the day), `RATIO` (the second over
///   the first), `INDEX` (bars ago), a sign as it is, a code of the vocabulary, or `WORD`
/// @param raw as it was written, folded
/// @param number what it amounts to; 0 for words
record Mark(String code, String raw, double number) {
  boolean is(String other) {
    return code.equals(other);
  }

  boolean isAny(String... others) {
    for (String other : others) {
      if (code.equals(other)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return code.equals("WORD") ? raw + "?" : code;
  }
}
