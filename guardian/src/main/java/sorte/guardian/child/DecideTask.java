package sorte.guardian.child;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// A candidate to run over given bars; what comes back is its decisions and nothing else.
///
/// @param classes the candidate's metered classes, by binary name
/// @param className the strategy's class, where a run names no other
/// @param series the bars, named by their index
/// @param runs what to run, in order, each with a fresh instance in a fresh loader
/// @param stepsPerBar the meter's budget for one bar
public record DecideTask(
    SortedMap<String, byte[]> classes,
    String className,
    List<BarColumns> series,
    List<Run> runs,
    long stepsPerBar) {

  /// Runs in one task at most.
  public static final int RUNS_MOST = 1_000;

  /// Series in one task at most.
  public static final int SERIES_MOST = 200;

  /// Bars over all series, and over all runs, of one task at most.
  public static final int BARS_MOST = 1_000_000;

  public DecideTask {
    classes = new TreeMap<>(classes);
    Objects.requireNonNull(className);
    series = List.copyOf(series);
    runs = List.copyOf(runs);
    if (!classes.containsKey(className)) {
      throw new IllegalArgumentException(className + " is not among the classes given");
    }
    if (runs.isEmpty() || runs.size() > RUNS_MOST) {
      throw new IllegalArgumentException(
          "a decide task has 1 to " + RUNS_MOST + " runs, not " + runs.size());
    }
    if (stepsPerBar < 1) {
      throw new IllegalArgumentException("steps per bar must be above 0, was " + stepsPerBar);
    }
    long given = series.stream().mapToLong(BarColumns::bars).sum();
    if (series.size() > SERIES_MOST || given > BARS_MOST) {
      throw new IllegalArgumentException(
          "a task has at most %d series and %d bars, not %d and %d"
              .formatted(SERIES_MOST, BARS_MOST, series.size(), given));
    }
    long bars = 0;
    for (Run run : runs) {
      if (!run.className().isEmpty() && !classes.containsKey(run.className())) {
        throw new IllegalArgumentException(run.className() + " is not among the classes given");
      }
      if (run.series() < 0 || run.series() >= series.size()) {
        throw new IllegalArgumentException("there is no series " + run.series());
      }
      if (run.bars() > series.get(run.series()).bars()) {
        throw new IllegalArgumentException(
            "series %d has %d bars, not %d"
                .formatted(run.series(), series.get(run.series()).bars(), run.bars()));
      }
      bars += run.bars();
    }
    if (bars > BARS_MOST) {
      throw new IllegalArgumentException(
          "a task runs over at most " + BARS_MOST + " bars, not " + bars);
    }
  }

  /// One run: the first `bars` bars of a series with the given settings (a truncation is the same
  /// series with fewer bars).
  ///
  /// @param className the class to run; empty for the task's
  public record Run(int series, int bars, SortedMap<String, Double> settings, String className) {
    public Run(int series, int bars, SortedMap<String, Double> settings) {
      this(series, bars, settings, "");
    }

    public Run {
      settings = new TreeMap<>(settings);
      if (bars < 0) {
        throw new IllegalArgumentException("bars must not be below 0, was " + bars);
      }
    }
  }
}
