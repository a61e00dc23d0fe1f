package sorte.guardian.sandbox;

import java.nio.file.Path;
import java.util.List;

/// A JVM to start confined.
///
/// @param readable folders and files that it may read beside the JDK and the C library
/// @param java what follows the confining flags on the command line: class path, main class,
///   arguments
public record Launch(List<Path> readable, List<String> java, Limits limits) {
  public Launch {
    readable = List.copyOf(readable);
    java = List.copyOf(java);
  }
}
