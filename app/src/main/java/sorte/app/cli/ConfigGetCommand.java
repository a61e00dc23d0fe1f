package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.app.launch.Settings;
import sorte.trading.door.Json;
import sorte.trading.home.Setting;
import sorte.trading.home.SettingsVersion;

/// What is set, what is not, and what may be.
@CommandLine.Command
final class ConfigGetCommand extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "KEY", descriptionKey = "config.key")
  private @Nullable String key;

  ConfigGetCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    SettingsVersion known = new Settings(home(), InstantSource.system()).known();
    if (key != null) {
      ObjectNode one = json(SettingsChange.named(screen, key), known);
      if (common.json()) {
        screen.json(one);
      } else {
        screen.out().println(one.path("value").asText());
      }
      return Exit.DONE;
    }
    ArrayNode all = Json.MAPPER.createArrayNode();
    Setting.ALL.forEach(setting -> all.add(json(setting, known)));
    if (common.json()) {
      ObjectNode answer = Json.object().put("version", known.number());
      answer.set("settings", all);
      screen.json(answer);
    } else {
      Setting.ALL.forEach(setting -> show(setting, known));
      screen.show("config.version", known.number());
    }
    return Exit.DONE;
  }

  private void show(Setting setting, SettingsVersion known) {
    boolean set = known.values().containsKey(setting.name());
    screen
        .out()
        .printf(
            Locale.ROOT,
            "%s %-24s %-12s %s%n",
            set ? "*" : " ",
            setting.name(),
            setting.in(known.values()),
            screen
                .words()
                .say(
                    "config.allowed",
                    setting.allowed(),
                    setting.unit(),
                    setting.otherwise(),
                    screen.words().say(SettingsChange.takes(setting))));
  }

  private static ObjectNode json(Setting setting, SettingsVersion known) {
    ObjectNode json = Json.object().put("key", setting.name());
    json.put("value", setting.in(known.values())).put("default", setting.otherwise());
    json.put("set", known.values().containsKey(setting.name()));
    json.put("allowed", setting.allowed()).put("unit", setting.unit());
    json.set("readers", Json.tree(setting.readers()));
    return json.put("takes", SettingsChange.word(setting));
  }
}
