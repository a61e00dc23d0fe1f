package sorte.guardian.attest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.Admits;
import sorte.trading.release.GuardianKey.Digest;
import sorte.trading.release.Revocations;

/// A log of a million entries with its hundred milestones and a hundred attestations: written by
/// the formats (the guardian itself forces each entry to the disk), then verified by the audit that
/// people run. `benchmarks/record` prints what it takes.
@Tag("long")
class MillionEntriesTest {
  private static final int ENTRIES = 1_000_000;
  private static final int ATTESTED_EVERY = 10_000;

  /// On a machine at rest it is under ten seconds; on one that is shared, whatever it takes.
  private static final Duration MOST = Duration.ofMinutes(3);

  @TempDir Path root;

  private final Merkle merkle = new Merkle();
  private final Frontier tree = new Frontier(merkle);
  private final CRC32C crc = new CRC32C();
  private String previous = EntryForm.GENESIS;

  @Test
  void a_million_entries_with_their_milestones_and_a_hundred_attestations_are_verified()
      throws Exception {
    Home home = Home.opened(root.resolve("home"));
    SigningKey key = SigningKey.of(home);
    Path witness = root.resolve("witness.checkpoints");
    long started = System.nanoTime();
    written(home, key);
    assertThat(Witness.copied(home, witness)).isTrue();
    long made = System.nanoTime();
    Audit.Report report = Audit.verify(home, Optional.of(witness));
    long verified = System.nanoTime();
    assertThat(report.firstBad()).isEmpty();
    assertThat(report.entries()).isEqualTo(ENTRIES);
    assertThat(report.witnessed()).contains((long) ENTRIES);
    System.out.printf(
        "record: %,d entries in %,d bytes, %d milestones, %d attestations: written in %.1f s, verified in %.1f s%n",
        ENTRIES,
        Files.size(TransparencyLog.file(home)),
        ENTRIES / LogFolder.MILESTONE,
        ENTRIES / ATTESTED_EVERY,
        (made - started) / 1e9,
        (verified - made) / 1e9);
    assertThat(Duration.ofNanos(verified - made)).isLessThan(MOST);
  }

  private void written(Home home, SigningKey key) throws IOException {
    LogFolder files = LogFolder.of(home);
    Files.createDirectories(files.folder());
    StringBuilder milestones = new StringBuilder();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(files.entries()), 1 << 20))) {
      out.writeBytes("SORTELOG");
      for (int n = 0; n < ENTRIES; n++) {
        byte[] payload =
            n == 0
                ? advanced(home, key)
                : n % ATTESTED_EVERY == 1 ? judged(home, key, n) : noted(n);
        append(out, payload);
        if (tree.size() % LogFolder.MILESTONE == 0) {
          milestones.append(new Checkpoint(tree.size(), tree.root()).signed(key));
        }
      }
    }
    Files.writeString(files.milestones(), milestones);
    Files.writeString(files.checkpoint(), new Checkpoint(tree.size(), tree.root()).signed(key));
    Files.write(
        home.storeRevocations(),
        Attest.revocations(key, new Revocations(ENTRIES, new TreeMap<>())));
  }

  private void append(DataOutputStream out, byte[] payload) throws IOException {
    crc.reset();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).array());
    crc.update(payload);
    out.writeInt(payload.length);
    out.writeInt((int) crc.getValue());
    out.write(payload);
    byte[] leaf = merkle.leaf(payload);
    tree.add(leaf);
    previous = HexFormat.of().formatHex(leaf);
  }

  private byte[] noted(int n) {
    return ("{\"n\":"
            + n
            + ",\"previous\":\""
            + previous
            + "\",\"at\":\"2026-01-02T03:04:05.123456Z\",\"type\":\"Noted\",\"log\":\"trader\",\"seq\":"
            + n
            + ",\"kind\":\"SlotShared\",\"change\":\""
            + n / 40
            + "\",\"noted\":\"2026-01-02T03:00:00Z\",\"sha256\":\""
            + previous
            + "\",\"said\":{\"bar\":"
            + n
            + ",\"slot\":\"canary\"}}")
        .getBytes(UTF_8);
  }

  private ObjectNode body(int n, String type) {
    ObjectNode body = Json.object().put("n", n).put("previous", previous);
    return body.put("at", "2026-01-02T03:04:05Z").put("type", type).put("change", "c" + n);
  }

  private byte[] advanced(Home home, SigningKey key) throws IOException {
    try (RepositoryOfRecord git = RepositoryOfRecord.open(home.repository(), key)) {
      TreeMap<String, String> files = new TreeMap<>();
      files.put("A.java", "// a\n");
      String commit =
          git.commit(
              new RepositoryOfRecord.Commit(
                  git.write(files), Optional.empty(), "Ana", AuditTest.CLOCK.instant(), "A\n"));
      git.advance(Optional.empty(), commit);
      return Json.bytes(body(0, "Advanced").put("commit", commit));
    }
  }

  private byte[] judged(Home home, SigningKey key, int n) throws IOException {
    byte[] jar = ("artefact " + n).getBytes(UTF_8);
    String artifact = Digest.sha256(jar);
    ObjectNode attestation =
        Attest.sign(
            key,
            new Attest.Subject(artifact, new TreeMap<>(), "test", "x.Y", "1", "c" + n, "person"),
            new Attest.Grounds(new TreeMap<>(), Json.MAPPER.createArrayNode()),
            Admits.CAPITAL,
            n,
            AuditTest.CLOCK.instant());
    WholeFile.write(home.storeArtifact(artifact), jar);
    WholeFile.write(home.storeAttestation(artifact), Json.bytes(attestation));
    return Json.bytes(body(n, "Judged").put("artifact", artifact).set("attestation", attestation));
  }
}
