package sorte.guardian.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import sorte.guardian.attest.SigningKey;
import sorte.guardian.attest.SshSignature;
import sorte.trading.home.Home;

/// The strategies' repository of record: bare, written by the guardian alone, in memory, with no
/// git binary and no hooks. A branch moves by compare-and-set or not at all.
public final class RepositoryOfRecord implements AutoCloseable {
  public static final String MAIN = "refs/heads/main";
  private static final String CANDIDATES = "refs/sorte/candidates/";
  private static final String ABORTED = "refs/sorte/aborted/";
  private static final String COMMITTER = "Sorte guardian";

  private final FileRepository repository;
  private final SigningKey key;

  private RepositoryOfRecord(FileRepository repository, SigningKey key) {
    this.repository = repository;
    this.key = key;
  }

  /// What a commit says beside its files.
  ///
  /// @param author who asked for it
  /// @param at when; the same change committed again has the same dates
  public record Message(String author, Instant at, String text) {}

  /// A branch that is not where it was expected to be; nothing was moved.
  public static final class Moved extends IOException {
    private static final long serialVersionUID = 1L;

    Moved(String ref, String seen) {
      super(ref + " was moved by somebody else: it is at " + seen);
    }
  }

  /// The repository of `home`, made (without a commit) where there is none.
  public static RepositoryOfRecord open(Home home, SigningKey key) throws IOException {
    PlainGit.use();
    FileRepository repository = new FileRepository(home.repository().toFile());
    if (!Files.exists(home.repository().resolve("HEAD"))) {
      repository.create(true);
      RefUpdate head = repository.updateRef(Constants.HEAD);
      head.link(MAIN);
    }
    // not saved: git would warn of the older key, and nobody else writes here
    StoredConfig config = repository.getConfig();
    config.setBoolean("core", null, "fsyncObjectFiles", true);
    config.setBoolean("core", null, "fsyncRefFiles", true);
    config.setBoolean("core", null, "logAllRefUpdates", false);
    return new RepositoryOfRecord(repository, key);
  }

  /// The commit that stable runs.
  public Optional<String> main() throws IOException {
    return at(MAIN);
  }

  /// The commit of a change's candidate.
  public Optional<String> candidate(String change) throws IOException {
    return at(CANDIDATES + checked(change));
  }

  /// Every file of a commit, by path.
  public SortedMap<String, byte[]> files(String commit) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (RevWalk walk = new RevWalk(repository);
        TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(walk.parseCommit(ObjectId.fromString(commit)).getTree());
      tree.setRecursive(true);
      while (tree.next()) {
        files.put(
            tree.getPathString(),
            repository.open(tree.getObjectId(0), Constants.OBJ_BLOB).getBytes());
      }
    }
    return files;
  }

  /// The commit without a parent that a home begins with, at `main`.
  public String begin(Map<String, byte[]> files, Message message) throws IOException {
    ObjectId commit = commit(files, Optional.empty(), message);
    move(MAIN, ObjectId.zeroId(), commit);
    return commit.name();
  }

  /// Commits all of `files` behind `base` as the candidate of `change`. Made again it is the same
  /// commit.
  public String commitCandidate(
      String change, String base, Map<String, byte[]> files, Message message) throws IOException {
    ObjectId commit = commit(files, Optional.of(ObjectId.fromString(base)), message);
    move(CANDIDATES + checked(change), ObjectId.zeroId(), commit);
    return commit.name();
  }

  /// Moves `main` forward to the candidate of `change`; it must stand at the candidate's parent.
  public String advance(String change) throws IOException {
    String candidate =
        candidate(change).orElseThrow(() -> new IOException("change " + change + " has no commit"));
    ObjectId commit = ObjectId.fromString(candidate);
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit parsed = walk.parseCommit(commit);
      move(MAIN, parsed.getParent(0).getId(), commit);
    }
    return candidate;
  }

  /// Keeps what was taken back where it can be found.
  public void abort(String change) throws IOException {
    Optional<String> candidate = candidate(change);
    if (candidate.isPresent()) {
      move(ABORTED + checked(change), ObjectId.zeroId(), ObjectId.fromString(candidate.get()));
    }
  }

  private Optional<String> at(String ref) throws IOException {
    Ref found = repository.exactRef(ref);
    return found == null || found.getObjectId() == null
        ? Optional.empty()
        : Optional.of(found.getObjectId().name());
  }

  private ObjectId commit(Map<String, byte[]> files, Optional<ObjectId> parent, Message message)
      throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      parent.ifPresent(commit::setParentId);
      commit.setEncoding(StandardCharsets.UTF_8);
      commit.setAuthor(ident(message.author(), message.at()));
      commit.setCommitter(ident(COMMITTER, message.at()));
      commit.setMessage(message.text());
      commit.setGpgSignature(
          new GpgSignature(
              SshSignature.of(commit.build(), key).getBytes(StandardCharsets.US_ASCII)));
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private static PersonIdent ident(String name, Instant at) {
    String clean = name.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip();
    return new PersonIdent(
        clean.isEmpty() ? "owner" : clean,
        (name.equals(COMMITTER) ? "guardian" : "owner") + "@sorte",
        at,
        ZoneOffset.UTC);
  }

  private void move(String name, ObjectId from, ObjectId to) throws IOException {
    RefUpdate update = repository.updateRef(name);
    update.setExpectedOldObjectId(from);
    update.setNewObjectId(to);
    update.disableRefLog();
    RefUpdate.Result result = update.update();
    switch (result) {
      case NEW, FAST_FORWARD, NO_CHANGE, FORCED -> {}
      default -> {
        Optional<String> seen = at(name);
        if (!seen.equals(Optional.of(to.name()))) {
          throw new Moved(name, seen.orElse("nothing") + " (" + result + ")");
        }
      }
    }
  }

  private static String checked(String change) {
    if (!change.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("a change is named by its number, was " + change);
    }
    return change;
  }

  @Override
  public void close() {
    repository.close();
  }
}
