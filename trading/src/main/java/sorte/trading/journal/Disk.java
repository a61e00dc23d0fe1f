package sorte.trading.journal;

import java.io.IOException;
import java.nio.file.Path;

/// Where the journal's files lie: the journal's one door to the disk. A simulated one shows what a
/// torn, failed or lost write makes of it.
public interface Disk {

  /// Whether this file is there, whole.
  boolean holds(Path file);

  /// Makes a file of so many zeros in place of what is there: afterwards it is on the disk whole,
  /// or it is not there at all.
  ///
  /// @throws IOException when there is no room
  void make(Path file, int size) throws IOException;

  /// The bytes of a file that is there.
  Region open(Path file) throws IOException;

  /// The machine's own disk, its files mapped.
  static Disk mapped() {
    return new MappedDisk();
  }
}
