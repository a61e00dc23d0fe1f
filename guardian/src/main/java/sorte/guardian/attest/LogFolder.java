package sorte.guardian.attest;

import java.nio.file.Path;
import sorte.trading.home.Home;

/// The files of the guardian's log.
///
/// @param milestone entries from one milestone to the next
record LogFolder(Path folder, int milestone) {
  /// The checkpoint of each ten thousandth entry is kept.
  static final int MILESTONE = 10_000;

  static LogFolder of(Home home) {
    return new LogFolder(home.guardianLog(), MILESTONE);
  }

  /// The entries, from the first on.
  Path entries() {
    return folder.resolve("entries.log");
  }

  /// The latest checkpoint.
  Path checkpoint() {
    return folder.resolve("checkpoint");
  }

  /// The checkpoint of an entry that is about to be written: signed before, so that an entry that a
  /// crash left ahead of the latest checkpoint is known for ours.
  Path next() {
    return folder.resolve("checkpoint.next");
  }

  /// The checkpoints that are kept for good.
  Path milestones() {
    return folder.resolve("checkpoints");
  }

  /// The head of before there were checkpoints.
  Path head() {
    return folder.resolve("head.json");
  }
}
