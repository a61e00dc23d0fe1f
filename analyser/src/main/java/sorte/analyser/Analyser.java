package sorte.analyser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Both analysers behind one door, found by the confined process as a service: it knows nothing of
/// ours but bytes. Loaded once, asked as often as needed, nothing kept from one to the next.
public final class Analyser implements UnaryOperator<byte[]> {

  private final Bytecode bytecode;
  private final SourceText source;

  public Analyser() {
    List<String> path = Arrays.asList(System.getProperty("java.class.path").split(":"));
    bytecode = Bytecode.load(onPath(path, "findsecbugs"), onPath(path, "api.jar"));
    source = SourceText.load();
  }

  private static File onPath(List<String> path, String name) {
    return path.stream()
        .map(File::new)
        .filter(file -> file.getName().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
  }

  @Override
  public byte[] apply(byte[] request) {
    try {
      Asked asked = Asked.read(request);
      return source.look(asked).and(bytecode.look(asked)).bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
