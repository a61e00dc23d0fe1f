package sorte.guardian.attest;

/// The log is not what was signed. The message names the first entry that shows it.
final class LogAltered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LogAltered(String what) {
    super(what, null, false, false);
  }

  LogAltered(long entry, String what) {
    this("entry " + entry + ": " + what);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
