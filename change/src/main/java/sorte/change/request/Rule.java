package sorte.change.request;

/// Which rule of a strategy is meant.
public enum Rule implements Named {
  ENTRY("entry"),
  EXIT("exit");

  private final String code;

  Rule(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
