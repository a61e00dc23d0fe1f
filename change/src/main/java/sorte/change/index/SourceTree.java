package sorte.change.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The Java sources below a folder.
public final class SourceTree {
  /// The most files of one tree.
  public static final int FILES_MOST = 20_000;

  private static final int DEEPEST = 40;

  /// What was built, what is data, what other programs keep.
  private static final Set<String> PASSED_OVER = Set.of("target", "build", "out", "resources");

  private SourceTree() {}

  /// The tree has more files than are indexed.
  public static final class TooManyFiles extends IOException {
    private static final long serialVersionUID = 1L;

    TooManyFiles(Path root) {
      super(root + " has more than " + FILES_MOST + " source files");
    }
  }

  /// All `.java` files below `root`, by path. Folders of built things, of resources and hidden ones
  /// are passed over, and links are not followed.
  public static List<SourceFile> of(Path root) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean passed = PASSED_OVER.contains(name) || name.startsWith(".");
            return passed && !folder.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && file.toString().endsWith(".java")) {
              if (files.size() == FILES_MOST) {
                throw new TooManyFiles(root);
              }
              String path = root.relativize(file).toString().replace('\\', '/');
              files.add(
                  new SourceFile(
                      path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(SourceFile::path));
    return files;
  }
}
