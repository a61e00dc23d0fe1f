package sorte.data.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// SQL over the store, to read. Each series is a view, `"BTCUSDT:1h"`, and `BTCUSDT_1h` where no
/// other series could mean that. The database is in memory and reaches the Parquet files of the
/// store and nothing else; only one SELECT passes; settings are locked; time, memory and rows are
/// bounded.
public final class StoreQuery {

  /// The longest that a question may take.
  public static final Duration LONGEST = Duration.ofSeconds(60);

  /// The most rows that are given unless more are asked for.
  public static final int USUAL_ROWS = 1_000;

  /// The most rows that may be asked for.
  public static final int MOST_ROWS = 100_000;

  /// The longest question, in characters.
  public static final int LONGEST_SQL = 100_000;

  private final MarketStore store;
  private final Path spill;

  StoreQuery(MarketStore store, Path spill) {
    this.store = store;
    this.spill = spill;
  }

  /// How a question ended.
  public sealed interface Outcome {}

  /// An answer.
  ///
  /// @param rows texts, numbers (Long, Double, BigDecimal), booleans and nulls
  /// @param more whether there are rows beyond these
  public record Answered(List<String> columns, List<List<@Nullable Object>> rows, boolean more)
      implements Outcome {}

  /// It could not be answered.
  ///
  /// @param rule `not-a-select`, `sql-error` or `too-slow`
  public record Refused(String rule, String said) implements Outcome {}

  public Outcome ask(String sql, int mostRows) throws IOException {
    return ask(sql, mostRows, LONGEST);
  }

  Outcome ask(String sql, int mostRows, Duration longest) throws IOException {
    if (mostRows < 1 || mostRows > MOST_ROWS) {
      throw new IllegalArgumentException("rows must be 1 to " + MOST_ROWS + ", was " + mostRows);
    }
    if (sql.length() > LONGEST_SQL) {
      return new Refused("not-a-select", "longer than " + LONGEST_SQL + " characters");
    }
    try (Duck duck = Duck.open(spill)) {
      offer(duck);
      Refused refused = refusal(duck, sql);
      return refused != null ? refused : answer(duck, sql, mostRows, longest);
    } catch (SQLException e) {
      return new Refused("sql-error", said(e));
    }
  }

  /// Makes the views, then shuts the database in.
  private void offer(Duck duck) throws SQLException, IOException {
    List<Series> all = store.series();
    duck.run(
        "SET allowed_paths = ["
            + all.stream()
                .map(series -> Duck.text(store.parquet(series).toAbsolutePath()))
                .collect(Collectors.joining(", "))
            + "]");
    Map<String, Integer> plain = new HashMap<>();
    all.forEach(series -> plain.merge(plain(series), 1, Integer::sum));
    for (Series series : all) {
      String as =
          " AS SELECT * FROM read_parquet("
              + Duck.text(store.parquet(series).toAbsolutePath())
              + ")";
      duck.run("CREATE VIEW " + Duck.name(series.toString()) + as);
      if (plain.getOrDefault(plain(series), 0) == 1) {
        duck.run("CREATE VIEW " + Duck.name(plain(series)) + as);
      }
    }
    duck.run("SET enable_external_access = false");
    duck.run("SET lock_configuration = true");
  }

  private static String plain(Series series) {
    return series.toString().replaceAll("[^A-Za-z0-9]", "_");
  }

  /// Why this is not one SELECT, by the database's own parser; null where it is.
  private static @Nullable Refused refusal(Duck duck, String sql) throws SQLException {
    String asked =
        "SELECT json_extract_string(parsed, '$.error'), json_extract_string(parsed, '$.error_type'),"
            + " json_extract_string(parsed, '$.error_message'),"
            + " json_array_length(parsed, '$.statements')"
            + " FROM (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS parsed)";
    try (PreparedStatement statement = duck.connection().prepareStatement(asked)) {
      statement.setString(1, sql);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        if (!"false".equals(rows.getString(1))) {
          String rule = "parser".equals(rows.getString(2)) ? "sql-error" : "not-a-select";
          return new Refused(rule, String.valueOf(rows.getString(3)));
        }
        long count = rows.getLong(4);
        return count == 1 ? null : new Refused("not-a-select", count + " statements");
      }
    }
  }

  private static Outcome answer(Duck duck, String sql, int mostRows, Duration longest) {
    long start = System.nanoTime();
    try (PreparedStatement statement = duck.connection().prepareStatement(sql)) {
      statement.setQueryTimeout((int) longest.toSeconds());
      try (ResultSet rows = statement.executeQuery()) {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
          columns.add(meta.getColumnName(i));
        }
        List<List<@Nullable Object>> all = new ArrayList<>();
        boolean more = false;
        while (rows.next()) {
          if (all.size() == mostRows) {
            more = true;
            break;
          }
          List<@Nullable Object> row = new ArrayList<>();
          for (int i = 1; i <= columns.size(); i++) {
            row.add(plain(rows.getObject(i)));
          }
          all.add(row);
        }
        return new Answered(columns, all, more);
      }
    } catch (SQLException e) {
      // an answer that is cut off while it comes says no more than that it is invalid
      boolean slow = System.nanoTime() - start >= longest.toNanos();
      return slow
          ? new Refused("too-slow", longest.toSeconds() + " s")
          : new Refused("sql-error", said(e));
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case LocalDateTime time -> time.toInstant(ZoneOffset.UTC).toString();
      case java.sql.Timestamp time -> time.toLocalDateTime().toInstant(ZoneOffset.UTC).toString();
      case OffsetDateTime time -> time.toInstant().toString();
      case Boolean truth -> truth;
      case Float number -> number(number.doubleValue());
      case Double number -> number(number);
      case java.math.BigDecimal number -> number;
      case java.math.BigInteger number -> number;
      case Number number -> number.longValue();
      default -> value.toString();
    };
  }

  /// JSON has no word for what is no number.
  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }

  private static String said(SQLException e) {
    return String.valueOf(e.getMessage()).strip();
  }
}
