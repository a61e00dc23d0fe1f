package sorte.change.commander;

/// Told after each write and each effect. In service nobody listens; a test dies here.
@FunctionalInterface
interface Step {
  Step NOBODY = _ -> {};

  /// @param done `log:Type` or `effect:name`
  void after(String done);
}
