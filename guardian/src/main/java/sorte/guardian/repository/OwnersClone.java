package sorte.guardian.repository;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.io.NullOutputStream;

/// A person's clone of the repository of record, read and nothing else: what they committed on top
/// of it. No git program runs, no hook, no filter; what is not committed is neither read nor
/// touched.
public final class OwnersClone {

  /// How many commits a person may be ahead.
  public static final int COMMITS_MOST = 1000;

  /// Bytes of one file at most.
  public static final int FILE_BYTES_MOST = 1 << 20;

  private OwnersClone() {}

  /// What a person committed.
  ///
  /// @param base the last commit of the repository of record that it stands on
  /// @param head their last commit
  /// @param subjects the first line of each of their commits, oldest first
  /// @param files the new text of each file that differs from the base; empty where it went
  public record Work(
      String base, String head, List<String> subjects, SortedMap<String, Optional<String>> files) {
    public Work {
      subjects = List.copyOf(subjects);
    }
  }

  /// What was found in a folder.
  public sealed interface Found {
    record Committed(Work work) implements Found {}

    /// There is no git repository there, or no commit in it.
    record NoRepository() implements Found {}

    /// None of its last [#COMMITS_MOST] commits stands in the repository of record.
    record Foreign() implements Found {}

    /// A file that is no text of bounded size: a link, a module, or too large.
    record NotText(String path) implements Found {}
  }

  /// Reads the commits of a clone.
  ///
  /// @param folder with the `.git` folder, or below it
  /// @param recorded whether the repository of record holds a commit
  public static Found read(Path folder, Predicate<String> recorded) throws IOException {
    File gitDir =
        new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile()).getGitDir();
    if (gitDir == null) {
      return new Found.NoRepository();
    }
    try (Repository git = new FileRepositoryBuilder().setGitDir(gitDir).build();
        RevWalk walk = new RevWalk(git)) {
      ObjectId head = git.resolve(Constants.HEAD);
      if (head == null) {
        return new Found.NoRepository();
      }
      List<String> subjects = new ArrayList<>();
      RevCommit at = walk.parseCommit(head);
      while (!recorded.test(at.name())) {
        if (at.getParentCount() == 0 || subjects.size() == COMMITS_MOST) {
          return new Found.Foreign();
        }
        subjects.addFirst(at.getShortMessage());
        at = walk.parseCommit(at.getParent(0)); // what was merged in is part of what differs
      }
      return differing(git, at, walk.parseCommit(head), subjects);
    }
  }

  private static Found differing(
      Repository git, RevCommit base, RevCommit head, List<String> subjects) throws IOException {
    SortedMap<String, Optional<String>> files = new TreeMap<>();
    try (DiffFormatter differ = new DiffFormatter(NullOutputStream.INSTANCE);
        ObjectReader reader = git.newObjectReader()) {
      differ.setRepository(git);
      differ.setPathFilter(TreeFilter.ALL);
      for (DiffEntry entry : differ.scan(base.getTree(), head.getTree())) {
        if (entry.getChangeType() == DiffEntry.ChangeType.DELETE) {
          files.put(entry.getOldPath(), Optional.empty());
          continue;
        }
        ObjectId blob = entry.getNewId().toObjectId();
        boolean file =
            entry.getNewMode() == FileMode.REGULAR_FILE
                || entry.getNewMode() == FileMode.EXECUTABLE_FILE;
        if (!file || reader.getObjectSize(blob, Constants.OBJ_BLOB) > FILE_BYTES_MOST) {
          return new Found.NotText(entry.getNewPath());
        }
        byte[] bytes = reader.open(blob, Constants.OBJ_BLOB).getBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!java.util.Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
          return new Found.NotText(entry.getNewPath());
        }
        files.put(entry.getNewPath(), Optional.of(text));
      }
    }
    return new Found.Committed(new Work(base.name(), head.name(), subjects, files));
  }

  /// The folder of the clone's hooks, wherever its configuration has it; empty where there is no
  /// repository.
  public static Optional<Path> hooks(Path folder) throws IOException {
    File gitDir =
        new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile()).getGitDir();
    if (gitDir == null) {
      return Optional.empty();
    }
    try (Repository git = new FileRepositoryBuilder().setGitDir(gitDir).build()) {
      String configured = git.getConfig().getString("core", null, "hooksPath");
      Path own = gitDir.toPath().resolve("hooks");
      if (configured == null || configured.isEmpty()) {
        return Optional.of(own);
      }
      Path tree = git.isBare() ? gitDir.toPath() : git.getWorkTree().toPath();
      return Optional.of(tree.resolve(configured));
    }
  }

  /// The part of a work that concerns one strategy: its file and the tests named after it.
  public static SortedMap<String, Optional<String>> of(
      SortedMap<String, Optional<String>> files, String className) {
    SortedMap<String, Optional<String>> own = new TreeMap<>();
    for (Map.Entry<String, Optional<String>> file : files.entrySet()) {
      String path = file.getKey();
      String name = path.substring(path.lastIndexOf('/') + 1);
      boolean main = path.startsWith(MAIN) && name.equals(className + ".java");
      boolean test =
          path.startsWith(TEST) && name.startsWith(className) && name.endsWith("Test.java");
      if (main || test) {
        own.put(path, file.getValue());
      }
    }
    return own;
  }

  private static final String MAIN = "strategies/src/main/java/";
  private static final String TEST = "strategies/src/test/java/";
}
