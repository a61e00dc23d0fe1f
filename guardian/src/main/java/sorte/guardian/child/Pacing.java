package sorte.guardian.child;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import sorte.guardian.child.PaceAnswer.Faulted;
import sorte.guardian.child.PaceAnswer.Measured;
import sorte.guardian.child.PaceAnswer.Spent;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.release.MeterControl;
import sorte.trading.release.ReleaseLoader;

/// Runs two versions beside each other, a block of bars the one, the same block the other, the
/// first one second in the next; once over without looking, then as often as it takes.
final class Pacing {

  /// Decisions between two looks at the clock: long against what a look costs.
  static final int BLOCK = 50;

  /// Pairs of blocks at most.
  static final int PAIRS_MOST = 240;

  /// Bars that each version runs over, at least, before anything counts.
  static final int WARMING = 6_000;

  /// Of the time there is, what warming may take.
  private static final int WARMING_PART = 4;

  private static final int PASSES_MOST = 200;
  private static final int NAME_MOST = 500;
  private static final long NANOS_A_MILLI = 1_000_000;

  private final PaceTask task;
  private final LongSupplier clock;
  private final LongSupplier allocated;
  private final long[] candidate = new long[PAIRS_MOST];
  private final long[] stable = new long[PAIRS_MOST];
  private int pairs;

  /// @param clock nanoseconds of processor that this thread had
  /// @param allocated bytes that this thread allocated
  Pacing(PaceTask task, LongSupplier clock, LongSupplier allocated) {
    this.task = task;
    this.clock = clock;
    this.allocated = allocated;
  }

  static PaceAnswer run(PaceTask task) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    LongSupplier clock =
        threads.isCurrentThreadCpuTimeSupported()
            ? threads::getCurrentThreadCpuTime
            : System::nanoTime;
    return new Pacing(task, clock, threads::getCurrentThreadAllocatedBytes).run();
  }

  PaceAnswer run() {
    long start = System.nanoTime();
    long whole = task.millis() * NANOS_A_MILLI;
    try {
      Side its = new Side(task.candidate(), true);
      Side other = new Side(task.stable(), false);
      int warmed = 0;
      while (warmed < WARMING && System.nanoTime() - start < whole / WARMING_PART) {
        warmed += pass(its, other, start + whole / WARMING_PART, false);
      }
      for (int passes = 0; passes < PASSES_MOST && pairs < PAIRS_MOST; passes++) {
        pass(its, other, start + whole, true);
        if (System.nanoTime() - start > whole || pairs == 0) {
          break; // a second pass would find no more
        }
      }
      return new Measured(
          BLOCK,
          new Spent(Arrays.copyOf(candidate, pairs), its.bytes, its.steps),
          new Spent(Arrays.copyOf(stable, pairs), other.bytes, other.steps));
    } catch (Stopped stopped) {
      return stopped.fault;
    }
  }

  /// Once over the bars; pairs count from the first at which both decide. Gives the bars that each
  /// ran over.
  private int pass(Side its, Side other, long end, boolean counts) throws Stopped {
    its.begin();
    other.begin();
    int deciding = Math.max(its.runner.firstDecisionBar(), other.runner.firstDecisionBar());
    boolean turned = false;
    int from = 0;
    for (; from + BLOCK <= task.bars().bars(); from += BLOCK) {
      if (pairs == PAIRS_MOST || System.nanoTime() > end) {
        break;
      }
      boolean noted = counts && from >= deciding;
      long first = turned ? other.block(from, noted) : its.block(from, noted);
      long second = turned ? its.block(from, noted) : other.block(from, noted);
      if (noted) {
        candidate[pairs] = turned ? second : first;
        stable[pairs] = turned ? first : second;
        pairs++;
      }
      turned = !turned;
    }
    return from;
  }

  /// One version, in a loader of its own.
  private final class Side {
    private final boolean candidate;
    private final MeterControl meter;
    private final StrategyType type;
    private Runner runner;
    private long bytes;
    private long steps;
    private int bar = -1;

    Side(PaceTask.Version version, boolean candidate) throws Stopped {
      this.candidate = candidate;
      try {
        ReleaseLoader.Metered loaded =
            ReleaseLoader.load(
                version.classes(), version.className(), task.stepsPerBar(), MeterControl.LIFE_FUEL);
        meter = loaded.meter();
        type = StrategyType.of(loaded.type());
      } catch (Exception | Error e) {
        throw new Stopped(fault(e.getClass().getName()));
      }
      runner = made();
    }

    void begin() throws Stopped {
      bar = -1;
      runner = made();
    }

    private Runner made() throws Stopped {
      try {
        meter.refill();
        Runner made = Runner.start(type, new TreeMap<>(), ZoneOffset.UTC, task.bars()::barMillis);
        meter.settle();
        return made;
      } catch (Exception | Error e) {
        throw new Stopped(fault(e.getClass().getName()));
      }
    }

    /// Decides on one block. Gives what it took.
    long block(int from, boolean counts) throws Stopped {
      long used = 0;
      long before = allocated.getAsLong();
      long start = clock.getAsLong();
      for (bar = from; bar < from + BLOCK; bar++) {
        used += decide();
      }
      long took = clock.getAsLong() - start;
      if (counts) {
        bytes += allocated.getAsLong() - before;
        steps += used;
      }
      return took;
    }

    private long decide() throws Stopped {
      BarColumns bars = task.bars();
      boolean paid = meter.refill();
      try {
        runner.onBar(
            bars.time()[bar],
            bars.open()[bar],
            bars.high()[bar],
            bars.low()[bar],
            bars.close()[bar],
            bars.volume()[bar]);
      } catch (Exception | Error e) {
        throw new Stopped(fault(e.getClass().getName()));
      }
      long used = meter.settle();
      if (!paid || used < 0) {
        throw new Stopped(fault("sorte.meter.FuelSpent"));
      }
      return used;
    }

    private Faulted fault(String name) {
      return new Faulted(candidate, bar, Words.cut(name, NAME_MOST));
    }
  }

  /// A version did not come to the end.
  private static final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Faulted fault;

    Stopped(Faulted fault) {
      super(fault.exception(), null, false, false);
      this.fault = fault;
    }
  }
}
