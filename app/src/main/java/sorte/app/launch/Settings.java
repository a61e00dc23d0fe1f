package sorte.app.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.trading.door.Json;
import sorte.trading.home.Config;
import sorte.trading.home.Home;
import sorte.trading.home.HomeLock;
import sorte.trading.home.SettingsVersion;

/// Writes the home's settings: `config.json`, which is the owner's to edit, and a version of each
/// state that it was in. Everything is checked as a whole before anything is written.
public final class Settings {
  private static final String HAND = "hand";

  /// Of a home in which nothing was set.
  private static final String NOBODY = "nobody";

  private final Home home;
  private final InstantSource clock;

  /// Somebody else is writing them at this moment.
  public static final class Busy extends IOException {
    private static final long serialVersionUID = 1L;
  }

  public Settings(Home home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
  }

  /// Puts `values` (by key) beside what is written, as a new version where anything differs; an
  /// edit of the file by hand is a version of its own before it.
  ///
  /// @throws Config.BadConfig when what would hold then cannot be used; nothing was written
  public SettingsVersion put(Map<String, String> values, String by) throws IOException {
    try (HomeLock _ = locked()) {
      SortedMap<String, String> all = SettingsVersion.written(home);
      Config.of(all);
      SettingsVersion known = upToDate(all);
      all.putAll(values);
      return all.equals(known.values()) ? known : written(all, by);
    }
  }

  /// Sets these values, and no others, as a new version where anything differs.
  ///
  /// @throws Config.BadConfig when they cannot be used; nothing was written
  public SettingsVersion become(Map<String, String> values, String by) throws IOException {
    try (HomeLock _ = locked()) {
      SettingsVersion known = upToDate(SettingsVersion.written(home));
      return known.values().equals(values) ? known : written(new TreeMap<>(values), by);
    }
  }

  /// The version that holds, once an edit by hand has become one.
  public SettingsVersion known() throws IOException {
    return put(Map.of(), HAND);
  }

  private HomeLock locked() throws IOException {
    Files.createDirectories(home.settings());
    return HomeLock.tryTake(home.settings().resolve("lock")).orElseThrow(Busy::new);
  }

  private SettingsVersion upToDate(SortedMap<String, String> written) throws IOException {
    Optional<SettingsVersion> newest = SettingsVersion.newest(home);
    return newest.isPresent() && newest.get().values().equals(written)
        ? newest.get()
        : SettingsVersion.add(
            home, written, newest.isEmpty() && written.isEmpty() ? NOBODY : HAND, clock.instant());
  }

  /// The file first: cut off between the two, it is found as an edit, and nothing is lost.
  private SettingsVersion written(SortedMap<String, String> all, String by) throws IOException {
    Config.of(all);
    Path draft = home.config().resolveSibling("config.json.part");
    Files.write(draft, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(file(all)));
    Files.move(
        draft, home.config(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return SettingsVersion.add(home, new TreeMap<>(all), by, clock.instant());
  }

  /// What the owner wrote stays as they wrote it where it says the same.
  private ObjectNode file(SortedMap<String, String> all) throws IOException {
    JsonNode known =
        Files.exists(home.config()) ? Json.read(Files.readString(home.config())) : Json.object();
    ObjectNode file = Json.object();
    known
        .properties()
        .forEach(entry -> {
          if (entry.getValue().asText().equals(all.get(entry.getKey()))) {
            file.set(entry.getKey(), entry.getValue());
          }
        });
    all.forEach((key, value) -> {
      if (!file.has(key)) {
        file.put(key, value);
      }
    });
    return file;
  }
}
