package sorte.trading.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// The settings as they were from one moment on. Each version is a file of its own in `settings/`,
/// never written again; the newest is what the processes read, also while they run.
///
/// @param number from 1 on
/// @param by who made it: `cli`, `up`, or `hand` for an edit of `config.json` that was found,
///   `nobody` for a home in which nothing was set
/// @param values what is set, by key; what is not set has its default
public record SettingsVersion(int number, Instant at, String by, SortedMap<String, String> values) {
  private static final String NAME = "%06d.json";

  public SettingsVersion {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /// Every version of `home`, in order.
  public static List<SettingsVersion> all(Home home) throws IOException {
    List<SettingsVersion> versions = new ArrayList<>();
    for (Path file : files(home)) {
      versions.add(read(file));
    }
    return versions;
  }

  /// The one that holds; none where nobody ever made one.
  public static Optional<SettingsVersion> newest(Home home) throws IOException {
    List<Path> files = files(home);
    return files.isEmpty() ? Optional.empty() : Optional.of(read(files.getLast()));
  }

  /// Writes the next version down. Whoever calls holds the lock of the settings.
  public static SettingsVersion add(
      Home home, SortedMap<String, String> values, String by, Instant at) throws IOException {
    int number = newest(home).map(SettingsVersion::number).orElse(0) + 1;
    SettingsVersion version = new SettingsVersion(number, at, by, values);
    Path file = home.settings().resolve(NAME.formatted(number));
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.write(draft, Json.bytes(version.toJson()));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return version;
  }

  /// What stands in the owner's `config.json`, by key; empty where it is not there.
  public static SortedMap<String, String> written(Home home) throws IOException {
    SortedMap<String, String> values = new TreeMap<>();
    if (Files.exists(home.config())) {
      texts(json(home.config()), values);
    }
    return values;
  }

  /// What holds for the processes: the newest version, else what is written.
  public static SortedMap<String, String> held(Home home) throws IOException {
    Optional<SettingsVersion> newest = newest(home);
    return newest.isPresent() ? newest.get().values() : written(home);
  }

  public ObjectNode toJson() {
    ObjectNode json = Json.object().put("version", number).put("at", at.toString()).put("by", by);
    ObjectNode all = json.putObject("values");
    values.forEach(all::put);
    return json;
  }

  private static List<Path> files(Home home) throws IOException {
    if (!Files.isDirectory(home.settings())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.settings())) {
      return files
          .filter(f -> f.getFileName().toString().matches("[0-9]{6}\\.json"))
          .sorted()
          .toList();
    }
  }

  private static SettingsVersion read(Path file) throws IOException {
    JsonNode json = json(file);
    SortedMap<String, String> values = new TreeMap<>();
    texts(json.path("values"), values);
    try {
      return new SettingsVersion(
          json.path("version").asInt(),
          Instant.parse(json.path("at").asText()),
          json.path("by").asText(),
          values);
    } catch (DateTimeException _) {
      throw new Config.BadConfig(List.of(file + " is no version of the settings"));
    }
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      return Json.read(Files.readString(file));
    } catch (DoorError e) {
      throw new Config.BadConfig(List.of(file + " is not JSON: " + e.what()));
    }
  }

  private static void texts(JsonNode json, SortedMap<String, String> into) {
    json.properties().forEach(entry -> into.put(entry.getKey(), entry.getValue().asText()));
  }
}
