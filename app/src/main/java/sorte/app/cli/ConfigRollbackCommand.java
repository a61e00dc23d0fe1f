package sorte.app.cli;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.trading.home.Home;
import sorte.trading.home.SettingsVersion;

/// Sets all settings as they were in an earlier version, as a new version.
@CommandLine.Command
final class ConfigRollbackCommand extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "VERSION", descriptionKey = "config.number")
  private @Nullable Integer version;

  @Option(names = "--yes", descriptionKey = "config.yes")
  private boolean[] yes = {};

  ConfigRollbackCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    Home home = home();
    ConfigVersions versions = new ConfigVersions(screen, home);
    SettingsVersion earlier =
        version == null ? versions.beforeTheNewest() : versions.numbered(version);
    return new SettingsChange(screen, common.json(), home, yes.length).to(_ -> earlier.values());
  }
}
