package sorte.trading.door;

/// Nobody answers at a process's door: it is not running, is starting, or died. What was asked may
/// or may not have been done: ask again with the same `commandId`.
public final class DoorClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DoorClosed(String process, String seen) {
    super("the " + process + " does not answer (" + seen + ")");
  }
}
