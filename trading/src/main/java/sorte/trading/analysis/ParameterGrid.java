package sorte.trading.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.trading.backtest.SweepAxis;

/// Every combination of some values of some parameters; the last parameter changes fastest.
public record ParameterGrid(List<SweepAxis> axes) {

  /// Points at most.
  public static final int MOST_POINTS = 10_000;

  public ParameterGrid {
    axes = List.copyOf(axes);
    long points = 1;
    Set<String> names = new HashSet<>();
    for (SweepAxis axis : axes) {
      points = Math.min(MOST_POINTS + 1L, points * axis.values().size());
      if (!names.add(axis.parameter())) {
        throw new IllegalArgumentException(axis.parameter() + " has two ranges");
      }
    }
    if (axes.isEmpty() || points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "a grid has 1 to " + MOST_POINTS + " points, this one has " + (axes.isEmpty() ? 0 : ">"));
    }
  }

  public int size() {
    int size = 1;
    for (SweepAxis axis : axes) {
      size *= axis.values().size();
    }
    return size;
  }

  /// The settings of a point, on top of others.
  public SortedMap<String, Double> point(int index, SortedMap<String, Double> fixed) {
    SortedMap<String, Double> settings = new TreeMap<>(fixed);
    int[] at = coordinates(index);
    for (int i = 0; i < at.length; i++) {
      settings.put(axes.get(i).parameter(), axes.get(i).values().get(at[i]));
    }
    return settings;
  }

  /// The points at most one step away along each parameter, itself left out.
  public List<Integer> neighbours(int index) {
    int[] here = coordinates(index);
    List<Integer> near = new ArrayList<>();
    for (int other = 0; other < size(); other++) {
      int[] there = coordinates(other);
      int farthest = 0;
      for (int i = 0; i < here.length; i++) {
        farthest = Math.max(farthest, Math.abs(here[i] - there[i]));
      }
      if (farthest == 1) {
        near.add(other);
      }
    }
    return near;
  }

  private int[] coordinates(int index) {
    int[] at = new int[axes.size()];
    int rest = index;
    for (int i = at.length - 1; i >= 0; i--) {
      int size = axes.get(i).values().size();
      at[i] = rest % size;
      rest /= size;
    }
    return at;
  }
}
