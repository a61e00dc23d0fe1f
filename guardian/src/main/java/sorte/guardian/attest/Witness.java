package sorte.guardian.attest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import sorte.trading.release.GuardianKey;

/// A copy of the log's checkpoints outside the home: a home that is put back to an earlier state, or
/// a second history signed with the same key, does not agree with it.
public final class Witness {
  private static final System.Logger LOG = System.getLogger(Witness.class.getName());
  private static final String ENDING = ".checkpoints";

  private final Path file;
  private String milestones = "";
  private boolean failed;

  private Witness(Path file) {
    this.file = file;
  }

  /// The copy in `folder` of the log of this key.
  static Witness in(Path folder, GuardianKey key) {
    return new Witness(file(folder, key));
  }

  /// Where `folder` keeps the copy of the log of this key.
  public static Path file(Path folder, GuardianKey key) {
    return folder.toAbsolutePath().resolve(Checkpoint.origin(key) + ENDING);
  }

  /// What it saw.
  static List<Checkpoint> seen(Path file, GuardianKey key) throws IOException {
    return Checkpoint.all(file, key);
  }

  List<Checkpoint> seen(GuardianKey key) throws IOException {
    return seen(file, key);
  }

  /// Takes over the checkpoints of each ten thousandth entry.
  void milestones(String notes) {
    milestones = notes;
  }

  /// Keeps the latest checkpoint behind the milestones. A folder that cannot be written is said and
  /// stops nothing: the copy then stays behind, which an audit tells.
  void keep(String latest) {
    String notes = milestones.endsWith(latest) ? milestones : milestones + latest;
    try {
      WholeFile.write(file, notes.getBytes(StandardCharsets.UTF_8));
      failed = false;
    } catch (IOException e) {
      if (!failed) {
        LOG.log(System.Logger.Level.WARNING, "the witness copy cannot be written, " + file, e);
      }
      failed = true;
    }
  }
}
