package sorte.guardian.scope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The table of zones.
final class Zones {

  /// Who may rewrite a path.
  enum Zone {
    FREE,
    GUARDED,
    SEALED
  }

  private record Row(Zone zone, String path, Pattern pattern) {
    /// Letters that a path must have: the more, the more specific.
    int specificity() {
      return path.replace("*", "").length();
    }
  }

  private final List<Row> rows;

  private Zones(List<Row> rows) {
    this.rows = rows;
  }

  static Zones read() {
    try (InputStream in = Zones.class.getResourceAsStream("zones.tsv")) {
      if (in == null) {
        throw new IllegalStateException("the table of zones is missing");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Zones parse(String table) {
    List<Row> rows = new ArrayList<>();
    for (String line : table.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length != 2) {
        throw new IllegalStateException("zones.tsv: a row has a zone and a path, was " + line);
      }
      rows.add(
          new Row(Zone.valueOf(cells[0].toUpperCase(Locale.ROOT)), cells[1], pattern(cells[1])));
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException("zones.tsv names no path");
    }
    return new Zones(List.copyOf(rows));
  }

  /// The zone of a path: sealed where any row seals it; otherwise that of the most specific row,
  /// the stricter one where two are as specific.
  Zone of(String path) {
    Row best = new Row(Zone.GUARDED, "", Pattern.compile(".*"));
    for (Row row : rows) {
      if (!row.pattern.matcher(path).matches()) {
        continue;
      }
      if (row.zone == Zone.SEALED) {
        return Zone.SEALED;
      }
      boolean more = row.specificity() > best.specificity();
      boolean stricter =
          row.specificity() == best.specificity() && row.zone.compareTo(best.zone) > 0;
      if (more || stricter) {
        best = row;
      }
    }
    return best.zone;
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c != '*') {
        regex.append(Pattern.quote(String.valueOf(c)));
      } else if (glob.startsWith("**/", i)) {
        regex.append("(?:[^/]+/)*");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        regex.append("[^/]*");
      }
    }
    return Pattern.compile(regex.toString());
  }
}
