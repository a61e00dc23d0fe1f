package sorte.trading.journal;

import java.io.IOException;
import java.nio.file.Path;

/// A bad record with good ones behind it: damage, not a torn write. Nothing was changed.
public final class CorruptLog extends IOException {
  private static final long serialVersionUID = 1L;

  private final long record;

  public CorruptLog(Path file, long record, long offset, String seen) {
    super(
        "%s: record %d at byte %d is damaged (%s); restore the file from a backup"
            .formatted(file, record, offset, seen));
    this.record = record;
  }

  /// The number of the damaged record, from 0.
  public long record() {
    return record;
  }
}
