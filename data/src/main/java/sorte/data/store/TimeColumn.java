package sorte.data.store;

import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBReadableVector;
import sorte.trading.market.BarTime;

/// How the times of a Parquet file are written: whole numbers (milliseconds since 1970 UTC),
/// timestamps of any fineness, dates, or texts as in a CSV file.
///
/// @param sql the expression that gives them, as whole numbers or texts
/// @param perMilli how many of the whole numbers' units make a millisecond; 0 for texts
record TimeColumn(String sql, int perMilli) {
  private static final Set<String> WHOLE =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "HUGEINT");
  private static final int MICROS = 1_000;
  private static final int NANOS = 1_000_000;

  /// The reading of a type; empty where times are not written in it.
  static Optional<TimeColumn> of(String type) {
    if (WHOLE.contains(type)) {
      return Optional.of(new TimeColumn("TRY_CAST(time AS BIGINT)", 1));
    }
    return switch (type) {
      case "TIMESTAMP_NS" -> finite("epoch_ns(time)", NANOS);
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP WITH TIME ZONE" ->
          finite("epoch_us(time)", MICROS);
      case "DATE" -> finite("epoch_us(CAST(time AS TIMESTAMP))", MICROS);
      case "VARCHAR" -> Optional.of(new TimeColumn("time", 0));
      default -> Optional.empty();
    };
  }

  private static Optional<TimeColumn> finite(String sql, int perMilli) {
    return Optional.of(new TimeColumn("CASE WHEN isfinite(time) THEN " + sql + " END", perMilli));
  }

  /// Milliseconds since 1970 UTC; [BarTime#NONE] where the row has no such time.
  long millis(DuckDBReadableVector times, long row) {
    if (times.isNull(row)) {
      return BarTime.NONE;
    }
    if (perMilli == 0) {
      return BarTime.of(times.getString(row));
    }
    long units = times.getLong(row);
    return units % perMilli == 0 ? BarTime.of(units / perMilli) : BarTime.NONE;
  }

  String shown(DuckDBReadableVector times, long row) {
    if (times.isNull(row)) {
      return "null";
    }
    return perMilli == 0 ? times.getString(row) : Long.toString(times.getLong(row));
  }
}
