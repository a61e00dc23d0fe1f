package sorte.trading.backtest;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import sorte.strategy.run.IndicatorMemo;
import sorte.strategy.run.Runner;
import sorte.strategy.run.SettingProblem;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;
import sorte.trading.money.Book;

/// One strategy over one series with many settings, on several threads. Each distinct indicator of
/// the house is computed once. Every run equals, bit for bit, the backtest of its settings alone,
/// and stands in the order of the settings whatever thread was first.
///
/// @param threads how many work at once
public record Sweep(Backtest backtest, Bars bars, int threads) {

  /// The most runs of one sweep.
  public static final int MOST_RUNS = 100_000;

  /// The most parameters that vary.
  public static final int MOST_AXES = 8;

  public Sweep {
    if (threads < 1 || bars.isEmpty()) {
      throw new IllegalArgumentException(
          "a sweep needs a thread and a bar, has " + threads + " and " + bars.size());
    }
  }

  /// How many runs these axes make; more than [Sweep#MOST_RUNS] are said to be one more.
  public static int count(List<SweepAxis> axes) {
    long count = 1;
    for (SweepAxis axis : axes) {
      count = Math.min(MOST_RUNS + 1L, count * axis.values().size());
    }
    return (int) count;
  }

  /// All combinations, the last axis fastest, each on top of what is fixed.
  public static List<SortedMap<String, Double>> settings(
      SortedMap<String, Double> fixed, List<SweepAxis> axes) {
    if (axes.size() > MOST_AXES || count(axes) > MOST_RUNS) {
      throw new IllegalArgumentException(
          "a sweep has at most " + MOST_AXES + " ranges and " + MOST_RUNS + " runs");
    }
    List<SortedMap<String, Double>> all = List.of(new TreeMap<>(fixed));
    for (SweepAxis axis : axes) {
      List<SortedMap<String, Double>> more = new ArrayList<>();
      for (SortedMap<String, Double> one : all) {
        for (double value : axis.values()) {
          SortedMap<String, Double> next = new TreeMap<>(one);
          next.put(axis.parameter(), value);
          more.add(next);
        }
      }
      all = more;
    }
    return all;
  }

  /// What is wrong with any of these settings, each problem once.
  public static List<String> problems(StrategyType type, List<SortedMap<String, Double>> settings) {
    return settings.stream()
        .flatMap(one -> type.problems(one).stream())
        .map(SettingProblem::text)
        .distinct()
        .toList();
  }

  /// Runs a strategy with each of these settings; [sorte.strategy.run.BadSettings] where some do
  /// not fit.
  ///
  /// @param done hears how many runs are through, from any thread
  public List<SweepRun> run(
      StrategyType type, List<SortedMap<String, Double>> settings, IntConsumer done) {
    IndicatorMemo memo = bars.memo();
    if (settings.size() > 1) {
      shared(
          settings.size(),
          () ->
              i -> {
                memo.learn(type, settings.get(i), ZoneOffset.UTC);
                return Optional.empty();
              },
          _ -> {});
    }
    return runs(
        settings,
        i -> Decisions.of(Runner.start(type, settings.get(i), ZoneOffset.UTC, memo)),
        done);
  }

  /// The same with decisions that come from elsewhere, by the number of their settings.
  public List<SweepRun> runs(
      List<SortedMap<String, Double>> settings,
      IntFunction<Decisions> decisions,
      IntConsumer done) {
    return shared(
        settings.size(),
        () -> {
          BacktestPass pass = new BacktestPass(backtest, bars, Optional.empty());
          TradeTally tally = new TradeTally();
          return i -> Optional.of(one(pass, tally, settings.get(i), decisions.apply(i)));
        },
        done);
  }

  private SweepRun one(
      BacktestPass pass,
      TradeTally tally,
      SortedMap<String, Double> settings,
      Decisions decisions) {
    tally.clear();
    Book book = pass.run(decisions, tally);
    tally.end(bars.size());
    Marks marks = pass.marks();
    long last = marks.worth(bars.size() - 1);
    return new SweepRun(
        settings,
        last,
        Figures.returnPct(backtest.cash(), last),
        pass.curve().maxDrawdownPct(),
        pass.curve().sharpe(marks::amounts, pass.first(), Figures.barsAYear(bars)),
        tally.winRatePct(),
        tally.exposurePct(bars.size()),
        book.ledger().fees(),
        tally.trades());
  }

  /// Gives the work out, one piece at a time, to as many threads; the first piece that failed, by
  /// its number, is what is thrown.
  private List<SweepRun> shared(
      int pieces, Supplier<IntFunction<Optional<SweepRun>>> worker, IntConsumer done) {
    SweepRun[] runs = new SweepRun[pieces];
    Throwable[] failed = new Throwable[pieces];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger through = new AtomicInteger();
    Runnable work =
        () -> {
          IntFunction<Optional<SweepRun>> hand = worker.get();
          for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
            try {
              int piece = i;
              hand.apply(i).ifPresent(run -> runs[piece] = run);
            } catch (RuntimeException | Error e) { // a strategy's fault ends the sweep, below
              failed[i] = e;
              next.set(pieces);
            }
            done.accept(through.incrementAndGet());
          }
        };
    List<Thread> others = new ArrayList<>();
    for (int t = 1; t < Math.min(threads, pieces); t++) {
      others.add(Thread.ofPlatform().name("sweep-" + t).start(work));
    }
    work.run();
    others.forEach(Sweep::join);
    for (Throwable e : failed) {
      if (e instanceof Error error) {
        throw error;
      }
      if (e instanceof RuntimeException unchecked) {
        throw unchecked;
      }
    }
    return Arrays.stream(runs).filter(run -> run != null).toList();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a sweep was running", e);
    }
  }
}
