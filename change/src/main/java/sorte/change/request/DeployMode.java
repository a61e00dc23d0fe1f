package sorte.change.request;

/// How a change goes live.
public enum DeployMode implements Named {
  SHADOW("shadow"),
  CANARY("canary"),
  BLUE_GREEN("blue-green"),
  IMMEDIATE("immediate");

  private final String code;

  DeployMode(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
