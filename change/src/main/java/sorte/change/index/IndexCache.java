package sorte.change.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/// Keeps an index between two processes. What is read from it is a start, never an answer: each
/// file counts only while its text has the digest that it was read with, and all of it only for the
/// same form, the same JDK and the same libraries.
public final class IndexCache {
  /// The form of the bytes, and of what is written down of a file. A change to either is a new one.
  private static final int FORM = 1;

  private static final int DIGEST = 64;

  private final Path file;
  private final byte[] stands;

  /// @param file where it is kept
  /// @param classPath the libraries of the tree
  public IndexCache(Path file, List<Path> classPath) throws IOException {
    this.file = file;
    StringBuilder said = new StringBuilder("sorte code index " + FORM + "\n" + Runtime.version());
    for (Path library : classPath) {
      said.append('\n').append(library.toAbsolutePath());
      if (Files.exists(library)) {
        said.append(' ').append(Files.size(library)).append(' ');
        said.append(Files.getLastModifiedTime(library).toMillis());
      }
    }
    this.stands = CodeIndex.digest(said.toString()).getBytes(StandardCharsets.US_ASCII);
  }

  /// What was kept; the index of nothing where there is nothing, or nothing that counts.
  public CodeIndex load() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length < 2 * DIGEST || !Arrays.equals(Arrays.copyOf(bytes, DIGEST), stands)) {
        return CodeIndex.empty();
      }
      byte[] body = Arrays.copyOfRange(bytes, 2 * DIGEST, bytes.length);
      byte[] digest = CodeIndex.digest(body).getBytes(StandardCharsets.US_ASCII);
      if (!Arrays.equals(Arrays.copyOfRange(bytes, DIGEST, 2 * DIGEST), digest)) {
        return CodeIndex.empty();
      }
      return new CodeIndex(IndexBytes.read(body));
    } catch (IOException _) {
      return CodeIndex.empty(); // what cannot be read is made anew
    }
  }

  /// Keeps `index` in the place of what was kept: whole, or not at all.
  public void keep(CodeIndex index) throws IOException {
    byte[] body = index.bytes();
    byte[] digest = CodeIndex.digest(body).getBytes(StandardCharsets.US_ASCII);
    Path folder = file.toAbsolutePath().getParent();
    Path aside = Files.createTempFile(folder, "code-index", ".part");
    try (var out = Files.newOutputStream(aside)) {
      out.write(stands);
      out.write(digest);
      out.write(body);
    } catch (IOException e) {
      Files.deleteIfExists(aside);
      throw e;
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
