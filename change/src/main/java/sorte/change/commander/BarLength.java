package sorte.change.commander;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import sorte.trading.home.Home;

/// How long a bar of this home's market lasts: the smallest step of time in its history.
final class BarLength {
  private static final int LOOKED_AT = 200;

  private BarLength() {}

  static long of(Home home) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(home.history())) {
      lines.readLine();
      long smallest = Long.MAX_VALUE;
      long previous = Long.MIN_VALUE;
      for (int i = 0; i < LOOKED_AT; i++) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        long time = millis(line.substring(0, Math.max(0, line.indexOf(','))));
        if (previous != Long.MIN_VALUE) {
          smallest = Math.min(smallest, time - previous);
        }
        previous = time;
      }
      if (smallest <= 0 || smallest == Long.MAX_VALUE) {
        throw new IOException(home.history() + " does not tell how long a bar lasts");
      }
      return smallest;
    }
  }

  private static long millis(String time) {
    if (time.matches("-?\\d+")) {
      return Long.parseLong(time);
    }
    return time.length() == "2024-01-01".length()
        ? LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
        : Instant.parse(time).toEpochMilli();
  }
}
