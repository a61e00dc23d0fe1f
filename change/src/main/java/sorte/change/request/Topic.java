package sorte.change.request;

/// What a report or an explanation is about.
public enum Topic implements Named {
  STATUS("status"),
  PROFIT("profit"),
  POSITIONS("positions"),
  TRADES("trades"),
  CHANGES("changes"),
  TESTS("tests"),
  RISK("risk"),
  LOGS("logs"),
  ALERTS("alerts"),
  COSTS("costs"),
  STRATEGY("strategy"),
  DECISION("decision");

  private final String code;

  Topic(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
