package sorte.change.request;

/// The settings that a sentence can change.
public enum ConfigKey implements Named {
  LLM_PROVIDER("llm.provider"),
  LLM_MODEL("llm.model"),
  LOG_LEVEL("log.level"),
  AUTONOMY_LEVEL("autonomy.level"),
  ALERTS_CHANNEL("alerts.channel"),
  LANGUAGE("language");

  private final String code;

  ConfigKey(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
