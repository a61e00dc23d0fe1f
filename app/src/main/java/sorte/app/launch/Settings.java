package sorte.app.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import sorte.trading.door.Json;
import sorte.trading.home.Config;
import sorte.trading.home.Home;

/// Writes what was said at start into the home's `config.json`, beside what stands there.
public final class Settings {
  private Settings() {}

  /// Puts `values` (by key) into the settings, checked as a whole before anything is written.
  public static Config put(Home home, Map<String, String> values) throws IOException {
    Config.of(home);
    ObjectNode all = Json.object();
    if (Files.exists(home.config())) {
      JsonNode known = Json.read(Files.readString(home.config()));
      known.properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
    }
    values.forEach(all::put);
    java.util.TreeMap<String, String> texts = new java.util.TreeMap<>();
    all.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    Config checked = Config.of(texts);
    Path draft = home.config().resolveSibling("config.json.part");
    Files.write(draft, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    Files.move(
        draft, home.config(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return checked;
  }
}
