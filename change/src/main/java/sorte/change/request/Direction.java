package sorte.change.request;

/// Whether more or less of an objective is better.
public enum Direction implements Named {
  MAXIMISE("maximise"),
  MINIMISE("minimise");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
