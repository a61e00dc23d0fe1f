package sorte.app.launch;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where copies of logs' checkpoints are kept, outside every home: `SORTE_WITNESS`, else beside the
/// owner's configuration.
public final class WitnessFolder {
  /// Names the folder; `none` keeps no copy.
  public static final String VARIABLE = "SORTE_WITNESS";

  private static final String NONE = "none";

  private WitnessFolder() {}

  /// @param environment of the process; empty where it tells of no folder
  public static Optional<Path> of(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (named.equals(NONE)) {
      return Optional.empty();
    }
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named).toAbsolutePath().normalize());
    }
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    if (config.isEmpty() && home.isEmpty()) {
      return Optional.empty();
    }
    Path folder = config.isEmpty() ? Path.of(home, ".config") : Path.of(config);
    return Optional.of(folder.resolve("sorte").resolve("witness").toAbsolutePath().normalize());
  }
}
