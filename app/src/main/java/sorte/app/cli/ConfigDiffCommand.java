package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.trading.door.Json;
import sorte.trading.home.SettingsVersion;

/// What two versions of the settings differ in.
@CommandLine.Command
final class ConfigDiffCommand extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "FROM", descriptionKey = "config.from")
  private @Nullable Integer from;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TO", descriptionKey = "config.to")
  private @Nullable Integer to;

  ConfigDiffCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    ConfigVersions versions = new ConfigVersions(screen, home());
    SettingsVersion first = from == null ? versions.beforeTheNewest() : versions.numbered(from);
    SettingsVersion second = to == null ? versions.newest() : versions.numbered(to);
    Differences differences = Differences.between(first.values(), second.values());
    if (common.json()) {
      ObjectNode json = Json.object().put("from", first.number()).put("to", second.number());
      json.set("changes", differences.toJson());
      screen.json(json);
    } else if (differences.all().isEmpty()) {
      screen.show("config.same", first.number(), second.number());
    } else {
      differences.show(screen);
    }
    return Exit.DONE;
  }
}
