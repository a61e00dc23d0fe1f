package sorte.change.request;

/// Whether a position gains when the price rises or falls.
public enum Side implements Named {
  LONG("long"),
  SHORT("short");

  private final String code;

  Side(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
