package sorte.change.mind;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import sorte.change.plan.Workspace;

/// A folder of one change's own, below `mind/worktrees/`, gone when the change is handed over. No
/// git in it: texts only.
final class Worktree implements AutoCloseable {
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";
  private static final String FILE = "[A-Z][A-Za-z0-9]{0,60}\\.java";

  private final Path folder;

  private Worktree(Path folder) {
    this.folder = folder;
  }

  static boolean isId(String change) {
    return change.matches(ID);
  }

  static Worktree open(Path mind, String change) throws IOException {
    if (!isId(change)) {
      throw new IllegalArgumentException("not an id of a change");
    }
    Path folder = worktrees(mind).resolve(change);
    remove(folder);
    Files.createDirectories(folder);
    return new Worktree(folder);
  }

  private static Path worktrees(Path mind) {
    return mind.resolve("worktrees");
  }

  /// Removes what a mind that was killed left behind.
  static void clean(Path mind) throws IOException {
    remove(worktrees(mind));
    Files.createDirectories(worktrees(mind));
  }

  /// Whether a path is that of a strategy's source or of a test of one, and of nothing else.
  static boolean isOfStrategies(String path) {
    return isIn(Workspace.FOLDER, path) || isIn(Workspace.TESTS, path);
  }

  private static boolean isIn(String folder, String path) {
    return path.startsWith(folder) && path.substring(folder.length()).matches(FILE);
  }

  /// Writes a file whole, or not at all, and gives the text that stands there now.
  String write(String path, String text) throws IOException {
    if (!isOfStrategies(path)) {
      throw new IllegalArgumentException("not the path of a strategy or of its test");
    }
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    String written = Files.readString(file, StandardCharsets.UTF_8);
    if (!written.equals(text)) {
      throw new IOException("what was written is not what stands there: " + file.getFileName());
    }
    return written;
  }

  @Override
  public void close() throws IOException {
    remove(folder);
  }

  private static void remove(Path tree) throws IOException {
    if (!Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
