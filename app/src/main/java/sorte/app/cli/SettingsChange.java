package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import sorte.app.launch.Settings;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.Json;
import sorte.trading.home.Config;
import sorte.trading.home.Home;
import sorte.trading.home.Setting;
import sorte.trading.home.SettingsVersion;

/// From the settings that hold to others: checked as a whole, asked about twice where they let more
/// be lost, written down as a version, and told to the running system.
final class SettingsChange {
  private static final Duration PATIENCE = Duration.ofSeconds(35);

  private final Screen screen;
  private final boolean json;
  private final Home home;
  private final int said;

  /// @param said how many yeses came with the command
  SettingsChange(Screen screen, boolean json, Home home, int said) {
    this.screen = screen;
    this.json = json;
    this.home = home;
    this.said = said;
  }

  int to(UnaryOperator<Map<String, String>> next) throws IOException {
    Settings settings = new Settings(home, InstantSource.system());
    SettingsVersion known = settings.known();
    Map<String, String> values = next.apply(known.values());
    try {
      Config.of(values);
    } catch (Config.BadConfig bad) {
      screen.tell("config.refused", String.valueOf(bad.getMessage()));
      return Exit.REFUSED;
    }
    Differences differences = Differences.between(known.values(), values);
    if (differences.raiseRisk() && !new Twice(screen, "config").confirmed(said)) {
      screen.tell("config.no");
      return Exit.REFUSED;
    }
    SettingsVersion version = settings.become(values, "cli");
    boolean heard = version.number() > known.number() && heard();
    if (json) {
      ObjectNode answer = Json.object().put("version", version.number());
      answer.set("changes", differences.toJson());
      screen.json(answer.put("heard", heard));
    } else {
      differences.show(screen);
      screen.show("config.version", version.number());
      told(differences, heard);
    }
    return Exit.DONE;
  }

  /// Whether a running system goes by them now.
  private boolean heard() {
    try {
      DoorClient.to(home, "commander").post("/settings", Json.object(), PATIENCE);
      return true;
    } catch (DoorClosed closed) {
      if (!closed.isNobody()) {
        throw closed; // it runs, and may not have heard
      }
      return false;
    }
  }

  private void told(Differences differences, boolean heard) {
    for (Differences.Difference each : differences.all()) {
      Setting setting = each.setting();
      if (heard || setting.takes() != Setting.Takes.AT_ONCE) {
        screen.show(
            "config.holds", setting.name(), screen.words().say(SettingsChange.takes(setting)));
      }
    }
  }

  static Setting named(Screen screen, String key) {
    return Setting.named(key)
        .orElseThrow(() -> Problem.usage(screen.words().say("config.unknown", OneLine.of(key))));
  }

  static String takes(Setting setting) {
    return "config.takes." + word(setting);
  }

  static String word(Setting setting) {
    return setting.takes().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
