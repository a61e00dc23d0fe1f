package sorte.change.log;

/// Where a change stands, as `docs/contracts/cli.md` names it.
public enum State {
  PLANNED("planned"),
  WAITING("waiting"),
  EDITING("editing"),
  VERIFYING("verifying"),
  REJECTED("rejected"),
  SHADOW("shadow"),
  CANARY("canary"),
  PROMOTED("promoted"),
  ABORTED("aborted"),
  ROLLED_BACK("rolled-back"),
  WITHDRAWN("withdrawn"),
  FAILED("failed");

  private final String word;

  State(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// Nothing more happens to it by itself.
  public boolean ended() {
    return switch (this) {
      case REJECTED, PROMOTED, ABORTED, ROLLED_BACK, WITHDRAWN, FAILED -> true;
      case PLANNED, WAITING, EDITING, VERIFYING, SHADOW, CANARY -> false;
    };
  }
}
