package sorte.trading.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import sorte.trading.market.Bars;

/// How much the values and decisions of a window of bars depend on how much history was fed before
/// it: recursive averages never forget their first bar. The whole file is the measure; the same
/// window is run again from later first bars.
///
/// @param window how many of the last bars are compared
/// @param firstDecisionBar what the strategy declares that it needs
/// @param rows by the bars of history before the window, ascending
/// @param settled the shortest history tried from which on all decisions are those of the whole
///   file; -1 where none is
/// @param lines the names of the indicators' lines; empty where they are out of sight
public record WarmUp(
    int window, int firstDecisionBar, List<Row> rows, int settled, List<String> lines) {

  /// Histories are tried at these multiples of the declared one.
  static final int[] MULTIPLES = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32};

  /// One history.
  ///
  /// @param history bars fed before the window
  /// @param differing bars of the window that were decided otherwise
  /// @param percent by line: how far its value at the window's first bar is from the whole file's,
  ///   in percent of that
  public record Row(int history, int differing, List<Double> percent) {}

  /// @param lines where the indicators' values can be seen
  public static WarmUp of(
      Deciding strategy,
      Bars bars,
      SortedMap<String, Double> settings,
      int window,
      Optional<Lines> lines) {
    Decided whole = Decided.of(strategy.decide(bars, settings), bars);
    int declared = whole.firstDecisionBar();
    int most = bars.size() - window;
    if (window < 1 || most < declared) {
      throw new IllegalArgumentException(
          "a window of %d bars behind a warm-up of %d does not fit into %d bars"
              .formatted(window, declared, bars.size()));
    }
    List<String> names = lines.map(l -> l.names(bars)).orElse(List.of());
    double[][] expected = lines.map(l -> l.last(bars, window)).orElse(new double[0][]);
    List<Row> rows = new ArrayList<>();
    for (int history : histories(declared, most)) {
      Bars later = bars.slice(most - history, bars.size());
      Decided again = Decided.of(strategy.decide(later, settings), later);
      int differing = 0;
      for (int i = 0; i < window; i++) {
        differing += whole.alike(most + i, again, history + i) ? 0 : 1;
      }
      double[][] seen = lines.map(l -> l.last(later, window)).orElse(new double[0][]);
      rows.add(new Row(history, differing, apart(expected, seen)));
    }
    return new WarmUp(window, declared, List.copyOf(rows), settled(rows), names);
  }

  private static List<Integer> histories(int declared, int most) {
    TreeSet<Integer> histories = new TreeSet<>();
    for (int multiple : MULTIPLES) {
      histories.add((int) Math.min(most, (long) multiple * declared));
    }
    return List.copyOf(histories);
  }

  private static List<Double> apart(double[][] expected, double[][] seen) {
    List<Double> apart = new ArrayList<>();
    for (int line = 0; line < expected.length; line++) {
      double value = expected[line][0];
      double difference = Math.abs(seen[line][0] - value);
      apart.add(difference == 0 ? 0 : 100 * difference / Math.abs(value));
    }
    return List.copyOf(apart);
  }

  private static int settled(List<Row> rows) {
    int settled = -1;
    for (Row row : rows.reversed()) {
      if (row.differing() > 0) {
        break;
      }
      settled = row.history();
    }
    return settled;
  }
}
