package sorte.trading.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The dead man's timer: when the owner last gave a sign, in a file that outlives the process, and
/// whether that is too long ago. Time is told by two clocks, and the one that says longer counts: a
/// clock that was put back cannot keep a trader going.
final class Heartbeat {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Path file;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private double hours;
  private long beatMillis;
  private long beatNanos;
  private boolean told;

  /// @param hours how long the owner may be silent; 0 for ever
  /// @param nanos a clock that nobody puts back
  private Heartbeat(Path file, double hours, InstantSource clock, LongSupplier nanos) {
    this.file = file;
    this.hours = hours;
    this.clock = clock;
    this.nanos = nanos;
    this.beatMillis = clock.millis();
    this.beatNanos = nanos.getAsLong();
  }

  /// Goes on from the sign that stands in `file`; the first start is one. What cannot be read, or
  /// lies in the future, was no sign.
  static Heartbeat of(Path file, double hours, InstantSource clock, LongSupplier nanos)
      throws IOException {
    Heartbeat heartbeat = new Heartbeat(file, hours, clock, nanos);
    if (Files.exists(file)) {
      heartbeat.beatMillis = written(file);
    } else {
      heartbeat.beat();
    }
    return heartbeat;
  }

  private static long written(Path file) throws IOException {
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  /// @param limit how long the owner may be silent; 0 for ever
  synchronized void atMost(double limit) {
    told = told && limit == hours;
    hours = limit;
  }

  synchronized void beat() throws IOException {
    beatMillis = clock.millis();
    beatNanos = nanos.getAsLong();
    told = false;
    Files.writeString(file, beatMillis + "\n");
  }

  /// Whether the owner is silent for too long; told once for each silence.
  synchronized boolean failed() {
    if (hours == 0 || told) {
      return false;
    }
    long now = clock.millis();
    boolean future = beatMillis > now + HOUR_MILLIS;
    long here = (nanos.getAsLong() - beatNanos) / NANOS_PER_MILLI;
    told = future || Math.max(now - beatMillis, here) > hours * HOUR_MILLIS;
    return told;
  }

  synchronized String reason() {
    return "no sign of the owner for " + hours + " hours";
  }
}
