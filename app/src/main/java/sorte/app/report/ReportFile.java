package sorte.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Where a report goes: whole or not at all. A file that is there is replaced in one step.
public final class ReportFile {
  private ReportFile() {}

  /// Whether its folder is there and it is no folder itself.
  public static boolean possible(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && Files.isDirectory(folder) && !Files.isDirectory(file);
  }

  public static void write(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    Path beside = Files.createTempFile(target.getParent(), ".report-", ".part");
    try {
      Files.write(beside, bytes);
      beside.toFile().setReadable(true, false);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
