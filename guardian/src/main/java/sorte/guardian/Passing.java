package sorte.guardian;

import sorte.guardian.proof.SourceRuns;

/// Whether a strategy source may run in the sandbox.
public sealed interface Passing {

  /// It passed source, compile and capability.
  record Passed(SourceRuns runs) implements Passing {}

  /// A gate did not let it through, or nothing can be confined here.
  record Refused(Verdict verdict) implements Passing {}
}
