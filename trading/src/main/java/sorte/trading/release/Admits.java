package sorte.trading.release;

import java.util.Arrays;

/// How near to money an attestation lets a release come. The word is the format.
public enum Admits {
  /// Beside the market, without money.
  SHADOW("shadow"),
  /// To capital, and beside the market too.
  CAPITAL("capital");

  private final String word;

  Admits(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// Whether a release that has this may go where `needed` is needed.
  public boolean reaches(Admits needed) {
    return compareTo(needed) >= 0;
  }

  static Admits of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word.equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("admits to shadow or capital, was " + word));
  }
}
