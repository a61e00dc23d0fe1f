package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
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
      audit.commits();
      return new Report(audit.entries, audit.head, Optional.empty());
    } catch (Bad bad) {
      return new Report(audit.entries, audit.head, Optional.of(String.valueOf(bad.getMessage())));
    } catch (CorruptLog | DoorError | IllegalArgumentException e) {
      return new Report(
          audit.entries, audit.head, Optional.of("entry " + audit.entries + ": " + e.getMessage()));
    }
  }

  private void log(Path file) throws IOException {
    if (!Files.exists(TransparencyLog.headFile(home))) {
      throw new Bad("the log's head is missing");
    }
    JsonNode stated = Json.read(Files.readAllBytes(TransparencyLog.headFile(home)));
    long count = stated.path("entries").asLong(-1);
    String hash = stated.path("head").asText();
    AppendLog.read(
        file,
        (n, payload) -> {
          entry(n, payload);
          entries = n + 1;
          headSeen |= entries == count && head.equals(hash);
        });
    if (!headSeen && !(count == 0 && entries == 0)) {
      throw new Bad("the log's head: the log no longer holds the " + count + " entries it had");
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
    if (read.path("attestation").isObject()) {
      attested(at, read);
    }
  }

  private void attested(String at, JsonNode body) throws IOException {
    String artifact = Json.text(body, "artifact");
    byte[] attestation = Json.bytes(body.path("attestation"));
    switch (Attestation.read(attestation, guardian)) {
      case Attestation.Reading.Refused(String reason) -> throw new Bad(at + reason);
      case Attestation.Reading.Attested(Attestation a) -> {
        if (!a.artifact().equals(artifact)) {
          throw new Bad(at + "its attestation is of another artefact");
        }
      }
    }
    Path jar = home.storeArtifact(artifact);
    if (!Files.exists(jar) || !Digest.sha256(Files.readAllBytes(jar)).equals(artifact)) {
      throw new Bad(at + "the artefact " + artifact + " is missing or was altered");
    }
    Path stored = home.storeAttestation(artifact);
    if (Files.exists(stored)
        && !(Attestation.read(Files.readAllBytes(stored), guardian)
            instanceof Attestation.Reading.Attested)) {
      throw new Bad(at + "the attestation of " + artifact + " in the store was altered");
    }
  }

  private void commits() throws IOException {
    if (!Files.exists(home.repository().resolve("HEAD"))) {
      throw new Bad("the repository of record is missing");
    }
    try (Repository git =
            new FileRepositoryBuilder().setGitDir(home.repository().toFile()).setBare().build();
        RevWalk walk = new RevWalk(git)) {
      for (Ref ref : git.getRefDatabase().getRefs()) {
        ObjectId id = ref.getObjectId();
        if (id != null) {
          walk.markStart(walk.parseCommit(id));
        }
      }
      for (RevCommit commit : walk) {
        commit(commit);
      }
    } catch (IOException e) {
      throw new Bad("the repository: " + e.getMessage());
    }
  }

  /// A commit's own bytes without the signature's header are what was signed.
  private void commit(RevCommit commit) {
    byte[] raw = commit.getRawBuffer();
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("\ngpgsig ");
    int blank = text.indexOf("\n\n");
    byte[] signature = commit.getRawGpgSignature();
    if (signature == null || start < 0 || blank < start) {
      throw new Bad("commit " + commit.name() + " is not signed");
    }
    int end = start + 1;
    do {
      end = text.indexOf('\n', end) + 1;
    } while (text.charAt(end) == ' ');
    byte[] content = Arrays.copyOf(raw, start + 1 + raw.length - end);
    System.arraycopy(raw, end, content, start + 1, raw.length - end);
    byte[] rawKey =
        Arrays.copyOfRange(key.getEncoded(), key.getEncoded().length - 32, key.getEncoded().length);
    Optional<byte[]> signed =
        SshSignature.signature(new String(signature, StandardCharsets.US_ASCII), rawKey);
    if (signed.isEmpty()
        || !SigningKey.signed(key, SshSignature.toSign(content), signed.get())
        || !new org.eclipse.jgit.lib.ObjectInserter.Formatter()
            .idFor(Constants.OBJ_COMMIT, raw)
            .equals(commit.getId())) {
      throw new Bad("commit " + commit.name() + ": its signature does not match");
    }
  }
}
