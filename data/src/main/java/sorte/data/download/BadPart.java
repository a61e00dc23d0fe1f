package sorte.data.download;

/// A part that came, and cannot be what it should be.
final class BadPart extends Exception {
  private static final long serialVersionUID = 1L;

  BadPart(String what) {
    super(what);
  }
}
