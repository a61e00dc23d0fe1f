package sorte.trading.door;

/// Nobody answers at a process's door: it is not running, is starting, or died. What was asked may
/// or may not have been done: ask again with the same `commandId`.
public final class DoorClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean nobody;

  public DoorClosed(String process, String seen) {
    this(process, seen, false);
  }

  private DoorClosed(String process, String seen, boolean nobody) {
    super("the " + process + " does not answer (" + seen + ")");
    this.nobody = nobody;
  }

  /// The process does not run: it has no door, or nothing listens there.
  public static DoorClosed nobody(String process, String seen) {
    return new DoorClosed(process, seen, true);
  }

  /// Whether the process does not run, other than one that is slow or stopped in between.
  public boolean isNobody() {
    return nobody;
  }
}
