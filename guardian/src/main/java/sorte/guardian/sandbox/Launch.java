package sorte.guardian.sandbox;

import java.nio.file.Path;
import java.util.List;

/// A JVM to start confined.
///
/// @param readable folders and files that it may read beside the JDK and the C library
/// @param java what follows the confining flags on the command line: class path, main class,
///   arguments
/// @param niceness from 0 to 19: how far it stands back where others want the processor
public record Launch(List<Path> readable, List<String> java, Limits limits, int niceness) {

  private static final int NICENESS_MOST = 19;

  public Launch {
    readable = List.copyOf(readable);
    java = List.copyOf(java);
    if (niceness < 0 || niceness > NICENESS_MOST) {
      throw new IllegalArgumentException("niceness is 0 to 19, was " + niceness);
    }
  }

  /// One that stands back for nobody.
  public Launch(List<Path> readable, List<String> java, Limits limits) {
    this(readable, java, limits, 0);
  }
}
