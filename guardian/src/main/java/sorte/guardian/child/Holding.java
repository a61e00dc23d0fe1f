package sorte.guardian.child;

import java.util.SortedMap;
import java.util.TreeMap;

/// The constants of a strategy's `Terms` as a child reports them: holding rules by component name,
/// each a number (NaN where the strategy sets none).
public record Holding(SortedMap<String, Double> terms) {
  public Holding {
    terms = new TreeMap<>(terms);
  }
}
