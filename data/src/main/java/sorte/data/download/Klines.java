package sorte.data.download;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.market.Bar;

/// The exchange's bars as it writes them, in the archive (CSV) and over REST (JSON arrays): open
/// time, open, high, low, close, volume, and columns that are not taken. In any order, twice if
/// need be; but never two that say different things of one time.
final class Klines {
  private static final int FEWEST_COLUMNS = 6;

  /// Times from here on are microseconds, as the archive has had them since 2025: as milliseconds
  /// this is the year 5138.
  static final long MICROSECONDS_FROM = 100_000_000_000_000L;

  private static final int MICROS_A_MILLI = 1_000;

  private final TreeMap<Long, Bar> bars = new TreeMap<>();
  private final long from;
  private final long to;
  private final long step;

  /// @param from the first time that belongs here, in milliseconds
  /// @param to the first that no longer does
  /// @param step the length of a bar
  Klines(long from, long to, long step) {
    this.from = from;
    this.to = to;
    this.step = step;
  }

  TreeMap<Long, Bar> bars() {
    return bars;
  }

  /// Takes a file of the archive.
  void csv(byte[] csv) throws BadPart {
    int number = 0;
    for (String line : new String(csv, StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      String row = line.strip();
      if (row.isEmpty() || (number == 1 && row.startsWith("open_time"))) {
        continue;
      }
      take("line " + number, row.split(",", -1));
    }
  }

  /// Takes a page of the REST interface; how many bars it held.
  int json(byte[] page) throws BadPart {
    JsonNode rows;
    try {
      rows = Json.read(page);
    } catch (DoorError e) {
      throw new BadPart("not JSON: " + e.what());
    }
    if (!rows.isArray()) {
      throw new BadPart("not an array of bars");
    }
    int number = 0;
    for (JsonNode row : rows) {
      number++;
      String[] cells = new String[row.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = row.path(i).asText();
      }
      take("bar " + number, cells);
    }
    return number;
  }

  private void take(String where, String[] cells) throws BadPart {
    if (cells.length < FEWEST_COLUMNS) {
      throw new BadPart(where + " has " + cells.length + " columns");
    }
    Bar bar;
    try {
      long time = Long.parseLong(cells[0].strip());
      if (time >= MICROSECONDS_FROM) {
        if (time % MICROS_A_MILLI != 0) {
          throw new BadPart(where + " starts within a millisecond");
        }
        time /= MICROS_A_MILLI;
      }
      bar =
          new Bar(
              time,
              Double.parseDouble(cells[1]),
              Double.parseDouble(cells[2]),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]),
              Double.parseDouble(cells[5]));
    } catch (IllegalArgumentException e) {
      throw new BadPart(where + ": " + e.getMessage());
    }
    if (bar.time() < from || bar.time() >= to) {
      throw new BadPart(where + " is of another time: " + bar.time());
    }
    Bar known = bars.put(bar.time(), bar);
    if (known != null && !known.equals(bar)) {
      throw new BadPart(where + " says something else of " + bar.time() + " than another line");
    }
  }

  /// Takes out the bars that had not ended at `now`: they may still change.
  void ended(long now) {
    bars.tailMap(now - step, false).clear();
  }
}
