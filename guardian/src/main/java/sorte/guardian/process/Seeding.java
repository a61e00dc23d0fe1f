package sorte.guardian.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.Candidate;
import sorte.guardian.Candidate.Origin;
import sorte.guardian.Guardian;
import sorte.guardian.Verdict;
import sorte.guardian.attest.Artifact;
import sorte.guardian.attest.WholeFile;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.guardian.repository.Seeds;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.Admits;
import sorte.trading.release.GuardianKey.Digest;

/// The first start: the strategies shipped go into the repository, and the one in service is judged
/// and attested like any other. At later starts, what a broken disk took of it is made again, from
/// the same sources to the same digests or not at all.
final class Seeding {
  private static final long SEEDED_AT = 1_704_067_200L;

  private final Home home;
  private final RepositoryOfRecord repository;
  private final Register register;
  private final Guardian guardian;

  Seeding(Home home, RepositoryOfRecord repository, Register register, Guardian guardian) {
    this.home = home;
    this.repository = repository;
    this.register = register;
    this.guardian = guardian;
  }

  void seed() throws IOException {
    Optional<String> seeded = register.known().seeded().map(body -> body.path("commit").asText());
    if (seeded.isEmpty()) {
      first();
    } else if (!repository.whole(seeded.get()) && !commit(Seeds.read()).equals(seeded.get())) {
      throw new IOException(
          "the repository no longer holds all of commit "
              + seeded.get()
              + ", with which it began; restore it from a backup");
    }
  }

  private void first() throws IOException {
    SortedMap<String, String> seeds = Seeds.read();
    Guardian.Judged judged = judged(seeds, Seeds.IN_SERVICE_PATH, Seeds.IN_SERVICE);
    if (!(judged.verdict() instanceof Verdict.Approved approved)) {
      throw new IOException(
          "the strategy shipped does not pass the gates here: " + judged.verdict().toJson("en"));
    }
    ObjectNode body = Json.object().put("change", "seeds").put("commit", commit(seeds));
    body.put("strategy", Seeds.IN_SERVICE);
    body.set("verdict", approved.toRecord());
    judged.dossier().attempt().ifPresent(attempt -> body.set("attempt", attempt.toJson()));
    register.appendAttested(
        Known.SEEDED, body, "seeds", judged.dossier(), approved.gates(), Admits.CAPITAL);
  }

  private String commit(SortedMap<String, String> seeds) throws IOException {
    return repository.commit(
        new RepositoryOfRecord.Commit(
            repository.write(seeds),
            Optional.empty(),
            "Sorte",
            Instant.ofEpochSecond(SEEDED_AT),
            "Strategies shipped with Sorte\n\nVerdict: approved\n"));
  }

  private Guardian.Judged judged(SortedMap<String, String> tree, String path, String strategy) {
    SortedMap<String, String> rest = new TreeMap<>(tree);
    Optional<String> text = Optional.ofNullable(rest.remove(path));
    return guardian.judge(
        new Candidate(
            "seeds",
            Origin.PERSON,
            rest,
            new TreeMap<>(Map.of(path, text)),
            Json.MAPPER.missingNode(),
            strategy),
        List.of());
  }

  /// Makes the artefact of `main` again where the store has lost it.
  void mend() throws IOException {
    String commit = register.known().main();
    Known.Release release =
        register
            .known()
            .release(commit)
            .orElseThrow(() -> new IOException("the log names no artefact of main, " + commit));
    Path stored = home.storeArtifact(release.artifact());
    if (Files.exists(stored)
        && Digest.sha256(Files.readAllBytes(stored)).equals(release.artifact())) {
      return;
    }
    SortedMap<String, String> tree = repository.tree(commit);
    for (String path : tree.keySet()) {
      if (path.startsWith("strategies/src/main/java/")) {
        SortedMap<String, byte[]> classes =
            judged(tree, path, release.strategy()).dossier().metered();
        for (Artifact made : List.of(Artifact.of(classes), Artifact.asBefore(classes))) {
          if (made.sha256().equals(release.artifact())) {
            WholeFile.write(stored, made.jar());
            return;
          }
        }
      }
    }
    throw new IOException(
        "the artefact of main, " + release.artifact() + ", is lost; restore store/ from a backup");
  }
}
