package sorte.trading.door;

/// A request that was not done, and why: code for programs, words for people.
public final class DoorError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String what;
  private final String remedy;

  public DoorError(int status, String code, String what, String remedy) {
    super(code + ": " + what + (remedy.isEmpty() ? "" : " (" + remedy + ")"));
    this.status = status;
    this.code = code;
    this.what = what;
    this.remedy = remedy;
  }

  public static DoorError badRequest(String code, String what, String remedy) {
    return new DoorError(400, code, what, remedy);
  }

  public static DoorError notFound(String code, String what, String remedy) {
    return new DoorError(404, code, what, remedy);
  }

  public static DoorError conflict(String code, String what, String remedy) {
    return new DoorError(409, code, what, remedy);
  }

  public static DoorError unavailable(String code, String what, String remedy) {
    return new DoorError(503, code, what, remedy);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }
}
