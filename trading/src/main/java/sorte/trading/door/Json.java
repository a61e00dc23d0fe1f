package sorte.trading.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/// JSON as all of Sorte reads and writes it: strict (no duplicate keys, nothing behind the
/// document), bounded, UTF-8.
public final class Json {

  /// The deepest nesting that is read.
  public static final int DEEPEST = 64;

  /// The longest string that is read, in characters.
  public static final int LONGEST_STRING = 8 * 1024 * 1024;

  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_STRING)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// The document in `text`.
  ///
  /// @throws DoorError when it is not JSON, saying where
  public static JsonNode read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null ? MAPPER.missingNode() : node;
    } catch (JsonProcessingException e) {
      throw DoorError.badRequest("not-json", e.getOriginalMessage(), "send one JSON document");
    }
  }

  public static JsonNode read(byte[] utf8) {
    return read(new String(utf8, StandardCharsets.UTF_8));
  }

  public static JsonNode tree(Object value) {
    return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
  }

  /// One line, no line break.
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  public static byte[] bytes(Object value) {
    return line(value).getBytes(StandardCharsets.UTF_8);
  }

  /// A text that must be there.
  public static String text(JsonNode body, String key) {
    JsonNode value = body.path(key);
    if (!value.isTextual()) {
      throw DoorError.badRequest("missing-" + key, "\"" + key + "\" must be a text", "send it");
    }
    return value.textValue();
  }
}
