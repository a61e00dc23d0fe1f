package sorte.change.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A JSON object read key by key, strictly: a key of another type, a missing one or one that nobody
/// asked for is an error that names it.
final class Fields {
  private final String where;
  private final JsonNode json;
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(String where, JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException(where + " must be an object, was " + json.getNodeType());
    }
    this.where = where;
    this.json = json;
  }

  boolean has(String key) {
    asked.add(key);
    return json.has(key);
  }

  JsonNode node(String key) {
    if (!has(key)) {
      throw new IllegalArgumentException(where + " needs \"" + key + "\"");
    }
    return json.get(key);
  }

  JsonNode array(String key) {
    JsonNode node = node(key);
    return node.isArray() ? node : wrong(key, "an array", node);
  }

  Fields object(String key) {
    return new Fields(where + "." + key, node(key));
  }

  String text(String key) {
    JsonNode node = node(key);
    return (node.isTextual() ? node : wrong(key, "a text", node)).textValue();
  }

  @Nullable String optionalText(String key) {
    return has(key) ? text(key) : null;
  }

  double number(String key) {
    JsonNode node = node(key);
    return (node.isNumber() ? node : wrong(key, "a number", node)).doubleValue();
  }

  @Nullable Double optionalNumber(String key) {
    return has(key) ? Double.valueOf(number(key)) : null;
  }

  boolean flag(String key) {
    JsonNode node = node(key);
    return (node.isBoolean() ? node : wrong(key, "true or false", node)).booleanValue();
  }

  @Nullable Integer optionalInteger(String key) {
    if (!has(key)) {
      return null;
    }
    JsonNode node = node(key);
    return (node.canConvertToInt() && node.isIntegralNumber() ? node : wrong(key, "whole", node))
        .intValue();
  }

  <E extends Enum<E> & Named> E named(String key, Class<E> set) {
    String code = text(key);
    Optional<E> found = Named.find(set, code);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(where + "." + key + " cannot be \"" + code + "\"");
    }
    return found.get();
  }

  <E extends Enum<E> & Named> @Nullable E optionalNamed(String key, Class<E> set) {
    return has(key) ? named(key, set) : null;
  }

  void nothingElse() {
    Set<String> left = new TreeSet<>();
    for (Iterator<String> each = json.fieldNames(); each.hasNext(); ) {
      left.add(each.next());
    }
    left.removeAll(asked);
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(where + " has keys that it may not have: " + left);
    }
  }

  private JsonNode wrong(String key, String wanted, JsonNode seen) {
    throw new IllegalArgumentException(where + "." + key + " must be " + wanted + ", was " + seen);
  }
}
