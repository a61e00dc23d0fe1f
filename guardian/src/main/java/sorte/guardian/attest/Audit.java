package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.journal.AppendLog;
import sorte.trading.journal.CorruptLog;
import sorte.trading.release.Attestation;
import sorte.trading.release.GuardianKey;
import sorte.trading.release.GuardianKey.Digest;

/// Recomputes everything that the guardian signed, without a running system: the log's chain and
/// signatures, the artefacts and attestations it names, the signatures of the commits.
public final class Audit {

  /// What an audit found.
  ///
  /// @param firstBad the first thing that is not as it was signed; empty when all is
  public record Report(long entries, String head, Optional<String> firstBad) {
    public boolean ok() {
      return firstBad.isEmpty();
    }

    /// The document of docs/contracts/cli.md.
    public ObjectNode toJson() {
      ObjectNode json = Json.object().put("ok", ok()).put("entries", entries).put("head", head);
      return firstBad.isPresent() ? json.put("firstBad", firstBad.get()) : json.putNull("firstBad");
    }
  }

  private final Home home;
  private final PublicKey key;
  private final GuardianKey guardian;
  private final Map<String, JsonNode> leaves = new TreeMap<>();
  private final Map<String, String> commits = new TreeMap<>();
  private final Map<String, String> aborted = new TreeMap<>();
  private final Map<String, JsonNode> judged = new TreeMap<>();
  private String main = "";
  private String mainBefore = "-";
  private String lastCommitted = "";
  private String lastAborted = "";
  private long entries;
  private String head = TransparencyLog.GENESIS;
  private boolean headSeen;

  private Audit(Home home, PublicKey key) {
    this.home = home;
    this.key = key;
    this.guardian = GuardianKey.of(key);
  }

  /// Thrown at the first bad thing, inside this class.
  private static final class Bad extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bad(String what) {
      super(what, null, false, false);
    }
  }

  /// Looks at all of `home`. A home where nothing was judged yet is in order.
  public static Report verify(Home home) throws IOException {
    Path file = TransparencyLog.file(home);
    if (!Files.exists(file)) {
      boolean used = Files.exists(home.publicKey()) && Files.exists(home.store());
      return new Report(
          0,
          TransparencyLog.GENESIS,
          used ? Optional.of("the guardian's log is missing") : Optional.empty());
    }
    PublicKey key;
    try {
      key = SigningKey.published(home);
    } catch (IOException e) {
      return new Report(0, TransparencyLog.GENESIS, Optional.of(String.valueOf(e.getMessage())));
    }
    Audit audit = new Audit(home, key);
    try {
      audit.log(file);
      audit.store();
      audit.repository();
      return new Report(audit.entries, audit.head, Optional.empty());
    } catch (Bad bad) {
      return new Report(audit.entries, audit.head, Optional.of(String.valueOf(bad.getMessage())));
    } catch (CorruptLog | DoorError | IllegalArgumentException e) {
      return new Report(
          audit.entries, audit.head, Optional.of("entry " + audit.entries + ": " + e.getMessage()));
    }
  }

  private void log(Path file) throws IOException {
    Head stated;
    try {
      stated =
          Head.read(TransparencyLog.headFile(home), key)
              .orElseThrow(() -> new Bad("the log's head is missing"));
    } catch (IOException e) {
      throw new Bad(String.valueOf(e.getMessage()));
    }
    AppendLog.read(
        file,
        (n, payload) -> {
          entry(n, payload);
          entries = n + 1;
          headSeen |= stated.is(entries, head);
        });
    boolean ends = stated.entries() == 0 || headSeen;
    if (!ends || entries > stated.entries() + 1) {
      throw new Bad(
          "the log's head: it says %d entries, the log has %d"
              .formatted(stated.entries(), entries));
    }
  }

  private void entry(long n, byte[] payload) throws IOException {
    String at = "entry " + n + ": ";
    JsonNode json = Json.read(payload);
    String body = Json.text(json, "body");
    String hash = TransparencyLog.hash(body);
    if (!hash.equals(Json.text(json, "hash"))) {
      throw new Bad(at + "its content was altered");
    }
    byte[] signature = Base64.getDecoder().decode(Json.text(json, "signature"));
    if (!SigningKey.signed(key, TransparencyLog.toSign(hash), signature)) {
      throw new Bad(at + "its signature does not match");
    }
    JsonNode read = Json.read(body);
    if (read.path("n").asLong(-1) != n || !Json.text(read, "previous").equals(head)) {
      throw new Bad(at + "it does not follow the entry before it");
    }
    head = hash;
    taken(at, read);
  }

  /// What an entry says there must be.
  private void taken(String at, JsonNode body) {
    String change = body.path("change").asText();
    String commit = body.path("commit").asText();
    String type = Json.text(body, "type");
    lastCommitted = type.equals("Committed") ? change : "";
    lastAborted = type.equals("Aborted") || type.equals("Reverted") ? change : "";
    mainBefore = "-";
    if (body.path("attestation").isObject()) {
      attested(at, body);
    }
    switch (type) {
      case "Seeded" -> {
        main = commit;
        mainBefore = commit;
      }
      case "Advanced", "Reverted" -> {
        mainBefore = main;
        main = commit;
      }
      case "Judged" -> judged.put(change, body);
      case "Committed" -> commits.put(change, commit);
      case "Aborted" -> {}
      default -> throw new Bad(at + "it is of an unknown type, " + body.path("type").asText());
    }
    switch (type) {
      case "Aborted", "Reverted" -> aborted.put(change, commits.getOrDefault(change, ""));
      default -> {}
    }
  }

  private void attested(String at, JsonNode body) {
    String artifact = Json.text(body, "artifact");
    switch (Attestation.read(Json.bytes(body.path("attestation")), guardian)) {
      case Attestation.Reading.Refused(String reason) -> throw new Bad(at + reason);
      case Attestation.Reading.Attested(Attestation a) -> {
        if (!a.artifact().equals(artifact)) {
          throw new Bad(at + "its attestation is of another artefact");
        }
      }
    }
    leaves.put(artifact, body);
  }

  /// Every artefact that has a leaf, whole, with the very attestation of its last leaf; and nothing
  /// in the store that has none.
  private void store() throws IOException {
    for (Map.Entry<String, JsonNode> leaf : leaves.entrySet()) {
      String artifact = leaf.getKey();
      Path jar = home.storeArtifact(artifact);
      if (!Files.exists(jar) || !Digest.sha256(Files.readAllBytes(jar)).equals(artifact)) {
        throw new Bad("the artefact " + artifact + " is missing or was altered");
      }
      Path stored = home.storeAttestation(artifact);
      if (!Files.exists(stored)) {
        throw new Bad("the attestation of " + artifact + " is missing from the store");
      }
      byte[] logged = Json.bytes(leaf.getValue().path("attestation"));
      if (!Arrays.equals(Files.readAllBytes(stored), logged)) {
        throw new Bad("the attestation of " + artifact + " in the store is not the one in the log");
      }
    }
    stored(home.store().resolve("attestations"));
  }

  private void stored(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        String artifact = name.replaceAll("\\..*", "");
        boolean unfinished = name.endsWith(".part");
        if (!unfinished && !leaves.containsKey(artifact)) {
          throw new Bad("the attestation " + name + " in the store has no leaf in the log");
        }
      }
    }
  }

  private void repository() throws IOException {
    RepositoryAudit.of(
            home,
            key,
            new RepositoryAudit.Said(
                main,
                mainBefore,
                lastCommitted,
                lastAborted,
                commits,
                aborted,
                judged,
                leaves.values()))
        .ifPresent(what -> {
          throw new Bad(what);
        });
  }
}
