package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The files of an edit: path to new text, null where a file goes.
final class Patch {
  private Patch() {}

  /// SHA-256 over the files in the order of their paths.
  static String digest(JsonNode files) {
    MessageDigest sha = sha256();
    Map<String, JsonNode> sorted = new TreeMap<>();
    files.properties().forEach(file -> sorted.put(file.getKey(), file.getValue()));
    sorted.forEach((path, text) -> {
      put(sha, path);
      put(sha, text.isNull() ? "\0gone" : text.asText());
    });
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void put(MessageDigest sha, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// `base` with `patch` on it.
  static ObjectNode on(ObjectNode base, JsonNode patch) {
    ObjectNode files = base.deepCopy();
    patch
        .properties()
        .forEach(file -> {
          if (file.getValue().isNull()) {
            files.remove(file.getKey());
          } else {
            files.set(file.getKey(), file.getValue());
          }
        });
    return files;
  }

  /// The patch that undoes `patch` over `base`.
  static ObjectNode undo(ObjectNode base, JsonNode patch) {
    ObjectNode files = base.objectNode();
    patch
        .properties()
        .forEach(file -> {
          JsonNode old = base.get(file.getKey());
          files.set(file.getKey(), old == null ? files.nullNode() : old);
        });
    return files;
  }
}
