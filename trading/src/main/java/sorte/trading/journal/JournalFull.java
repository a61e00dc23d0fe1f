package sorte.trading.journal;

import java.io.IOException;
import java.nio.file.Path;

/// The journal's last segment is full and no other could be made. Nothing may be done that is not
/// written, so the trader stops here.
public final class JournalFull extends IOException {
  private static final long serialVersionUID = 1L;

  JournalFull(Path folder) {
    super(folder + " cannot take another record; free the disk and start again");
  }
}
