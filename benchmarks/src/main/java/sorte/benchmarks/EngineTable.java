package sorte.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.DoubleNumFactory;
import sorte.strategies.BollingerBreakout;
import sorte.strategies.DonchianTrend;
import sorte.strategies.EmaCross;
import sorte.strategies.MacdCross;
import sorte.strategies.RsiMeanReversion;
import sorte.strategies.SmaCrossLong;
import sorte.strategies.SmaCrossReverse;
import sorte.strategies.TurtleAtrStop;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.AccountRules;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.Decisions;
import sorte.trading.backtest.GuardedBacktest;
import sorte.trading.backtest.Sweep;
import sorte.trading.backtest.SweepAxis;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;
import sorte.trading.release.ReleaseLoader;
import sorte.trading.risk.Limits;

/// Prints what the engine costs beside a hand-written loop and ta4j, in one run:
/// `benchmarks/engine`.
public final class EngineTable {
  private static final double FEE = 1e-6;
  private static final double CASH = 1_000_000;
  private static final int MILLION = 1_000_000;

  /// Bars that go by before anything is measured: all of it is compiled for good then.
  private static final int WARM_BARS = 20 * MILLION;

  private static final int SWEPT_BARS = 100_000;

  /// Sweeps that go by before one is measured: both cores work, and the compiler gets little.
  private static final int WARM_SWEEPS = 8;

  private static final int PEER_BARS = 100_000;
  private static final int CLASSES = 20;
  private static final int FAST = 10;
  private static final int SLOW = 20;

  private static final Backtest BACKTEST =
      new Backtest(
          Costs.fee(FEE),
          Fill.NEXT_OPEN,
          Money.of(CASH),
          Instrument.wholeUnits("DATA"),
          ZoneOffset.UTC);

  /// Wide enough for this strategy: each order is checked, none is denied.
  private static final AccountRules RULES =
      new AccountRules(new Limits(10, 10, 1, 1, 1, 100_000), 0.99);

  private static final List<Class<?>> SHIPPED =
      List.of(
          EmaCross.class,
          MacdCross.class,
          DonchianTrend.class,
          RsiMeanReversion.class,
          BollingerBreakout.class,
          TurtleAtrStop.class,
          SmaCrossReverse.class);

  private EngineTable() {}

  /// @param arguments a part to print: `backtest`, `sweep`, `memory`, `live`; all without one
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String part = arguments.length == 0 ? "" : arguments[0];
    if (part.equals("resident")) {
      resident();
      return;
    }
    if (part.isEmpty() || part.equals("backtest")) {
      backtests();
    }
    if (part.isEmpty() || part.equals("sweep")) {
      sweeps();
    }
    if (part.isEmpty() || part.equals("memory")) {
      memory();
    }
    if (part.isEmpty() || part.equals("live")) {
      LiveTable.print();
    }
  }

  private static void backtests() {
    Table.title(
        "A backtest: SMA(10) over SMA(20), ns of processor a bar, median of 5 runs in turns");
    ReleaseLoader.Metered metered = Woven.of(SmaCrossLong.class);
    Bars million = Walk.of(1, MILLION);
    double[] alone = beside("1 M bars", million, metered);
    Bars tenMillion = Walk.of(2, 10 * MILLION);
    beside("10 M bars", tenMillion, metered);
    others(million.slice(0, SWEPT_BARS));
    beside("1 M bars, " + CLASSES + " more classes", million, metered);
    Table.row(
        "allocated by a run for each further bar, beyond its equity and trades: %.3f bytes",
        allocated());
    peers(million.slice(0, PEER_BARS), alone[0]);
  }

  private static double[] beside(String what, Bars bars, ReleaseLoader.Metered metered) {
    HandWritten hand = hand(bars);
    StrategyType type = StrategyType.of(metered.type());
    long[] nanos =
        Table.processorMedians(
            Math.max(2, WARM_BARS / bars.size()),
            () -> hand.run(FAST, SLOW),
            () -> engine(bars, type, metered));
    GuardedBacktest ran = engine(bars, type, metered);
    double end = hand.run(FAST, SLOW);
    double ours = Money.toDouble(ran.result().finalEquity());
    if (ran.result().trades().size() != hand.trades()
        || ran.denied() != 0
        || Math.abs(end - ours) > 1e-3 * CASH) {
      throw new IllegalStateException(
          "not the same backtest: %d trades and %s, by hand %d and %s"
              .formatted(ran.result().trades().size(), ours, hand.trades(), end));
    }
    double byHand = (double) nanos[0] / bars.size();
    double bySorte = (double) nanos[1] / bars.size();
    Table.row(
        "%-28s hand-written %6.2f   sorte (orders, last check, budget, metered) %6.2f   ratio %.2f",
        what, byHand, bySorte, bySorte / byHand);
    return new double[] {byHand, bySorte};
  }

  private static GuardedBacktest engine(
      Bars bars, StrategyType type, ReleaseLoader.Metered metered) {
    return BACKTEST.guarded("sma", bars, Decisions.metered(type, Map.of(), metered.meter()), RULES);
  }

  private static void others(Bars bars) {
    for (int k = 0; k < CLASSES; k++) {
      ReleaseLoader.Metered other = Woven.of(SHIPPED.get(k % SHIPPED.size()));
      StrategyType type = StrategyType.of(other.type());
      for (int round = 0; round < 5; round++) {
        engine(bars, type, other);
      }
    }
  }

  private static void peers(Bars bars, double byHand) {
    Peer doubles = new Peer(bars, DoubleNumFactory.getInstance());
    Peer decimals = new Peer(bars, DecimalNumFactory.getInstance());
    long[] nanos =
        Table.processorMedians(1, () -> doubles.run(FAST, SLOW), () -> decimals.run(FAST, SLOW));
    String[] names = {"ta4j, doubles", "ta4j, decimals"};
    for (int i = 0; i < nanos.length; i++) {
      double each = (double) nanos[i] / bars.size();
      Table.row(
          "%-28s %8.0f ns a bar over %d bars   ratio %.0f",
          names[i], each, bars.size(), each / byHand);
    }
  }

  /// Bytes that one more bar costs a run that is one of many, where array and trades are not kept.
  private static double allocated() {
    Bars longer = Walk.of(3, MILLION);
    Bars shorter = longer.slice(0, SWEPT_BARS);
    long more = oneMore(longer) - oneMore(shorter);
    return (double) more / (longer.size() - shorter.size());
  }

  private static long oneMore(Bars bars) {
    StrategyType type = StrategyType.of(SmaCrossLong.class);
    long one = Long.MAX_VALUE;
    long many = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      one = Math.min(one, swept(bars, type, 1));
      many = Math.min(many, swept(bars, type, 11));
    }
    return (many - one) / 10;
  }

  private static long swept(Bars bars, StrategyType type, int runs) {
    List<SortedMap<String, Double>> settings = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      settings.add(new TreeMap<>());
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    new Sweep(BACKTEST, bars, 1).runs(settings, _ -> Decisions.of(type, Map.of()), _ -> {});
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void sweeps() {
    int cores = Runtime.getRuntime().availableProcessors();
    Table.title("A sweep: 1,000 pairs over 100 k bars on " + cores + " cores, median of 5");
    Bars bars = Walk.of(4, SWEPT_BARS);
    StrategyType type = StrategyType.of(SmaCrossLong.class);
    List<SortedMap<String, Double>> settings =
        Sweep.settings(
            new TreeMap<>(),
            List.of(axis("fast-ma.period", 5, 1, 25), axis("slow-ma.period", 40, 5, 40)));
    Sweep sweep = new Sweep(BACKTEST, bars, cores);
    long[] nanos =
        Table.medians(
            WARM_SWEEPS,
            () -> byHand(bars, settings, cores),
            () -> sweep.run(type, settings, _ -> {}));
    double byHand = settings.size() * 1e9 / nanos[0];
    double bySorte = settings.size() * 1e9 / nanos[1];
    Table.row("hand-written %.0f a second   sorte %.0f a second", byHand, bySorte);
  }

  private static SweepAxis axis(String name, int from, int step, int count) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add((double) (from + i * step));
    }
    return new SweepAxis(name, values);
  }

  private static void byHand(Bars bars, List<SortedMap<String, Double>> settings, int cores) {
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < cores; t++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                HandWritten hand = hand(bars);
                for (int i = next.getAndIncrement();
                    i < settings.size();
                    i = next.getAndIncrement()) {
                  hand.run(
                      settings.get(i).getOrDefault("fast-ma.period", 0.0).intValue(),
                      settings.get(i).getOrDefault("slow-ma.period", 0.0).intValue());
                }
              }));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static HandWritten hand(Bars bars) {
    double[] open = new double[bars.size()];
    double[] close = new double[bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      open[i] = bars.open(i);
      close[i] = bars.close(i);
    }
    return new HandWritten(open, close, FEE, CASH);
  }

  private static void memory() throws IOException, InterruptedException {
    Table.title("Resident memory of a process that holds 10 M bars and runs the backtest");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            EngineTable.class.getName(),
            "resident")
        .inheritIO()
        .start()
        .waitFor();
  }

  private static void resident() throws IOException {
    ReleaseLoader.Metered metered = Woven.of(SmaCrossLong.class);
    Bars bars = Walk.of(2, 10 * MILLION);
    GuardedBacktest ran = engine(bars, StrategyType.of(metered.type()), metered);
    String most =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse("VmHWM is not told here");
    Table.row("%s (%d trades)", most.replaceAll("\\s+", " "), ran.result().trades().size());
  }
}
