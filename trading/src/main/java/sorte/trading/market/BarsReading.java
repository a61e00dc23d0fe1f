package sorte.trading.market;

import java.util.List;
import java.util.stream.Collectors;

/// How reading a bars file ended: all of it, or nothing of it.
public sealed interface BarsReading {

  /// All rows were sound.
  ///
  /// @param sha256 the digest of the file's bytes as they lie on disk, in hexadecimal
  record Read(Bars bars, String sha256) implements BarsReading {}

  /// Nothing was taken.
  ///
  /// @param problems the first of them, in the order of the lines; never empty
  /// @param found how many there are in all
  record Bad(String file, List<Problem> problems, int found) implements BarsReading {

    public Bad {
      problems = List.copyOf(problems);
      if (problems.isEmpty() || found < problems.size()) {
        throw new IllegalArgumentException("a bad file has at least one problem, found " + found);
      }
    }

    /// All that is known, one problem a line.
    public String message() {
      String said = problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
      int unsaid = found - problems.size();
      return file + ":\n" + said + (unsaid == 0 ? "" : "\n(and " + unsaid + " more)");
    }
  }

  /// One thing wrong with a bars file.
  ///
  /// @param rule its name, for programs: `missing-file`, `wrong-header`, `high-below-low`, …
  /// @param line the line's number from 1; 0 when it is the file as a whole
  /// @param seen what was found there
  /// @param remedy what to do
  record Problem(String rule, long line, String seen, String remedy) {
    public String message() {
      String where = line == 0 ? "" : "line " + line + ": ";
      return where + rule + ": " + seen + ". " + remedy;
    }
  }
}
