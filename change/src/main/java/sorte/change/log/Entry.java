package sorte.change.log;

import java.time.Instant;

/// One record of the log.
///
/// @param seq its number in the log, from 0
/// @param change a small whole number as text: "1", "2", …
public record Entry(long seq, Instant at, String change, ChangeEvent event) {
  public String type() {
    return event.getClass().getSimpleName();
  }
}
