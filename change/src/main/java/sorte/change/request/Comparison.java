package sorte.change.request;

import java.util.Optional;

/// How the left side of a condition stands to its right side.
public enum Comparison implements Named {
  BELOW("<"),
  AT_OR_BELOW("<="),
  ABOVE(">"),
  AT_OR_ABOVE(">="),
  CROSSES_ABOVE("crosses-above"),
  CROSSES_BELOW("crosses-below"),
  RISING("rising"),
  FALLING("falling");

  private final String code;

  Comparison(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }

  /// Whether it needs something to compare with.
  public boolean binary() {
    return this != RISING && this != FALLING;
  }

  /// The comparison that is true exactly where this one is false; none for crossings and slopes.
  public Optional<Comparison> opposite() {
    return switch (this) {
      case BELOW -> Optional.of(AT_OR_ABOVE);
      case AT_OR_BELOW -> Optional.of(ABOVE);
      case ABOVE -> Optional.of(AT_OR_BELOW);
      case AT_OR_ABOVE -> Optional.of(BELOW);
      case CROSSES_ABOVE, CROSSES_BELOW, RISING, FALLING -> Optional.empty();
    };
  }
}
