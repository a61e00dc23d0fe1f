package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  private static final byte[] TYPE = "\",\"type\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] QUOTE = "\"".getBytes(StandardCharsets.US_ASCII);

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

  /// An entry that follows the one before it. What an entry says is read where it is needed.
  static final class Followed {
    private final long n;
    private final String type;
    private final byte[] text;
    private final int own;
    private final byte[] leaf;

    private Followed(long n, String type, byte[] text, int own, byte[] leaf) {
      this.n = n;
      this.type = type;
      this.text = text;
      this.own = own;
      this.leaf = leaf;
    }

    long n() {
      return n;
    }

    String type() {
      return type;
    }

    JsonNode body() {
      return Json.read(text);
    }

    /// Its leaf hash.
    byte[] leaf() {
      return leaf;
    }

    /// Whether its own keys begin with these characters.
    boolean begins(byte[] keys) {
      return startsAt(text, own, keys);
    }
  }

  /// @throws LogAltered when it does not follow
  Followed follow(byte[] payload) {
    byte[] leaf = merkle.leaf(payload);
    boolean first = startsAt(payload, 0, FIRST_FORM);
    String expected = first ? head : lastLeaf;
    byte[] text = first ? firstForm(payload) : payload;
    if (first && ofFirstForm != entries) {
      throw new LogAltered(entries, "it has the form of before, behind entries of this one");
    }
    byte[] beginning =
        ("{\"n\":" + entries + ",\"previous\":\"" + expected + "\",\"at\":\"")
            .getBytes(StandardCharsets.US_ASCII);
    if (!startsAt(text, 0, beginning)) {
      throw altered(text);
    }
    int type = after(text, beginning.length, TYPE);
    int own = after(text, type, QUOTE);
    Followed followed =
        new Followed(
            entries,
            new String(text, type, own - type - 1, StandardCharsets.UTF_8),
            text,
            own,
            leaf);
    lastLeaf = HexFormat.of().formatHex(leaf);
    ofFirstForm += first ? 1 : 0;
    entries++;
    return followed;
  }

  /// Why an entry does not begin as the next one does.
  private LogAltered altered(byte[] text) {
    JsonNode body = Json.read(text);
    return body.path("n").asLong(-1) == entries
        ? new LogAltered(
            Math.max(0, entries - 1), "it was altered, or what follows it was: they do not join")
        : new LogAltered(entries, "it has the number " + body.path("n").asText("of none"));
  }

  private int after(byte[] text, int from, byte[] wanted) {
    for (int at = from; at <= text.length - wanted.length; at++) {
      if (text[at] == wanted[0] && startsAt(text, at, wanted)) {
        return at + wanted.length;
      }
    }
    throw new LogAltered(entries, "it has no type");
  }

  private byte[] firstForm(byte[] payload) {
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
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean startsAt(byte[] bytes, int at, byte[] wanted) {
    return at + wanted.length <= bytes.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
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
