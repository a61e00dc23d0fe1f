package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.Attestation;
import sorte.trading.release.GuardianKey;
import sorte.trading.release.GuardianKey.Digest;

/// The repository beside the log: each ref where the log has it, each object whole, each commit
/// with our signature, each judged tree with the sources that were attested.
final class RepositoryAudit {
  private static final String CANDIDATES = "refs/sorte/candidates/";
  private static final String ABORTED = "refs/sorte/aborted/";

  private final Repository git;
  private final GuardianKey key;

  private RepositoryAudit(Repository git, GuardianKey key) {
    this.git = git;
    this.key = key;
  }

  private static final class Bad extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bad(String what) {
      super(what, null, false, false);
    }
  }

  /// What the log says of the repository.
  ///
  /// @param main the commit that it has `main` at, or "" before the seeds
  /// @param mainBefore where `main` may still be: a crash came between the last entry and its ref
  /// @param lastCommitted the change of the last entry, where it is a commit: a crash may have kept
  ///   its ref back
  /// @param lastAborted the same, where the last entry took a change back
  /// @param commits the commit of each change
  /// @param aborted the commit of each change taken back, or ""
  /// @param judged the last verdict on each change
  /// @param leaves entries that carry attestations
  record Said(
      String main,
      String mainBefore,
      String lastCommitted,
      String lastAborted,
      Map<String, String> commits,
      Map<String, String> aborted,
      Map<String, JsonNode> judged,
      Collection<JsonNode> leaves) {}

  /// The first thing that is not as it was signed.
  static Optional<String> of(Home home, GuardianKey key, Said said) throws IOException {
    if (!Files.exists(home.repository().resolve("HEAD"))) {
      return Optional.of("the repository of record is missing");
    }
    try (Repository git =
        new FileRepositoryBuilder().setGitDir(home.repository().toFile()).setBare().build()) {
      RepositoryAudit audit = new RepositoryAudit(git, key);
      audit.refs(said);
      audit.objects();
      audit.trees(said.commits(), said.judged());
      audit.seeds(said.leaves());
      return Optional.empty();
    } catch (Bad bad) {
      return Optional.of(String.valueOf(bad.getMessage()));
    } catch (IOException | RuntimeException e) {
      // a damaged object may break its reader in any way: that too is a finding
      return Optional.of("the repository cannot be read: " + e);
    }
  }

  /// No ref is elsewhere, none is missing and none is more than the log says.
  private void refs(Said said) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    if (!said.main().isEmpty()) {
      expected.put(RepositoryOfRecord.MAIN, said.main());
    }
    said.commits().forEach((change, commit) -> expected.put(CANDIDATES + change, commit));
    said.aborted()
        .forEach((change, commit) -> {
          if (!commit.isEmpty()) {
            expected.put(ABORTED + change, commit);
          }
        });
    for (Ref ref : git.getRefDatabase().getRefs()) {
      if (ref.isSymbolic() || ref.getObjectId() == null) {
        continue;
      }
      String now = ref.getObjectId().name();
      String at = expected.remove(ref.getName());
      if (at == null) {
        throw new Bad(ref.getName() + " is not in the log");
      }
      boolean behind =
          ref.getName().equals(RepositoryOfRecord.MAIN) && now.equals(said.mainBefore());
      if (!at.equals(now) && !behind) {
        throw new Bad(ref.getName() + " is at " + now + ", the log has it at " + at);
      }
    }
    expected.remove(CANDIDATES + said.lastCommitted());
    expected.remove(ABORTED + said.lastAborted());
    if (said.main().equals(said.mainBefore())) {
      expected.remove(RepositoryOfRecord.MAIN); // the seeds' entry is the last, its ref to come
    }
    if (!expected.isEmpty()) {
      throw new Bad(expected.keySet().iterator().next() + " is missing from the repository");
    }
  }

  /// Every object that a ref reaches, read whole and hashed again; every commit's signature.
  private void objects() throws IOException {
    try (ObjectWalk walk = new ObjectWalk(git)) {
      walk.setRetainBody(true);
      for (Ref ref : git.getRefDatabase().getRefs()) {
        if (ref.getObjectId() != null) {
          walk.markStart(walk.parseCommit(ref.getObjectId()));
        }
      }
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        whole(commit, Constants.OBJ_COMMIT);
        signed(commit);
      }
      for (RevObject object = walk.nextObject(); object != null; object = walk.nextObject()) {
        whole(object, object.getType());
      }
    }
  }

  private void whole(ObjectId id, int type) throws IOException {
    ObjectLoader loader = git.open(id, type);
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      if (!formatter.idFor(type, loader.getBytes()).equals(id)) {
        throw new Bad("object " + id.name() + " of the repository was altered");
      }
    }
  }

  /// A commit's own bytes without the signature's header are what was signed.
  private void signed(RevCommit commit) {
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
    byte[] encoded = key.first().getEncoded();
    byte[] rawKey = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    Optional<byte[]> made =
        SshSignature.signature(new String(signature, StandardCharsets.US_ASCII), rawKey);
    if (made.isEmpty() || !key.signed(SshSignature.toSign(content), made.get())) {
      throw new Bad("commit " + commit.name() + ": its signature does not match");
    }
  }

  /// The tree of a change's commit is the one that was judged, with the sources attested.
  private void trees(Map<String, String> commits, Map<String, JsonNode> judged) throws IOException {
    for (Map.Entry<String, String> one : commits.entrySet()) {
      JsonNode verdict = judged.get(one.getKey());
      if (verdict == null || !verdict.path("attestation").isObject()) {
        throw new Bad("change " + one.getKey() + " is committed and was not approved");
      }
      RevCommit commit = git.parseCommit(ObjectId.fromString(one.getValue()));
      if (!commit.getTree().name().equals(verdict.path("tree").asText())) {
        throw new Bad("commit " + one.getValue() + " does not hold the tree that was judged");
      }
      sources(commit, verdict);
    }
  }

  private void seeds(Collection<JsonNode> leaves) throws IOException {
    for (JsonNode leaf : leaves) {
      if (Json.text(leaf, "type").equals("Seeded")) {
        sources(git.parseCommit(ObjectId.fromString(Json.text(leaf, "commit"))), leaf);
      }
    }
  }

  private void sources(RevCommit commit, JsonNode body) throws IOException {
    if (!(FirstForm.either(body.path("attestation"), key, 0)
        instanceof Attestation.Reading.Attested(Attestation attestation))) {
      throw new Bad("commit " + commit.name() + " has no attestation that can be read");
    }
    for (Map.Entry<String, String> source : attestation.sources().entrySet()) {
      try (TreeWalk walk = TreeWalk.forPath(git, source.getKey(), commit.getTree())) {
        if (walk == null
            || !Digest.sha256(git.open(walk.getObjectId(0)).getBytes()).equals(source.getValue())) {
          throw new Bad(
              "commit " + commit.name() + ": " + source.getKey() + " is not what was attested");
        }
      }
    }
  }
}
