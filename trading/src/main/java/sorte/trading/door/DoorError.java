package sorte.trading.door;

import java.util.List;

/// A request that was not done, and why: code for programs, words for people.
public final class DoorError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String what;
  private final String remedy;
  private final List<String> values;

  public DoorError(int status, String code, String what, String remedy) {
    this(status, code, what, remedy, List.of());
  }

  DoorError(int status, String code, String what, String remedy, List<String> values) {
    super(code + ": " + what + (remedy.isEmpty() ? "" : " (" + remedy + ")"));
    this.status = status;
    this.code = code;
    this.what = what;
    this.remedy = remedy;
    this.values = List.copyOf(values);
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

  /// The same, with what `what` speaks of, so that it can be said in another language by its code.
  public DoorError with(String... spokenOf) {
    return new DoorError(status, code, what, remedy, List.of(spokenOf));
  }

  /// What `what` speaks of, in order.
  public List<String> values() {
    return values;
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
