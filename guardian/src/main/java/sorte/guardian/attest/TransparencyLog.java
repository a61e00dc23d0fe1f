package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.journal.AppendLog;
import sorte.trading.release.GuardianKey.Digest;

/// Every verdict there ever was, each signed, each naming the hash of the one before it. What
/// `append` returned is on the disk. A signed head beside the log tells that a tail was cut off.
public final class TransparencyLog implements AutoCloseable {
  /// The hash that the first entry names.
  public static final String NOTHING = "0".repeat(64);

  private static final int VERSION = 1;

  private final AppendLog file;
  private final Path headFile;
  private final SigningKey key;
  private final InstantSource clock;
  private final List<Leaf> leaves = new ArrayList<>();

  private TransparencyLog(AppendLog file, Path headFile, SigningKey key, InstantSource clock) {
    this.file = file;
    this.headFile = headFile;
    this.key = key;
    this.clock = clock;
  }

  static Path file(Home home) {
    return home.guardianLog().resolve("transparency.log");
  }

  static Path headFile(Home home) {
    return home.guardianLog().resolve("head.json");
  }

  /// Opens the log of `home`. A log that does not verify is not written to.
  public static TransparencyLog open(Home home, SigningKey key, InstantSource clock)
      throws IOException {
    Files.createDirectories(home.guardianLog());
    AppendLog file = AppendLog.open(file(home));
    TransparencyLog log = new TransparencyLog(file, headFile(home), key, clock);
    try {
      file.read(
          0,
          (_, payload) -> {
            Reading read = read(payload, log.leaves.size(), log.head(), key.publicKey());
            switch (read) {
              case Reading.Sound(Leaf leaf) -> log.leaves.add(leaf);
              case Reading.Bad(String what) ->
                  throw new IOException(
                      "entry %d of the guardian's log: %s; restore it from a backup"
                          .formatted(log.leaves.size(), what));
            }
          });
      log.writeHead();
      return log;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// Writes one entry.
  public synchronized Leaf append(String kind, ObjectNode body) throws IOException {
    Instant at = clock.instant();
    ObjectNode entry =
        Json.object()
            .put("v", VERSION)
            .put("n", leaves.size())
            .put("prev", head())
            .put("at", at.toString())
            .put("kind", kind);
    entry.set("body", body);
    byte[] content = Json.bytes(entry);
    Base64.Encoder base64 = Base64.getEncoder();
    byte[] record =
        Json.bytes(
            Json.object()
                .put("entry", base64.encodeToString(content))
                .put("sig", base64.encodeToString(key.sign(content))));
    file.append(record);
    Leaf leaf = new Leaf(leaves.size(), at, kind, body.deepCopy(), Digest.sha256(record));
    leaves.add(leaf);
    writeHead();
    return leaf;
  }

  public synchronized List<Leaf> leaves() {
    return List.copyOf(leaves);
  }

  /// The hash of the last entry.
  public synchronized String head() {
    return leaves.isEmpty() ? NOTHING : leaves.getLast().hash();
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }

  private void writeHead() throws IOException {
    ObjectNode head = Json.object().put("entries", leaves.size()).put("head", head());
    byte[] content = Json.bytes(head);
    head.put("sig", Base64.getEncoder().encodeToString(key.sign(content)));
    Path draft = headFile.resolveSibling(headFile.getFileName() + ".part");
    Files.write(draft, Json.bytes(head));
    Files.move(
        draft, headFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// How reading one record ended.
  sealed interface Reading {
    record Sound(Leaf leaf) implements Reading {}

    record Bad(String what) implements Reading {}
  }

  /// Reads and verifies one record, believing nothing before its signature.
  static Reading read(byte[] record, long number, String previous, java.security.PublicKey key) {
    try {
      JsonNode envelope = Json.read(record);
      byte[] content = Base64.getDecoder().decode(Json.text(envelope, "entry"));
      byte[] signature = Base64.getDecoder().decode(Json.text(envelope, "sig"));
      if (!Signatures.good(key, content, signature)) {
        return new Reading.Bad("its signature does not match its content");
      }
      JsonNode entry = Json.read(content);
      if (entry.path("v").asInt() != VERSION) {
        return new Reading.Bad("it has version " + entry.path("v"));
      }
      if (entry.path("n").asLong(-1) != number) {
        return new Reading.Bad("it is numbered " + entry.path("n"));
      }
      if (!entry.path("prev").asText().equals(previous)) {
        return new Reading.Bad("it does not follow the entry before it");
      }
      return new Reading.Sound(
          new Leaf(
              number,
              Instant.parse(Json.text(entry, "at")),
              Json.text(entry, "kind"),
              entry.path("body"),
              Digest.sha256(record)));
    } catch (DoorError | IllegalArgumentException | java.time.DateTimeException e) {
      return new Reading.Bad("it cannot be read: " + e.getMessage());
    }
  }
}
