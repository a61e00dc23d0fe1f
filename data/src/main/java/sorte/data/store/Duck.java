package sorte.data.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;

/// A database in memory that reads and writes Parquet, and fetches nothing from anywhere.
final class Duck implements AutoCloseable {

  /// The most memory that the database takes for itself; more goes to the disk.
  static final String MEMORY = "2GB";

  /// The most that may go to the disk.
  static final String SPILL = "8GB";

  private final DuckDBConnection connection;

  private Duck(DuckDBConnection connection) {
    this.connection = connection;
  }

  /// @param spill a folder for what does not fit into memory; made only when needed
  static Duck open(Path spill) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("temp_directory", spill.toString());
    settings.setProperty("max_temp_directory_size", SPILL);
    Duck duck = new Duck((DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings));
    duck.run("SET TimeZone = 'UTC'");
    return duck;
  }

  DuckDBConnection connection() {
    return connection;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// What the Parquet file says of itself, by key.
  Map<String, String> notes(Path file) throws SQLException {
    Map<String, String> notes = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT decode(key), decode(value) FROM parquet_kv_metadata(" + text(file) + ")")) {
      while (rows.next()) {
        notes.put(rows.getString(1), rows.getString(2));
      }
    }
    return notes;
  }

  static String text(Object value) {
    return "'" + value.toString().replace("'", "''") + "'";
  }

  static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
