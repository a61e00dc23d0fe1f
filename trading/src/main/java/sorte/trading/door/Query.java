package sorte.trading.door;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands in a request's address: the variable parts of its path (`/changes/{id}`), in order,
/// and its query.
public record Query(List<String> path, Map<String, String> values) {

  public Query {
    path = List.copyOf(path);
    values = Map.copyOf(values);
  }

  static Query of(List<String> path, URI uri) {
    Map<String, String> values = new LinkedHashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.put(decoded(key), decoded(value));
      }
    }
    return new Query(path, values);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  public String text(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  /// A text that must be there.
  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw DoorError.badRequest("missing-" + key, "?" + key + "= is missing", "send it");
    }
    return value;
  }

  public long number(String key, long otherwise) {
    String value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException _) {
      throw DoorError.badRequest(
          "bad-" + key, key + " must be a whole number, was " + value, "correct it");
    }
  }
}
