package sorte.app.cli;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.trading.home.Setting;

/// Gives a setting another value. What lets more be lost is asked about twice.
@CommandLine.Command
final class ConfigSetCommand extends Command {
  @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "config.key")
  private String key = "";

  @Parameters(index = "1", paramLabel = "VALUE", descriptionKey = "config.value")
  private String value = "";

  @Option(names = "--yes", descriptionKey = "config.yes")
  private boolean[] yes = {};

  ConfigSetCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    Setting setting = SettingsChange.named(screen, key);
    SettingsChange change = new SettingsChange(screen, common.json(), home(), yes.length);
    return change.to(known -> {
      Map<String, String> next = new TreeMap<>(known);
      next.put(setting.name(), value.strip());
      return next;
    });
  }
}
