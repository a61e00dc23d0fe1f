package sorte.guardian.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import sorte.guardian.child.AnalyseAnswer.Seen;

/// Which rule weighs what, and under which name people are told of it: `rules.tsv`. A rule of
/// SpotBugs' that is not named there weighs what its category does; any other that is not named
/// refuses.
final class RuleTable {

  static final RuleTable HERE = read();

  private static final String SPOTBUGS = "spotbugs";

  /// @param phrase the rule of the finding, without `static.`
  record Row(String phrase, Weight weight) {}

  private final Map<String, Row> rows;

  private RuleTable(Map<String, Row> rows) {
    this.rows = rows;
  }

  Row row(Seen seen) {
    Row named = rows.get(seen.tool() + " " + seen.rule());
    if (named != null) {
      return named;
    }
    return rows.getOrDefault(seen.tool() + " *" + seen.kind(), new Row(SPOTBUGS, Weight.REFUSES));
  }

  /// Every row, by tool and rule; a category's begins with a star.
  Map<String, Row> rows() {
    return new TreeMap<>(rows);
  }

  private static RuleTable read() {
    try (InputStream in = RuleTable.class.getResourceAsStream("rules.tsv")) {
      Map<String, Row> rows = new TreeMap<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(row -> rows.put(row[0] + " " + row[1], new Row(row[2], Weight.valueOf(row[3]))));
      return new RuleTable(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
