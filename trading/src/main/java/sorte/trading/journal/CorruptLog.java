package sorte.trading.journal;

import java.io.IOException;
import java.nio.file.Path;

/// A bad record with good ones behind it: damage, not a torn write. Nothing was changed.
public final class CorruptLog extends IOException {
  private static final long serialVersionUID = 1L;

  private final long record;

  /// @param record number of the damaged record; below 0 for the file's own head
  /// @param offset of the damaged bytes in the file
  public CorruptLog(Path file, long record, long offset, String seen) {
    super(
        "%s: %s at byte %d is damaged (%s); restore the file from a backup"
            .formatted(file, record < 0 ? "the head" : "record " + record, offset, seen));
    this.record = record;
  }

  /// The number of the damaged record, from 0; below 0 when the file's own head is damaged.
  public long record() {
    return record;
  }
}
