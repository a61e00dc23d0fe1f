package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.journal.CorruptLog;
import sorte.trading.release.Attestation;
import sorte.trading.release.GuardianKey;
import sorte.trading.release.GuardianKey.Digest;
import sorte.trading.release.Revocations;

/// Recomputes everything that the guardian signed, without a running system: the log's tree, its
/// checkpoints and what a witness saw; the artefacts and attestations it names, the signatures of
/// the commits, the commander's log as far as it was noted.
public final class Audit {

  /// How often a log that grew while it was looked at is looked at again.
  private static final int TRIES = 20;

  private static final long REST_MILLIS = 100;

  /// What an audit found.
  ///
  /// @param head the root of the log's tree; before ADR 0089 the last entry's hash
  /// @param firstBad the first thing that is not as it was signed; empty when all is
  /// @param witnessed how many entries the witness copy saw; empty without one
  public record Report(
      long entries, String head, Optional<String> firstBad, Optional<Long> witnessed) {
    public boolean ok() {
      return firstBad.isEmpty();
    }

    /// The document of docs/contracts/cli.md.
    public ObjectNode toJson() {
      ObjectNode json = Json.object().put("ok", ok()).put("entries", entries).put("head", head);
      firstBad.ifPresentOrElse(bad -> json.put("firstBad", bad), () -> json.putNull("firstBad"));
      witnessed.ifPresent(seen -> json.put("witnessed", seen));
      return json;
    }
  }

  private final Home home;
  private final GuardianKey guardian;
  private final Map<String, JsonNode> leaves = new TreeMap<>();
  private final Map<String, String> commits = new TreeMap<>();
  private final Map<String, String> aborted = new TreeMap<>();
  private final Map<String, JsonNode> judged = new TreeMap<>();
  private final List<JsonNode> seeded = new ArrayList<>();
  private final NotedEvents noted = new NotedEvents();
  private final Revoked revoked = new Revoked();
  private boolean ofBefore;
  private String main = "";
  private String mainBefore = "-";
  private String lastCommitted = "";
  private String lastAborted = "";
  private long entries;
  private String head = EntryForm.GENESIS;
  private Optional<Long> witnessed = Optional.empty();

  private Audit(Home home, GuardianKey guardian) {
    this.home = home;
    this.guardian = guardian;
  }

  /// Looks at all of `home`, without a witness.
  public static Report verify(Home home) throws IOException {
    return verify(home, Optional.empty());
  }

  /// Looks at all of `home`. A home where nothing was judged yet is in order. A log that grew
  /// meanwhile is looked at again.
  ///
  /// @param witness the witness copy, where one is kept
  public static Report verify(Home home, Optional<Path> witness) throws IOException {
    for (int tried = 1; ; tried++) {
      byte[] before = checkpoint(home);
      Report report = once(home, witness);
      if (report.ok() || tried == TRIES || Arrays.equals(before, checkpoint(home))) {
        return report;
      }
      try {
        Thread.sleep(REST_MILLIS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return report;
      }
    }
  }

  private static byte[] checkpoint(Home home) throws IOException {
    Path file = LogFolder.of(home).checkpoint();
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static Report once(Home home, Optional<Path> witness) throws IOException {
    Path file = TransparencyLog.file(home);
    if (!Files.exists(file)) {
      boolean used = Files.exists(home.publicKey()) && Files.exists(home.store());
      return none(used ? Optional.of("the guardian's log is missing") : Optional.empty());
    }
    GuardianKey key;
    try {
      key = GuardianKey.read(home.publicKey());
    } catch (IOException e) {
      return none(Optional.of(String.valueOf(e.getMessage())));
    }
    Audit audit = new Audit(home, key);
    try {
      audit.log(witness);
      audit.noted.hold(home.changesLog());
      audit.store();
      audit.repository();
      return audit.report(Optional.empty());
    } catch (LogAltered altered) {
      return audit.report(Optional.of(altered.what()));
    } catch (CorruptLog | DoorError | IllegalArgumentException e) {
      return audit.report(Optional.of("entry " + audit.entries + ": " + e.getMessage()));
    }
  }

  private static Report none(Optional<String> bad) {
    return new Report(0, EntryForm.GENESIS, bad, Optional.empty());
  }

  private Report report(Optional<String> bad) {
    return new Report(entries, head, bad, witnessed);
  }

  private void log(Optional<Path> witness) throws IOException {
    List<Checkpoint> seen = List.of();
    if (witness.isPresent() && Files.exists(witness.get())) {
      try {
        seen = Witness.seen(witness.get(), guardian);
      } catch (IOException e) {
        throw new LogAltered("the witness copy: " + e.getMessage());
      }
      witnessed = seen.isEmpty() ? Optional.empty() : Optional.of(seen.getLast().size());
    }
    LogCheck check = new LogCheck(LogFolder.of(home), guardian);
    check.run(
        seen,
        entry -> {
          taken("entry " + entry.n() + ": ", entry);
          entries = entry.n() + 1;
        });
    ofBefore = check.ofBefore();
    head =
        ofBefore ? check.form().headOfFirstForm() : HexFormat.of().formatHex(check.tree().root());
  }

  /// What an entry says there must be.
  private void taken(String at, EntryForm.Followed entry) {
    String type = entry.type();
    if (type.equals(TransparencyLog.NOTED)) {
      noted.take(entry); // of what others wrote down: it moves nothing here
      return;
    }
    JsonNode body = entry.body();
    String change = body.path("change").asText();
    String commit = body.path("commit").asText();
    lastCommitted = type.equals("Committed") ? change : "";
    lastAborted = type.equals("Aborted") || type.equals("Reverted") ? change : "";
    mainBefore = "-";
    revoked.take(entry.n(), type, body);
    if (body.path("attestation").isObject()) {
      attested(at, entry.n(), body);
    }
    switch (type) {
      case "Seeded" -> {
        seeded.add(body);
        main = commit;
        mainBefore = commit;
      }
      case "Advanced", "Reverted" -> {
        mainBefore = main;
        main = commit;
      }
      case "Judged" -> judged.put(change, body);
      case "Deepened" -> {
        JsonNode first = judged.get(change);
        if (first == null || !first.path("artifact").equals(body.path("artifact"))) {
          throw new LogAltered(at + "it is a second verdict on what had no first");
        }
      }
      case "Committed" -> commits.put(change, commit);
      case "Aborted", "Reattested", "Configured", TransparencyLog.UPGRADED -> {}
      default ->
          throw new LogAltered(at + "it is of an unknown type, " + body.path("type").asText());
    }
    switch (type) {
      case "Aborted", "Reverted" -> aborted.put(change, commits.getOrDefault(change, ""));
      default -> {}
    }
  }

  private void attested(String at, long n, JsonNode body) {
    String artifact = Json.text(body, "artifact");
    switch (FirstForm.either(body.path("attestation"), guardian, n)) {
      case Attestation.Reading.Refused(String reason) -> throw new LogAltered(at + reason);
      case Attestation.Reading.Attested(Attestation a) -> {
        if (!a.artifact().equals(artifact)) {
          throw new LogAltered(at + "its attestation is of another artefact");
        }
        if (a.entry() != n) {
          throw new LogAltered(at + "its attestation names entry " + a.entry());
        }
        if (!body.path("admits").asText(a.admits().word()).equals(a.admits().word())) {
          throw new LogAltered(at + "its attestation admits to " + a.admits().word());
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
        throw new LogAltered("the artefact " + artifact + " is missing or was altered");
      }
      Path stored = home.storeAttestation(artifact);
      if (!Files.exists(stored)) {
        throw new LogAltered("the attestation of " + artifact + " is missing from the store");
      }
      byte[] logged = Json.bytes(leaf.getValue().path("attestation"));
      if (!Arrays.equals(Files.readAllBytes(stored), logged)) {
        throw new LogAltered(
            "the attestation of " + artifact + " in the store is not the one in the log");
      }
    }
    stored(home.store().resolve("attestations"));
    if (!ofBefore && !leaves.isEmpty()) {
      revocations();
    }
  }

  /// The list of revoked releases, which a crash may have kept one entry back.
  private void revocations() throws IOException {
    if (!Files.exists(home.storeRevocations())) {
      throw new LogAltered("the list of revoked releases is missing from the store");
    }
    switch (Revocations.read(Files.readAllBytes(home.storeRevocations()), guardian)) {
      case Revocations.Reading.Refused(String reason) -> throw new LogAltered(reason);
      case Revocations.Reading.Listed(Revocations listed) -> {
        boolean behind = listed.entries() < revoked.due();
        boolean crashed = behind && revoked.due() == entries;
        boolean same = listed.revoked().equals(revoked.list(entries).revoked());
        if (listed.entries() > entries || !crashed && (behind || !same)) {
          throw new LogAltered("the list of revoked releases is not the one of the log");
        }
      }
    }
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
          throw new LogAltered("the attestation " + name + " in the store has no leaf in the log");
        }
      }
    }
  }

  private void repository() throws IOException {
    RepositoryAudit.of(
            home,
            guardian,
            new RepositoryAudit.Said(
                main, mainBefore, lastCommitted, lastAborted, commits, aborted, judged, seeded))
        .ifPresent(what -> {
          throw new LogAltered(what);
        });
  }
}
