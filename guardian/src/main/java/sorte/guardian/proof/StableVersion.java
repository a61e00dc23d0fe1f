package sorte.guardian.proof;

import java.util.Map;
import java.util.SortedMap;
import sorte.guardian.Dossier;
import sorte.guardian.capability.CapabilityGate;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.CompileAnswer;
import sorte.guardian.child.CompileTask;
import sorte.guardian.child.WarmChildren;
import sorte.guardian.compile.CompileGate;
import sorte.guardian.meter.Weaver;

/// The version that a change starts from, as classes that can run.
sealed interface StableVersion {

  /// The strategy is new.
  record None() implements StableVersion {}

  /// @param classes metered
  record Made(SortedMap<String, byte[]> classes, String className) implements StableVersion {}

  /// There is one, and it cannot run here.
  record Broken(String why) implements StableVersion {}

  /// Compiles it in a confined child; it is held to the language as any other.
  static StableVersion made(WarmChildren children, Dossier dossier) {
    String text = dossier.candidate().base().get(dossier.path());
    if (text == null) {
      return new None();
    }
    String path = CompileGate.relative(dossier.path());
    if (!(children.compile(CompileTask.of(Map.of(path, CompileGate.complete(text))))
            instanceof ChildOutcome.Answered<CompileAnswer>(CompileAnswer made, long _))
        || !made.compiled()) {
      return new Broken("it does not compile here");
    }
    if (!CapabilityGate.look(path, made.classes(), false).isEmpty()) {
      return new Broken("it is not written in the language of strategies");
    }
    String className = path.replaceAll("\\.java$", "").replace('/', '.');
    return made.classes().containsKey(className)
        ? new Made(Weaver.weave(made.classes()), className)
        : new Broken("it has no class " + className);
  }
}
