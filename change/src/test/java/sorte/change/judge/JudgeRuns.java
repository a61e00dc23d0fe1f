package sorte.change.judge;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Prints what the judge says about many seeded streams of each cell, for `scenarios/judge`, and
/// beside it what a rank test says of the same streams. Exit 1 where a promise is broken.
final class JudgeRuns {
  /// A chance of 1 %, and what a run of this many streams may show above it by luck alone (three
  /// deviations).
  private static final double PROMISED = 0.01;

  private static final double LUCK = 3;

  private final PrintStream out;
  private final RealTrades trades;
  private final int streams;
  private final long seed;
  private boolean kept = true;

  private JudgeRuns(PrintStream out, RealTrades trades, int streams, long seed) {
    this.out = out;
    this.trades = trades;
    this.streams = streams;
    this.seed = seed;
  }

  /// @param arguments the folder of recorded series, streams of each cell, seed, and one cell where
  ///   only that is wanted
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    RealTrades trades = RealTrades.from(Path.of(arguments[0]));
    JudgeRuns runs =
        new JudgeRuns(out, trades, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    runs.all(arguments.length > 3 ? Cell.valueOf(arguments[3]) : null);
    System.exit(runs.kept ? 0 : 1);
  }

  private void all(@Nullable Cell only) throws InterruptedException {
    out.printf(
        Locale.ROOT,
        "%d streams a cell of up to %d pairs, seed %d, correlation %.1f, margin %.2f sigma, a look"
            + " at every pair%nreal trades: %s%n%n",
        streams,
        StreamRun.LONGEST,
        seed,
        Twins.CORRELATION,
        Rules.DEFAULT_MARGIN,
        trades.source());
    out.printf(
        "%-22s %16s %8s %8s %8s %8s %10s %9s | %16s %12s%n",
        "",
        "pairs to abort",
        "false",
        "equal",
        "worse by",
        "equal",
        "could not",
        "failed",
        "rank test: pairs",
        "false alarms");
    out.printf(
        "%-22s %16s %8s %8s %8s %8s %10s %9s | %16s %12s%n",
        "cell",
        "-0.5 / -0.25",
        "aborts",
        "better",
        "margin",
        "promoted",
        "measure",
        "self-test",
        "-0.5 / -0.25",
        "98 % / low");
    for (Cell cell : only == null ? Cell.values() : new Cell[] {only}) {
      CellFigures figures = CellFigures.measured(cell, streams, seed, trades.trades());
      line(figures);
    }
    out.printf(
        "%nfalse aborts and equal better: of equal versions, ever within %d pairs; worse by margin:"
            + " promoted as not worse; equal promoted: as not worse within %d pairs; could not"
            + " measure: where an equal stream ended so.%nrank test (a tenth of the streams):"
            + " Mann-Whitney on the two groups, looked at after every pair: pairs to Kayenta's"
            + " \"low\"; equal versions ever below by the plain test at 98 %%, and ever \"low\".%n",
        StreamRun.LONGEST, StreamRun.EARLY);
    independentGroups();
    out.println(kept ? "every promise was kept" : "a promise was broken, see ! above");
  }

  private void line(CellFigures f) {
    out.printf(
        Locale.ROOT,
        "%-22s %16s %8s %8s %8s %8s %10s %9s | %16s %12s  %.0f s%n",
        f.cell().words,
        pairs(f.abortAtHalf()) + " / " + pairs(f.abortAtQuarter()),
        promised(f.cell(), f.falseAborts()),
        promised(f.cell(), f.better()),
        promised(f.cell(), f.worsePromoted()),
        percent(f.equalPromoted()),
        percent(f.unmeasured()),
        percent(f.selfTestFailed()),
        pairs(f.rankAtHalf()) + " / " + pairs(f.rankAtQuarter()),
        percent(f.rankPlain()) + " / " + percent(f.rankLow()),
        f.seconds());
  }

  /// What canary tools really compare: groups that have nothing in common.
  private void independentGroups() throws InterruptedException {
    double[] alarms = CellFigures.independentGroups(streams, seed);
    out.printf(
        Locale.ROOT,
        "rank test on independent Gaussian groups, equal, below at 98 %%: looked at once %s, 50"
            + " times %s, after every pair %s%n",
        percent(alarms[0]),
        percent(alarms[1]),
        percent(alarms[2]));
  }

  private String promised(Cell cell, double share) {
    boolean held =
        !cell.promised()
            || share <= PROMISED + LUCK * Math.sqrt(PROMISED * (1 - PROMISED) / streams);
    kept &= held;
    return percent(share) + (held ? "" : "!");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  private static String pairs(int pairs) {
    return pairs > StreamRun.LONGEST ? "never" : Integer.toString(pairs);
  }
}
