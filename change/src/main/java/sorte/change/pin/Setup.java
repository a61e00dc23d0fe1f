package sorte.change.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.change.edit.Dissection;
import sorte.change.edit.Dissection.Parameter;

/// How a strategy is set up for a trial: parameters by name, those not named at their default; and
/// how many minutes its bars are apart.
record Setup(SortedMap<String, Double> settings, int minutes) {
  /// What a trial uses unless told otherwise.
  static final int QUARTER_HOUR = 15;

  /// A period of one bar is no average.
  private static final int SHORTEST = 2;

  /// Values of parameters that terms are looked at with.
  private static final int VALUES_MOST = 24;

  Setup {
    settings = new TreeMap<>(settings);
  }

  static Setup defaults(Dissection strategy) {
    return new Setup(new TreeMap<>(), minutes(strategy));
  }

  /// Periods as short as they may be, each another, so that few bars are enough; whatever else
  /// decides at its default, but told, so that a test outlives another default.
  static Setup brief(Dissection strategy) {
    SortedMap<String, Double> settings = new TreeMap<>();
    Set<Long> taken = new TreeSet<>();
    for (Parameter parameter : strategy.parameters()) {
      if (parameter.decides()) {
        double value = parameter.value().doubleValue();
        if (parameter.whole()) {
          long bars = Math.max(parameter.min().longValue(), SHORTEST);
          while (taken.contains(bars) && bars < parameter.max().longValue()) {
            bars++;
          }
          value = Math.min(bars, parameter.max().doubleValue());
          taken.add(bars);
        }
        settings.put(parameter.name(), value);
      }
    }
    return new Setup(settings, minutes(strategy));
  }

  Setup with(String parameter, double value) {
    SortedMap<String, Double> more = new TreeMap<>(settings);
    more.put(parameter, value);
    return new Setup(more, minutes);
  }

  /// One parameter at a time at its bounds, beside its default, and at the numbers of the code.
  static List<Setup> around(Dissection strategy) {
    List<Setup> all = new ArrayList<>();
    Setup plain = defaults(strategy);
    for (Parameter parameter : strategy.parameters()) {
      Set<Double> values = new TreeSet<>();
      double value = parameter.value().doubleValue();
      double min = parameter.min().doubleValue();
      double max = parameter.max().doubleValue();
      values.add(min);
      values.add(max);
      if (parameter.whole() && value < max) {
        values.add(value + 1);
      }
      for (var number : strategy.numbers()) {
        double at = number.doubleValue();
        if (at >= min && at <= max && (!parameter.whole() || at == Math.rint(at))) {
          values.add(at);
        }
      }
      values.remove(value);
      values.forEach(v -> all.add(plain.with(parameter.name(), v)));
    }
    return all.subList(0, Math.min(VALUES_MOST, all.size()));
  }

  /// Half of the shortest slower bar that it looks at, where it looks at one.
  private static int minutes(Dissection strategy) {
    int shortest = Integer.MAX_VALUE;
    for (String timeframe : strategy.timeframes()) {
      int count = Integer.parseInt(timeframe.substring(0, timeframe.length() - 1));
      int unit =
          switch (timeframe.charAt(timeframe.length() - 1)) {
            case 'm' -> 1;
            case 'h' -> 60;
            case 'd' -> 24 * 60;
            default -> 7 * 24 * 60;
          };
      shortest = Math.min(shortest, count * unit);
    }
    return shortest == Integer.MAX_VALUE || shortest % 2 != 0 ? QUARTER_HOUR : shortest / 2;
  }
}
