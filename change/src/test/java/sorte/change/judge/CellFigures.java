package sorte.change.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import sorte.trading.market.SplitMix;

/// What came of many streams of one cell. Each stream hangs on the seed and its number alone, so
/// the figures do not hang on how many threads made them.
///
/// @param abortAtHalf median pairs to abort where the harm is half a deviation a bar
/// @param unmeasured share of equal streams that ended as could-not-measure
record CellFigures(
    Cell cell,
    int abortAtHalf,
    int abortAtQuarter,
    double falseAborts,
    double better,
    double worsePromoted,
    double equalPromoted,
    double unmeasured,
    double selfTestFailed,
    int rankAtHalf,
    int rankAtQuarter,
    double rankPlain,
    double rankLow,
    double seconds) {
  private static final int LOOKS = 50;
  private static final int CHUNKS = 20;
  private static final int RANKED = 10;
  private static final long ODD = 0x632BE59BD9B4E019L;
  private static final double NANOS = 1e9;

  /// Without the time they took.
  CellFigures figures() {
    return new CellFigures(
        cell,
        abortAtHalf,
        abortAtQuarter,
        falseAborts,
        better,
        worsePromoted,
        equalPromoted,
        unmeasured,
        selfTestFailed,
        rankAtHalf,
        rankAtQuarter,
        rankPlain,
        rankLow,
        0);
  }

  static CellFigures measured(Cell cell, int streams, long seed, List<double[]> trades)
      throws InterruptedException {
    long start = System.nanoTime();
    double margin = Rules.DEFAULT_MARGIN;
    // the ranks are dear: they are looked at on a tenth of the streams
    int ranked = Math.max(1, streams / RANKED);
    List<StreamRun> half =
        each(
            streams,
            of(seed, cell, 1),
            (i, s) -> StreamRun.worse(cell, s, trades, 0.5, i < ranked));
    List<StreamRun> quarter =
        each(
            streams,
            of(seed, cell, 2),
            (i, s) -> StreamRun.worse(cell, s, trades, margin, i < ranked));
    List<StreamRun> equal =
        each(streams, of(seed, cell, 3), (i, s) -> StreamRun.equal(cell, s, trades, i < ranked));
    return new CellFigures(
        cell,
        median(half, StreamRun::aborted),
        median(quarter, StreamRun::aborted),
        share(equal, run -> run.aborted() != StreamRun.NEVER),
        share(equal, run -> run.better() != StreamRun.NEVER),
        share(quarter, run -> run.promoted() != StreamRun.NEVER),
        share(equal, run -> run.promoted() <= StreamRun.EARLY),
        share(equal, StreamRun::unmeasured),
        share(equal, StreamRun::selfTestFailed),
        median(half.subList(0, ranked), StreamRun::rankLow),
        median(quarter.subList(0, ranked), StreamRun::rankLow),
        share(equal.subList(0, ranked), run -> run.rankPlain() != StreamRun.NEVER),
        share(equal.subList(0, ranked), run -> run.rankLow() != StreamRun.NEVER),
        (System.nanoTime() - start) / NANOS);
  }

  /// Shares of equal, unpaired groups that the rank test at 98 % ever calls lower: looked at once
  /// at the end, fifty times, after every pair.
  static double[] independentGroups(int streams, long seed) throws InterruptedException {
    List<Integer> seen =
        each(
            Math.max(1, streams / RANKED),
            seed ^ Long.MIN_VALUE,
            (_, s) -> {
              SplitMix random = new SplitMix(s);
              RankTest rank = new RankTest(StreamRun.LONGEST);
              int alarms = 0;
              for (int n = 1; n <= StreamRun.LONGEST; n++) {
                rank.see(random.normal(), random.normal());
                if (rank.plain()) {
                  alarms |= 4;
                  alarms |= n % (StreamRun.LONGEST / LOOKS) == 0 ? 2 : 0;
                  alarms |= n == StreamRun.LONGEST ? 1 : 0;
                }
              }
              return alarms;
            });
    double[] shares = new double[3];
    for (int looks = 0; looks < shares.length; looks++) {
      int bit = 1 << looks;
      shares[looks] = (double) seen.stream().filter(a -> (a & bit) != 0).count() / seen.size();
    }
    return shares;
  }

  private interface Run<T> {
    T of(int number, long seed);
  }

  private static long of(long seed, Cell cell, int part) {
    return seed * 1_000_003 + cell.ordinal() * 101L + part;
  }

  private static <T> List<T> each(int streams, long seed, Run<T> run) throws InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    int size = Math.max(1, streams / (CHUNKS * threads));
    List<Callable<List<T>>> parts = new ArrayList<>();
    for (int from = 0; from < streams; from += size) {
      int first = from;
      int end = Math.min(streams, from + size);
      parts.add(() ->
          IntStream.range(first, end)
              .mapToObj(i -> run.of(i, new SplitMix(seed + i * ODD).nextLong()))
              .toList());
    }
    List<T> results = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<List<T>> part : pool.invokeAll(parts)) {
        results.addAll(part.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a stream failed", e);
    }
    return results;
  }

  private static int median(List<StreamRun> runs, ToIntFunction<StreamRun> of) {
    int[] sorted = runs.stream().mapToInt(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double share(List<StreamRun> runs, Predicate<StreamRun> of) {
    return (double) runs.stream().filter(of).count() / runs.size();
  }
}
