package sorte.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import sorte.trading.market.BarTime;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsIntake;
import sorte.trading.market.BarsReading;

/// Bars out of and into Parquet. What comes out has passed the same rules as the rows of a CSV
/// file, and a bad row is named by its number.
final class ParquetBars {
  private static final List<String> COLUMNS = List.of(BarsFile.HEADER.split(","));
  private static final Set<String> NUMBERS =
      Set.of("DOUBLE", "FLOAT", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UINTEGER");
  private static final String GLOB = ".*[*?\\[\\]{}].*";

  private static final long MICROS_A_MILLI = 1_000;

  private final Duck duck;

  ParquetBars(Duck duck) {
    this.duck = duck;
  }

  /// Reads a file; whatever is wrong with it is an outcome.
  ///
  /// @param sha256 what the reading shall say the bars' digest is
  BarsReading read(Path file, String sha256) throws SQLException {
    if (file.toString().matches(GLOB)) {
      return bad(file, "odd-name", "the path holds one of * ? [ ] { }", "Rename it");
    }
    Map<String, String> types;
    try {
      types = types(file);
    } catch (SQLException e) {
      return unreadable(file, e);
    }
    TimeColumn time = TimeColumn.of(types.getOrDefault("time", "")).orElse(null);
    if (!types.keySet().equals(Set.copyOf(COLUMNS))) {
      return bad(
          file,
          "wrong-header",
          "its columns are " + BarsIntake.safe(String.join(",", types.keySet())),
          "Its columns must be " + BarsFile.HEADER);
    }
    for (String column : COLUMNS) {
      boolean fits = column.equals("time") ? time != null : number(types.getOrDefault(column, ""));
      if (!fits) {
        return bad(
            file,
            "wrong-type",
            "its column " + column + " is of the type " + types.get(column),
            "Times are whole numbers, timestamps, dates or texts; all else numbers");
      }
    }
    try {
      return rows(file, java.util.Objects.requireNonNull(time), sha256);
    } catch (SQLException e) {
      return unreadable(file, e);
    }
  }

  private static boolean number(String type) {
    return NUMBERS.contains(type) || type.startsWith("DECIMAL");
  }

  private Map<String, String> types(Path file) throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    try (Statement statement = duck.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "DESCRIBE SELECT * FROM read_parquet(" + Duck.text(file) + ")")) {
      while (rows.next()) {
        types.put(rows.getString(1), rows.getString(2));
      }
    }
    return types;
  }

  private BarsReading rows(Path file, TimeColumn time, String sha256) throws SQLException {
    long count = count(file);
    if (count == 0) {
      return bad(file, "no-bars", "there are columns and no bar", "Give at least one bar");
    }
    if (count > BarsFile.MOST_BARS) {
      return bad(file, "too-many-bars", "more than " + BarsFile.MOST_BARS, "Split the file");
    }
    String columns =
        COLUMNS.stream()
            .skip(1)
            .map(column -> "CAST(" + column + " AS DOUBLE)")
            .collect(Collectors.joining(", "));
    String sql =
        "SELECT %s, %s FROM read_parquet(%s)".formatted(time.sql(), columns, Duck.text(file));
    BarsIntake intake = new BarsIntake((int) count);
    long row = 0;
    try (PreparedStatement statement = duck.connection().prepareStatement(sql);
        DuckDBChunkedResult result = statement.unwrap(DuckDBPreparedStatement.class).query()) {
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        take(chunk, time, row, intake);
        row += chunk.rowCount();
      }
    }
    return intake.reading(file.toString(), sha256);
  }

  private long count(Path file) throws SQLException {
    try (Statement statement = duck.connection().createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT count(*) FROM read_parquet(" + Duck.text(file) + ")")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void take(
      DuckDBDataChunkReader chunk, TimeColumn time, long before, BarsIntake intake) {
    DuckDBReadableVector times = chunk.vector(0);
    DuckDBReadableVector[] values = new DuckDBReadableVector[COLUMNS.size()];
    for (int i = 1; i < values.length; i++) {
      values[i] = chunk.vector(i);
    }
    double[] row = new double[values.length];
    for (long at = 0; at < chunk.rowCount(); at++) {
      for (int i = 1; i < values.length; i++) {
        row[i] = values[i].getDouble(at, Double.NaN);
      }
      long millis = time.millis(times, at);
      String broken =
          millis == BarTime.NONE
              ? "bad-time"
              : intake.take(millis, row[1], row[2], row[3], row[4], row[5]);
      if (!broken.isEmpty()) {
        String what =
            broken.equals("bad-time")
                ? "the time is neither UTC to the millisecond nor epoch milliseconds"
                : BarsIntake.fault(broken, row[1], row[2], row[3], row[4], row[5]);
        String shown =
            "%s,%s,%s,%s,%s,%s"
                .formatted(time.shown(times, at), row[1], row[2], row[3], row[4], row[5]);
        intake.refuse(broken, before + at + 1, what, shown);
      }
    }
  }

  /// Writes a file, whole or not at all, with notes on what it holds.
  void write(Path file, Bars bars, Map<String, String> notes) throws SQLException, IOException {
    duck.run(
        "CREATE OR REPLACE TEMP TABLE bars(time TIMESTAMP, open DOUBLE, high DOUBLE, low DOUBLE,"
            + " close DOUBLE, volume DOUBLE)");
    try (DuckDBAppender appender = duck.connection().createAppender("temp", "main", "bars")) {
      for (int i = 0; i < bars.size(); i++) {
        appender.beginRow();
        appender.appendEpochMicros(bars.time(i) * MICROS_A_MILLI);
        appender.append(bars.open(i)).append(bars.high(i)).append(bars.low(i));
        appender.append(bars.close(i)).append(bars.volume(i));
        appender.endRow();
      }
    }
    String told =
        new TreeMap<>(notes)
            .entrySet().stream()
                .map(note -> Duck.text(note.getKey()) + ": " + Duck.text(note.getValue()))
                .collect(Collectors.joining(", "));
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(draft);
    duck.run(
        "COPY bars TO %s (FORMAT parquet, COMPRESSION zstd, KV_METADATA {%s})"
            .formatted(Duck.text(draft), told));
    duck.run("DROP TABLE bars");
    Durable.replace(draft, file);
  }

  private static BarsReading unreadable(Path file, SQLException e) {
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return bad(file, "bad-parquet", BarsIntake.safe(said), "Give a whole Parquet file");
  }

  private static BarsReading bad(Path file, String rule, String seen, String remedy) {
    return new BarsReading.Bad(
        file.toString(), List.of(new BarsReading.Problem(rule, 0, seen, remedy)), 1);
  }
}
