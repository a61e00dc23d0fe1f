package sorte.guardian.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/// The tree that `main` is at in a repository of record, read and nothing else: no key is needed
/// and nothing is made.
public final class RecordedTree {
  private static final int FILES_MOST = 10_000;

  private static final int COMMITS_MOST = 1_000_000;

  private RecordedTree() {}

  /// The ids of the commits that `main` stands on, itself included.
  public static Set<String> commits(Path repository) throws IOException {
    Set<String> ids = new HashSet<>();
    if (!Files.exists(repository.resolve(Constants.HEAD))) {
      return ids;
    }
    try (Repository git = open(repository);
        RevWalk walk = new RevWalk(git)) {
      Ref main = git.exactRef(RepositoryOfRecord.MAIN);
      if (main == null || main.getObjectId() == null) {
        return ids;
      }
      walk.markStart(walk.parseCommit(main.getObjectId()));
      for (RevCommit commit : walk) {
        ids.add(commit.name());
        if (ids.size() > COMMITS_MOST) {
          throw new IOException(
              "the repository of record holds more than " + COMMITS_MOST + " commits");
        }
      }
    }
    return ids;
  }

  private static Repository open(Path repository) throws IOException {
    return new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build();
  }

  /// The text of every file, by path; empty where there is no repository yet, or no commit in it.
  public static SortedMap<String, String> of(Path repository) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    if (!Files.exists(repository.resolve(Constants.HEAD))) {
      return files;
    }
    try (Repository git = open(repository);
        RevWalk walk = new RevWalk(git);
        TreeWalk tree = new TreeWalk(git)) {
      Ref main = git.exactRef(RepositoryOfRecord.MAIN);
      if (main == null || main.getObjectId() == null) {
        return files;
      }
      tree.addTree(walk.parseCommit(main.getObjectId()).getTree());
      tree.setRecursive(true);
      while (tree.next()) {
        if (files.size() == FILES_MOST) {
          throw new IOException(
              "the repository of record holds more than " + FILES_MOST + " files");
        }
        byte[] bytes = git.open(tree.getObjectId(0)).getBytes();
        files.put(tree.getPathString(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
