package sorte.data.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import sorte.trading.market.Bars;
import sorte.trading.market.ColumnFile;

/// What the store knows of a series without reading its bars: the notes in its Parquet file.
///
/// @param first the start of its first bar, in milliseconds since 1970 UTC
/// @param last the start of its last bar
/// @param gaps in how many places bars are missing
/// @param missing how many are
/// @param sha256 the digest of the bars ([ColumnFile#digest])
/// @param sources where they came from, the latest last
public record StoredSeries(
    Series series,
    int rows,
    long first,
    long last,
    int gaps,
    long missing,
    String sha256,
    List<String> sources) {

  /// The most sources that are remembered: the latest.
  public static final int MOST_SOURCES = 20;

  private static final String VERSION = "1";

  public StoredSeries {
    sources = List.copyOf(sources);
  }

  static StoredSeries of(Series series, Bars bars, List<String> before, String source) {
    SequencedSet<String> sources = new LinkedHashSet<>(before);
    sources.remove(source);
    sources.add(source);
    List<String> latest = List.copyOf(sources);
    int gaps = 0;
    for (int i = 1; i < bars.size(); i++) {
      gaps += Survey.missing(bars.time(i) - bars.time(i - 1), series.timeframe()) > 0 ? 1 : 0;
    }
    return new StoredSeries(
        series,
        bars.size(),
        bars.time(0),
        bars.time(bars.size() - 1),
        gaps,
        Survey.missing(bars, series.timeframe()),
        ColumnFile.digest(bars),
        latest.subList(Math.max(0, latest.size() - MOST_SOURCES), latest.size()));
  }

  Map<String, String> notes() {
    Map<String, String> notes = new TreeMap<>();
    notes.put("sorte.version", VERSION);
    notes.put("sorte.series", series.toString());
    notes.put("sorte.rows", Integer.toString(rows));
    notes.put("sorte.first", Long.toString(first));
    notes.put("sorte.last", Long.toString(last));
    notes.put("sorte.gaps", Integer.toString(gaps));
    notes.put("sorte.missing", Long.toString(missing));
    notes.put("sorte.sha256", sha256);
    notes.put("sorte.sources", String.join("\n", sources));
    return notes;
  }

  /// @throws IllegalArgumentException when these are not the notes of this series
  static StoredSeries of(Series series, Map<String, String> notes) {
    if (!VERSION.equals(notes.get("sorte.version"))
        || !series.toString().equals(notes.get("sorte.series"))) {
      throw new IllegalArgumentException("not written by this store as " + series);
    }
    return new StoredSeries(
        series,
        Integer.parseInt(notes.getOrDefault("sorte.rows", "")),
        Long.parseLong(notes.getOrDefault("sorte.first", "")),
        Long.parseLong(notes.getOrDefault("sorte.last", "")),
        Integer.parseInt(notes.getOrDefault("sorte.gaps", "")),
        Long.parseLong(notes.getOrDefault("sorte.missing", "")),
        notes.getOrDefault("sorte.sha256", ""),
        notes.getOrDefault("sorte.sources", "").lines().toList());
  }
}
