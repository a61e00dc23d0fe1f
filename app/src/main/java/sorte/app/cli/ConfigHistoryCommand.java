package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import sorte.trading.door.Json;
import sorte.trading.home.SettingsVersion;

/// Every version of the settings: when, by whom, and what became different.
@CommandLine.Command
final class ConfigHistoryCommand extends Command {
  ConfigHistoryCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    ArrayNode list = Json.MAPPER.createArrayNode();
    Map<String, String> before = new TreeMap<>();
    for (SettingsVersion version : new ConfigVersions(screen, home()).all()) {
      Differences changes = Differences.between(before, version.values());
      ObjectNode json = version.toJson();
      json.remove("values");
      json.set("changes", changes.toJson());
      list.add(json);
      if (!common.json()) {
        screen.show(
            "config.made",
            version.number(),
            version.at(),
            screen.words().say("config.by." + version.by()));
        changes.show(screen);
      }
      before = version.values();
    }
    if (common.json()) {
      screen.json(list);
    }
    return Exit.DONE;
  }
}
