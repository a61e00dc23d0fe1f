package sorte.guardian.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import sorte.guardian.compile.CompileGate;
import sorte.strategy.Strategy;

/// The children's compiler in this JVM: it runs nothing of what it compiles, so a corpus may be
/// compiled with it without a child for each file.
public final class CompilerHere implements CompileGate.Compiler {
  private final Compiling compiling;

  public CompilerHere() {
    try {
      Path api =
          Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      compiling = new Compiling(List.of(api), List.of());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Compiling compiling() {
    return compiling;
  }

  @Override
  public ChildOutcome<CompileAnswer> compile(CompileTask task) {
    try {
      return new ChildOutcome.Answered<>(compiling.run(task), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
