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
/// @param variants classes that take the place of those of their names, for the runs that name them
/// @param made a series behind the last that the child makes for itself
public record DecideTask(
    SortedMap<String, byte[]> classes,
    String className,
    List<BarColumns> series,
    List<Run> runs,
    long stepsPerBar,
    List<SortedMap<String, byte[]>> variants,
    LongMarket made) {

  /// Runs in one task at most.
  public static final int RUNS_MOST = 1_000;

  /// Series in one task at most.
  public static final int SERIES_MOST = 200;

  /// Bars over all series given, and over all runs on them, of one task at most.
  public static final int BARS_MOST = 1_000_000;

  /// Variants in one task at most.
  public static final int VARIANTS_MOST = 100;

  public DecideTask(
      SortedMap<String, byte[]> classes,
      String className,
      List<BarColumns> series,
      List<Run> runs,
      long stepsPerBar) {
    this(classes, className, series, runs, stepsPerBar, List.of(), LongMarket.NONE);
  }

  public DecideTask {
    classes = new TreeMap<>(classes);
    Objects.requireNonNull(className);
    series = List.copyOf(series);
    runs = List.copyOf(runs);
    variants = List.copyOf(variants);
    if (variants.size() > VARIANTS_MOST) {
      throw new IllegalArgumentException(
          "a decide task has at most " + VARIANTS_MOST + " variants, not " + variants.size());
    }
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
      if (run.variant() < 0 || run.variant() > variants.size()) {
        throw new IllegalArgumentException("there is no variant " + run.variant());
      }
      boolean own = run.series() == series.size() && made.bars() > 0;
      if (run.series() < 0 || run.series() >= series.size() && !own) {
        throw new IllegalArgumentException("there is no series " + run.series());
      }
      int has = own ? made.bars() : series.get(run.series()).bars();
      if (run.bars() > has) {
        throw new IllegalArgumentException(
            "series %d has %d bars, not %d".formatted(run.series(), has, run.bars()));
      }
      bars += own ? 0 : run.bars();
    }
    if (bars > BARS_MOST) {
      throw new IllegalArgumentException(
          "a task runs over at most " + BARS_MOST + " bars, not " + bars);
    }
  }

  /// Whether a run is over the series that the child makes.
  boolean onMade(Run run) {
    return run.series() == series.size();
  }

  /// One run: the first `bars` bars of a series with the given settings (a truncation is the same
  /// series with fewer bars).
  ///
  /// @param className the class to run; empty for the task's
  /// @param variant whose classes take the place of the task's, counted from 1; 0 is none
  /// @param place what the JVM's locale and zone are meanwhile
  public record Run(
      int series,
      int bars,
      SortedMap<String, Double> settings,
      String className,
      int variant,
      Place place) {
    public Run(int series, int bars, SortedMap<String, Double> settings) {
      this(series, bars, settings, "");
    }

    public Run(int series, int bars, SortedMap<String, Double> settings, String className) {
      this(series, bars, settings, className, 0, Place.AS_BORN);
    }

    public Run {
      settings = new TreeMap<>(settings);
      if (bars < 0) {
        throw new IllegalArgumentException("bars must not be below 0, was " + bars);
      }
    }

    public Run of(int other) {
      return new Run(series, bars, settings, className, other, place);
    }

    public Run in(Place other) {
      return new Run(series, bars, settings, className, variant, other);
    }
  }
}
