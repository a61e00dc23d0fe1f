package sorte.guardian.attest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sorte.trading.home.Home;
import sorte.trading.release.GuardianKey;
import sorte.trading.release.GuardianKey.Digest;

/// A copy of the log's checkpoints outside the home: a home that is put back to an earlier state,
/// or a second history signed with the same key, does not agree with it.
public final class Witness {
  private static final System.Logger LOG = System.getLogger(Witness.class.getName());
  private static final String ENDING = ".checkpoints";

  /// Digits of the digest of the log's place.
  private static final int PLACE = 8;

  private final Path file;
  private String milestones = "";
  private boolean failed;

  private Witness(Path file) {
    this.file = file;
  }

  /// The copy in `folder` of this log.
  static Witness in(Path folder, LogFolder log, GuardianKey key) {
    return new Witness(file(folder, log, key));
  }

  /// Where `folder` keeps the copy of the log of this home.
  public static Path file(Path folder, Home home, GuardianKey key) {
    return file(folder, LogFolder.of(home), key);
  }

  /// Named by the log's key and by where it is: a home that was copied goes on by itself elsewhere,
  /// and does not speak against the one that it is a copy of.
  static Path file(Path folder, LogFolder log, GuardianKey key) {
    String place = log.folder().toAbsolutePath().normalize().toString();
    String named = Digest.sha256(place.getBytes(StandardCharsets.UTF_8)).substring(0, PLACE);
    return folder.toAbsolutePath().resolve(Checkpoint.origin(key) + "-" + named + ENDING);
  }

  /// Copies the checkpoints of a home's log to a file of its own; false where it has none.
  public static boolean copied(Home home, Path to) throws IOException {
    LogFolder files = LogFolder.of(home);
    if (!Files.exists(files.checkpoint())) {
      return false;
    }
    Witness copy = new Witness(to.toAbsolutePath());
    if (Files.exists(files.milestones())) {
      copy.milestones = Files.readString(files.milestones());
    }
    WholeFile.write(copy.file, copy.notes(Files.readString(files.checkpoint())));
    return true;
  }

  private byte[] notes(String latest) {
    String notes = milestones.endsWith(latest) ? milestones : milestones + latest;
    return notes.getBytes(StandardCharsets.UTF_8);
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
    try {
      WholeFile.write(file, notes(latest));
      failed = false;
    } catch (IOException e) {
      if (!failed) {
        LOG.log(System.Logger.Level.WARNING, "the witness copy cannot be written, " + file, e);
      }
      failed = true;
    }
  }

  /// Where it is.
  @Override
  public String toString() {
    return file.toString();
  }
}
