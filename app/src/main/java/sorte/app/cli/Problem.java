package sorte.app.cli;

/// A command that cannot go on, in words already made for the person, with the exit code that says
/// so to scripts.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exit;

  private Problem(int exit, String words) {
    super(words);
    this.exit = exit;
  }

  /// Wrong usage or bad input.
  public static Problem usage(String words) {
    return new Problem(Exit.USAGE, words);
  }

  /// Something needed is not there.
  public static Problem unavailable(String words) {
    return new Problem(Exit.UNAVAILABLE, words);
  }

  /// Judged and refused.
  static Problem refused(String words) {
    return new Problem(Exit.REFUSED, words);
  }

  /// A fault of Sorte's own.
  static Problem fault(String words) {
    return new Problem(Exit.FAULT, words);
  }

  int exit() {
    return exit;
  }
}
