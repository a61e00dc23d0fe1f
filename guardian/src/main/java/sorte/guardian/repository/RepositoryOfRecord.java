package sorte.guardian.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.FileUtils;
import sorte.guardian.attest.SigningKey;
import sorte.guardian.attest.SshSignature;

/// The bare git repository that holds the strategies' sources. The guardian alone writes it; no git
/// program, no hook and no work tree is involved.
public final class RepositoryOfRecord implements AutoCloseable {

  public static final String MAIN = "refs/heads/main";
  private static final String CANDIDATES = "refs/sorte/candidates/";
  private static final String ABORTED = "refs/sorte/aborted/";
  private static final String REFS = "refs";
  private static final int FILES_MOST = 10_000;

  private final Repository git;
  private final SigningKey key;

  private RepositoryOfRecord(Repository git, SigningKey key) {
    this.git = git;
    this.key = key;
  }

  /// What came of moving a branch.
  public sealed interface Move {
    /// It stands there now, or stood there before.
    record Moved() implements Move {}

    /// It stands elsewhere.
    record Elsewhere(String commit) implements Move {}
  }

  public static RepositoryOfRecord open(Path folder, SigningKey key) throws IOException {
    if (!Files.exists(folder.resolve("config")) && !Files.exists(folder.resolve(REFS))) {
      make(folder);
    }
    if (!Files.exists(folder.resolve(Constants.HEAD))) {
      Files.createDirectories(folder.resolve(REFS));
      Files.writeString(folder.resolve(Constants.HEAD), "ref: " + MAIN + "\n");
    }
    Repository git = new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    closedToPushes(git); // saved before what follows, which is for this process and not for git
    git.getConfig().setBoolean("core", null, "fsyncobjectfiles", true);
    git.getConfig().setBoolean("core", null, "fsyncreffiles", true);
    return new RepositoryOfRecord(git, key);
  }

  /// The guardian alone moves branches: git refuses whoever pushes, wherever from.
  private static void closedToPushes(Repository git) throws IOException {
    StoredConfig config = git.getConfig();
    if (!REFS.equals(config.getString("receive", null, "hideRefs"))) {
      config.setString("receive", null, "hideRefs", REFS);
      config.save();
    }
  }

  /// Made aside and then put into place whole, so that there is never half of one.
  private static void make(Path folder) throws IOException {
    Path aside = folder.resolveSibling(folder.getFileName() + ".part");
    FileUtils.delete(aside.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    try (Repository git = new FileRepositoryBuilder().setGitDir(aside.toFile()).setBare().build()) {
      ((FileRepository) git).create(true);
      RefUpdate head = git.updateRef(Constants.HEAD);
      head.disableRefLog();
      head.link(MAIN);
    }
    Files.deleteIfExists(folder);
    Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /// The commit of `main`; empty before the first.
  public Optional<String> main() throws IOException {
    return ref(MAIN);
  }

  public Optional<String> candidate(String change) throws IOException {
    return ref(CANDIDATES + change);
  }

  private Optional<String> ref(String name) throws IOException {
    Ref ref = git.exactRef(name);
    return ref == null || ref.getObjectId() == null
        ? Optional.empty()
        : Optional.of(ref.getObjectId().name());
  }

  /// Whether `commit` is a commit here.
  public boolean holds(String commit) {
    try (RevWalk walk = new RevWalk(git)) {
      walk.parseCommit(ObjectId.fromString(commit));
      return true;
    } catch (IOException | IllegalArgumentException _) {
      return false; // what cannot be read as a commit is none
    }
  }

  /// Whether `commit` and all that it holds is here.
  public boolean whole(String commit) {
    try {
      return !tree(commit).isEmpty();
    } catch (IOException | RuntimeException _) {
      return false; // what cannot be read is not here, however its reader breaks on it
    }
  }

  /// The text of every file of a commit, by path.
  public SortedMap<String, String> tree(String commit) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      return files(walk.parseCommit(ObjectId.fromString(commit)).getTree());
    }
  }

  /// The text of every file of a tree that was written here, by path.
  public SortedMap<String, String> files(String tree) throws IOException {
    return files(ObjectId.fromString(tree));
  }

  private SortedMap<String, String> files(ObjectId at) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (TreeWalk tree = new TreeWalk(git)) {
      tree.addTree(at);
      tree.setRecursive(true);
      while (tree.next() && files.size() < FILES_MOST) {
        byte[] bytes = git.open(tree.getObjectId(0)).getBytes();
        files.put(tree.getPathString(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /// The id of a commit's tree.
  public String treeOf(String commit) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      return walk.parseCommit(ObjectId.fromString(commit)).getTree().name();
    }
  }

  /// Writes a tree of texts; the same texts give the same id.
  public String write(SortedMap<String, String> files) throws IOException {
    try (ObjectInserter inserter = git.newObjectInserter()) {
      DirCache cache = DirCache.newInCore();
      DirCacheBuilder builder = cache.builder();
      for (Map.Entry<String, String> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(
            inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
        builder.add(entry);
      }
      builder.finish();
      ObjectId tree = cache.writeTree(inserter);
      inserter.flush();
      return tree.name();
    }
  }

  /// A commit to make. The same values give the same id: nothing comes from the clock.
  ///
  /// @param parent empty for the first
  /// @param author a name; who asked
  public record Commit(
      String tree, Optional<String> parent, String author, Instant time, String message) {}

  /// Makes and signs the commit object; no branch moves.
  public String commit(Commit wanted) throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(ObjectId.fromString(wanted.tree()));
    wanted.parent().ifPresent(parent -> commit.setParentId(ObjectId.fromString(parent)));
    commit.setAuthor(
        new PersonIdent(wanted.author(), "owner@sorte", wanted.time(), ZoneOffset.UTC));
    commit.setCommitter(
        new PersonIdent("Sorte", SigningKey.PRINCIPAL, wanted.time(), ZoneOffset.UTC));
    commit.setEncoding(StandardCharsets.UTF_8);
    commit.setMessage(wanted.message());
    String signature = SshSignature.of(key, commit.build());
    commit.setGpgSignature(new GpgSignature(signature.getBytes(StandardCharsets.US_ASCII)));
    try (ObjectInserter inserter = git.newObjectInserter()) {
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id.name();
    }
  }

  /// Points `refs/sorte/candidates/ID` at a commit, from nothing.
  public Move propose(String change, String commit) throws IOException {
    return move(CANDIDATES + change, Optional.empty(), commit);
  }

  /// Points `refs/sorte/aborted/ID` at what the candidate was.
  public Move abort(String change, String commit) throws IOException {
    return move(ABORTED + change, Optional.empty(), commit);
  }

  /// Moves `main` from `from` to `to`.
  public Move advance(Optional<String> from, String to) throws IOException {
    return move(MAIN, from, to);
  }

  private Move move(String name, Optional<String> from, String to) throws IOException {
    RefUpdate update = git.updateRef(name);
    update.setExpectedOldObjectId(from.map(ObjectId::fromString).orElse(ObjectId.zeroId()));
    update.setNewObjectId(ObjectId.fromString(to));
    update.setForceUpdate(true); // compare-and-set: the old value is what counts
    update.disableRefLog();
    update.update();
    String now = ref(name).orElse("");
    return now.equals(to) ? new Move.Moved() : new Move.Elsewhere(now);
  }

  @Override
  public void close() {
    git.close();
  }
}
