package sorte.guardian.child;

import java.nio.file.Path;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.sandbox.Sandbox;

/// Children that wait, confined and warm, for their one candidate.
public final class WarmChildren implements AutoCloseable {

  private final Sandbox sandbox;

  private WarmChildren(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /// @param cache a folder of our own where the children's class path and start-up cache are kept
  /// @param warm how many children wait at a time
  public static WarmChildren open(Path cache, int warm, Limits limits) {
    return new WarmChildren(Sandbox.here());
  }

  /// Compiles in a fresh child.
  public ChildOutcome<CompileAnswer> compile(CompileTask task) {
    return new ChildOutcome.Unconfined<>(sandbox.confinement().reason());
  }

  /// Runs a candidate over bars in a fresh child.
  public ChildOutcome<DecideAnswer> decide(DecideTask task) {
    return new ChildOutcome.Unconfined<>(sandbox.confinement().reason());
  }

  /// Runs tests in a fresh child.
  public ChildOutcome<TestAnswer> test(TestTask task) {
    return new ChildOutcome.Unconfined<>(sandbox.confinement().reason());
  }

  /// Ends the children that wait.
  @Override
  public void close() {}
}
