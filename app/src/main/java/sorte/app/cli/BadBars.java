package sorte.app.cli;

import sorte.trading.market.BarsReading;

/// A bars file that cannot be used, in the person's words: each bad row by its line.
final class BadBars {
  private BadBars() {}

  static Problem problem(Screen screen, BarsReading.Bad bad) {
    StringBuilder all = new StringBuilder();
    for (BarsReading.Problem problem : bad.problems()) {
      String what = screen.words().say("bars." + problem.rule()) + quoted(problem.seen());
      String line =
          problem.line() == 0
              ? screen.words().say("error.bad-bars-file", bad.file(), what)
              : screen
                  .words()
                  .say(
                      bad.file().endsWith(".parquet") ? "error.bad-bars-row" : "error.bad-bars",
                      bad.file(),
                      Long.toString(problem.line()),
                      what,
                      screen.words().say("bars.row"));
      all.append(all.isEmpty() ? "" : "\n").append(line);
    }
    int more = bad.found() - bad.problems().size();
    if (more > 0) {
      all.append('\n').append(screen.words().say("error.more", Integer.toString(more)));
    }
    return Problem.usage(all.toString());
  }

  /// What was seen of the line, which no language changes.
  private static String quoted(String seen) {
    int from = seen.indexOf('"');
    return from < 0 ? "" : ": " + seen.substring(from);
  }
}
