package sorte.change.judge;

/// What twins are made of.
enum Cell {
  GAUSSIAN("Gaussian", false),
  T3("t3", false),
  T3_JOINT("t3, wild bars shared", false),
  REGIMES("regimes", false),
  AR_03("AR 0.3", true),
  AR_05("AR 0.5", true),
  MOMENTUM("momentum", true),
  REAL_TRADES("real trades", false),
  /// What no watch on neighbours can see: here nothing is promised.
  HIDDEN("(hidden trend)", true);

  final String words;

  /// Whether differences depend on those before them: then speed has no goal.
  final boolean dependent;

  boolean promised() {
    return this != HIDDEN;
  }

  Cell(String words, boolean dependent) {
    this.words = words;
    this.dependent = dependent;
  }
}
