package sorte.guardian;

import java.util.Locale;

/// How one gate ended.
public enum Outcome {
  PASS,
  FAIL,
  /// The gate ran and could not tell.
  INCONCLUSIVE,
  /// The gate does not apply; a finding says why.
  SKIPPED;

  /// As JSON has it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
