package sorte.app.cli;

/// The exit codes that scripts rely on (docs/contracts/cli.md).
final class Exit {
  static final int DONE = 0;

  /// Judged and refused: a verdict, a failed verification, a plan that is a refusal or a question.
  static final int REFUSED = 1;

  /// Wrong usage, or a missing or bad input file.
  static final int USAGE = 2;

  /// Something needed is not there or not reachable.
  static final int UNAVAILABLE = 3;

  /// A fault of Sorte's own.
  static final int FAULT = 4;

  private Exit() {}
}
