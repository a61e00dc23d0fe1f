package sorte.guardian.child;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sorte.guardian.child.DecideAnswer.Decided;
import sorte.guardian.child.DecideAnswer.Decisions;
import sorte.guardian.child.DecideAnswer.Faulted;
import sorte.guardian.child.DecideTask.Run;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.release.MeterControl;
import sorte.trading.release.ReleaseLoader;

/// Runs a metered candidate over bars and writes down what it decides.
final class Deciding {

  private static final int MESSAGE_MOST = 1000;
  private static final String FUEL_SPENT = "sorte.meter.FuelSpent";

  private final DecideTask task;
  private final ThreadMXBean threads;

  Deciding(DecideTask task) {
    this.task = task;
    this.threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }

  DecideAnswer run() {
    List<Decisions> runs = new ArrayList<>();
    for (Run run : task.runs()) {
      runs.add(run.place().during(() -> decide(run)));
    }
    return new DecideAnswer(runs);
  }

  private Decisions decide(Run run) {
    int bar = -1;
    MeterControl meter = null;
    try {
      String className = run.className().isEmpty() ? task.className() : run.className();
      ReleaseLoader.Metered loaded =
          ReleaseLoader.load(classes(run), className, task.stepsPerBar(), MeterControl.LIFE_FUEL);
      meter = loaded.meter();
      StrategyType type = StrategyType.of(loaded.type());
      if (!meter.refill()) {
        return spent(bar);
      }
      Feeding feeding = Feeding.of(task, run);
      Runner runner = Runner.start(type, run.settings(), ZoneOffset.UTC, feeding::barMillis);
      if (meter.settle() < 0) {
        return spent(bar);
      }
      int[] signals = new int[run.bars()];
      double[] stops = new double[run.bars()];
      long worst = 0;
      long nanos = 0;
      long bytes = threads.getCurrentThreadAllocatedBytes();
      for (bar = 0; bar < run.bars() && !feeding.over(bar); bar++) {
        if (!meter.refill()) {
          return spent(bar);
        }
        BarColumns bars = feeding.at(bar);
        int row = feeding.row(bar);
        long before = System.nanoTime();
        signals[bar] =
            runner.onBar(
                bars.time()[row],
                bars.open()[row],
                bars.high()[row],
                bars.low()[row],
                bars.close()[row],
                bars.volume()[row]);
        long took = System.nanoTime() - before;
        if (meter.settle() < 0) {
          return spent(bar);
        }
        stops[bar] = runner.stopDistance();
        nanos += took;
        worst = Math.max(worst, took);
      }
      bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
      Holding holding = Holding.of(runner.terms());
      return new Decided(
          runner.firstDecisionBar(),
          holding,
          Arrays.copyOf(signals, bar),
          Arrays.copyOf(stops, bar),
          nanos,
          worst,
          bytes);
    } catch (VirtualMachineError | Exception | LinkageError | AssertionError e) {
      return faulted(bar, e, meter);
    } catch (Error e) {
      return faulted(bar, e, meter);
    }
  }

  private SortedMap<String, byte[]> classes(Run run) {
    if (run.variant() == 0) {
      return task.classes();
    }
    SortedMap<String, byte[]> classes = new TreeMap<>(task.classes());
    classes.putAll(task.variants().get(run.variant() - 1));
    return classes;
  }

  /// Spent although nothing was thrown: the candidate caught it, which does not help it.
  private Faulted spent(int bar) {
    return new Faulted(
        bar,
        FUEL_SPENT,
        "the budget of " + task.stepsPerBar() + " steps was used up",
        0,
        task.stepsPerBar());
  }

  private Faulted faulted(int bar, Throwable e, @Nullable MeterControl meter) {
    long spent = meter == null ? 0 : meter.settle();
    String name = e.getClass().getName();
    if (name.equals(FUEL_SPENT)) {
      return new Faulted(bar, name, spent(bar).message(), line(e), task.stepsPerBar());
    }
    return new Faulted(
        bar,
        Words.cut(name, MESSAGE_MOST),
        Words.cut(e.getMessage(), MESSAGE_MOST),
        line(e),
        spent < 0 ? task.stepsPerBar() : spent);
  }

  private int line(Throwable e) {
    for (StackTraceElement frame : e.getStackTrace()) {
      if (task.classes().containsKey(frame.getClassName())) {
        return Math.max(0, frame.getLineNumber());
      }
    }
    return 0;
  }

  /// The bars of one run, given or made.
  ///
  /// @param walk none where they were given
  private static final class Feeding {
    private final BarColumns given;
    private final LongMarket.@Nullable Walk walk;
    private final long deadline;
    private int from;

    private Feeding(BarColumns given, LongMarket.@Nullable Walk walk, long millis) {
      this.given = given;
      this.walk = walk;
      this.deadline = System.nanoTime() + millis * 1_000_000;
    }

    static Feeding of(DecideTask task, Run run) {
      if (!task.onMade(run)) {
        return new Feeding(task.series().get(run.series()), null, 0);
      }
      LongMarket.Walk walk = task.made().walk();
      return new Feeding(walk.next(), walk, task.made().millis());
    }

    long barMillis() {
      return given.barMillis();
    }

    BarColumns at(int bar) {
      if (walk != null && bar - from == given.bars()) {
        walk.next();
        from = bar;
      }
      return given;
    }

    int row(int bar) {
      return bar - from;
    }

    /// Whether the time for a made market is over; looked at between two of its parts.
    boolean over(int bar) {
      return walk != null && bar - from == given.bars() && System.nanoTime() > deadline;
    }
  }
}
