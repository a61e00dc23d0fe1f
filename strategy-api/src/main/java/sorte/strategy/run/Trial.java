package sorte.strategy.run;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import sorte.strategy.Strategy;

/// A strategy tried on a few bars, in one line:
///
/// ```java
/// assertEquals("---E*.E", Trial.of(Follow.class).closes(9, 9, 8, 9, 7, 7, 9).toString());
/// ```
///
/// A value: each `with` gives a new trial. Bars come one a quarter of an hour from
/// 1970-01-01T00:00Z on, unless told otherwise.
public final class Trial {
  private static final long QUARTER_HOUR = 900_000;

  private final StrategyType type;
  private final Map<String, Double> settings;
  private final long stepMillis;

  private Trial(StrategyType type, Map<String, Double> settings, long stepMillis) {
    this.type = type;
    this.settings = settings;
    this.stepMillis = stepMillis;
  }

  /// A strategy with its default parameters.
  public static Trial of(Class<? extends Strategy<?>> strategy) {
    return new Trial(StrategyType.of(strategy), Map.of(), QUARTER_HOUR);
  }

  /// The same with a parameter set; any spelling that folds to its name.
  public Trial with(String parameter, double value) {
    Map<String, Double> more = new TreeMap<>(settings);
    more.put(parameter, value);
    return new Trial(type, more, stepMillis);
  }

  /// The same with bars so many minutes apart.
  public Trial everyMinutes(int minutes) {
    if (minutes < 1) {
      throw new IllegalArgumentException("bars are at least a minute apart, were " + minutes);
    }
    return new Trial(type, settings, minutes * 60_000L);
  }

  /// What the strategy declares.
  public StrategyType type() {
    return type;
  }

  /// Decides on bars that are nothing but their close, with a volume of 1.
  public Decisions closes(double... closes) {
    double[][] bars = new double[closes.length][];
    for (int i = 0; i < closes.length; i++) {
      bars[i] = new double[] {closes[i], closes[i], closes[i], closes[i], 1};
    }
    return bars(bars);
  }

  /// Decides on bars, each `{open, high, low, close, volume}`.
  public Decisions bars(double[]... bars) {
    Runner runner = Runner.start(type, settings, ZoneOffset.UTC, BarLength.of(stepMillis));
    int[] signals = new int[bars.length];
    double[] stops = new double[bars.length];
    for (int i = 0; i < bars.length; i++) {
      double[] bar = bars[i];
      if (bar.length != 5) {
        throw new IllegalArgumentException(
            "a bar is {open, high, low, close, volume}; bar " + i + " has " + bar.length);
      }
      signals[i] = runner.onBar(i * stepMillis, bar[0], bar[1], bar[2], bar[3], bar[4]);
      stops[i] = runner.stopDistance();
    }
    return new Decisions(runner.firstDecisionBar(), runner.terms(), signals, stops);
  }

  /// Decides on a made-up market: calm and wild stretches, up, down and sideways; the same for the
  /// same seed everywhere.
  public Decisions wander(long seed, int bars) {
    return bars(MadeUpMarket.bars(seed, bars));
  }
}
