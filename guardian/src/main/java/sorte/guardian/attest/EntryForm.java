package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import sorte.trading.door.Json;
import sorte.trading.release.GuardianKey;
import sorte.trading.release.GuardianKey.Digest;

/// Reads entry after entry and holds each to the one before it. In the second form an entry is JSON
/// that names the leaf hash of the one before; in the first, of before ADR 0089, `{"body", "hash",
/// "signature"}` whose body names the hash of the body before.
final class EntryForm {

  /// What the first entry names as the one before it.
  static final String GENESIS = "0".repeat(64);

  private static final String DOMAIN = "sorte-guardian-log-1\n";
  private static final byte[] FIRST_FORM = "{\"body\":".getBytes(StandardCharsets.US_ASCII);

  private final GuardianKey key;
  private final Merkle merkle;
  private String head = GENESIS;
  private String lastLeaf = GENESIS;
  private long entries;
  private long ofFirstForm;

  EntryForm(GuardianKey key, Merkle merkle) {
    this.key = key;
    this.merkle = merkle;
  }

  /// An entry that follows the one before it.
  ///
  /// @param leaf its leaf hash
  record Followed(long n, String type, JsonNode body, byte[] leaf) {}

  /// @throws LogAltered when it does not follow
  Followed follow(byte[] payload) {
    byte[] leaf = merkle.leaf(payload);
    boolean first = startsWith(payload, FIRST_FORM);
    String headBefore = head;
    JsonNode body = first ? firstForm(payload) : Json.read(payload);
    if (body.path("n").asLong(-1) != entries) {
      throw new LogAltered(entries, "it has the number " + body.path("n").asText("of none"));
    }
    if (first && ofFirstForm != entries) {
      throw new LogAltered(entries, "it has the form of before, behind entries of this one");
    }
    String expected = first ? headBefore : lastLeaf;
    if (!body.path("previous").asText().equals(expected)) {
      throw new LogAltered(
          Math.max(0, entries - 1), "it was altered, or what follows it was: they do not join");
    }
    Followed followed = new Followed(entries, Json.text(body, "type"), body, leaf);
    lastLeaf = HexFormat.of().formatHex(leaf);
    ofFirstForm += first ? 1 : 0;
    entries++;
    return followed;
  }

  private JsonNode firstForm(byte[] payload) {
    JsonNode json = Json.read(payload);
    String body = Json.text(json, "body");
    String hash = Digest.sha256(body.getBytes(StandardCharsets.UTF_8));
    if (!hash.equals(Json.text(json, "hash"))) {
      throw new LogAltered(entries, "its content was altered");
    }
    byte[] signature = Base64.getDecoder().decode(Json.text(json, "signature"));
    if (!key.signed((DOMAIN + hash).getBytes(StandardCharsets.US_ASCII), signature)) {
      throw new LogAltered(entries, "its signature does not match");
    }
    head = hash;
    return Json.read(body);
  }

  private static boolean startsWith(byte[] bytes, byte[] head) {
    return bytes.length >= head.length
        && java.util.Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }

  long entries() {
    return entries;
  }

  /// How many entries, from the first on, have the form of before.
  long ofFirstForm() {
    return ofFirstForm;
  }

  /// The leaf hash of the last entry, which the next one has to name.
  String lastLeaf() {
    return lastLeaf;
  }

  /// Where the entries of the first form end: the hash that the head of before signed.
  String headOfFirstForm() {
    return head;
  }
}
