package sorte.app.cli;

import sorte.trading.market.BarsReading;

/// A bars file that cannot be used, in the person's words: each bad row by its line.
final class BadBars {
  private BadBars() {}

  static Problem problem(Screen screen, BarsReading.Bad bad) {
    StringBuilder all = new StringBuilder();
    for (BarsReading.Problem problem : bad.problems()) {
      String line =
          problem.line() == 0
              ? screen
                  .words()
                  .say("error.bad-bars-file", bad.file(), problem.seen(), problem.remedy())
              : screen
                  .words()
                  .say(
                      "error.bad-bars",
                      bad.file(),
                      Long.toString(problem.line()),
                      problem.rule() + ": " + problem.seen(),
                      problem.remedy());
      all.append(all.isEmpty() ? "" : "\n").append(line);
    }
    int more = bad.found() - bad.problems().size();
    if (more > 0) {
      all.append('\n').append(screen.words().say("error.more", Integer.toString(more)));
    }
    return Problem.usage(all.toString());
  }
}
