package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.Candidate.Origin;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// What a request's body asks for; nonsense is refused by name.
final class Asked {
  private static final String CHANGE = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

  private Asked() {}

  static String change(JsonNode body) {
    JsonNode value = body.path("change");
    String change = value.isNumber() ? value.asText() : Json.text(body, "change");
    if (!change.matches(CHANGE)) {
      throw DoorError.badRequest(
          "bad-change", "a change's id is letters, digits, - and _", "send its id");
    }
    return change;
  }

  static Origin origin(JsonNode body) {
    String said = body.path("origin").asText("person");
    return switch (said) {
      case "person" -> Origin.PERSON;
      case "hand" -> Origin.HAND;
      case "own" -> Origin.OWN;
      default ->
          throw DoorError.badRequest(
              "bad-origin", "\"origin\" was " + said, "send person, hand or own");
    };
  }

  static String word(Origin origin) {
    return switch (origin) {
      case PERSON, CHECK -> "person";
      case HAND -> "hand";
      case OWN -> "own";
    };
  }

  static SortedMap<String, Optional<String>> files(JsonNode body) {
    JsonNode node = body.path("files");
    if (!node.isObject()) {
      throw DoorError.badRequest(
          "missing-files", "\"files\" must be an object of texts", "send the new texts by path");
    }
    SortedMap<String, Optional<String>> files = new TreeMap<>();
    node.properties()
        .forEach(file ->
            files.put(
                file.getKey(),
                file.getValue().isNull()
                    ? Optional.empty()
                    : Optional.of(Json.text(node, file.getKey()))));
    return files;
  }

  static String author(JsonNode body) {
    String name = body.path("author").asText().replaceAll("[<>\\p{Cntrl}]", " ").strip();
    return name.isEmpty() ? "owner" : name;
  }

  static Instant time(JsonNode body) {
    JsonNode time = body.path("time");
    try {
      return time.isNumber()
          ? Instant.ofEpochMilli(time.longValue())
          : Instant.parse(Json.text(body, "time"));
    } catch (DateTimeException _) {
      throw DoorError.badRequest(
          "bad-time", "\"time\" was " + time, "send ISO-8601 UTC or epoch milliseconds");
    }
  }
}
