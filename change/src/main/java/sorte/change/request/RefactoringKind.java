package sorte.change.request;

/// The refactorings of the plan.
public enum RefactoringKind implements Named {
  RENAME("rename"),
  EXTRACT_METHOD("extract-method"),
  EXTRACT_CONSTANT("extract-constant"),
  INLINE("inline"),
  REMOVE_DEAD_CODE("remove-dead-code"),
  SIMPLIFY("simplify"),
  DOCUMENT("document");

  private final String code;

  RefactoringKind(String code) {
    this.code = code;
  }

  /// Its name in the plan's schema.
  @Override
  public String code() {
    return code;
  }
}
