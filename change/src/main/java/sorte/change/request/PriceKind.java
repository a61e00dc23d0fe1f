package sorte.change.request;

/// One of the four prices of a bar.
public enum PriceKind implements Named {
  OPEN("open"),
  HIGH("high"),
  LOW("low"),
  CLOSE("close");

  private final String code;

  PriceKind(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
