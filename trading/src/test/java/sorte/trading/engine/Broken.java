package sorte.trading.engine;

/// Something that must never be was seen. An error, so that nothing on the way takes it for its
/// own.
final class Broken extends Error {
  private static final long serialVersionUID = 1L;

  Broken(String what) {
    super(what);
  }

  Broken(String what, Throwable cause) {
    super(what, cause);
  }
}
