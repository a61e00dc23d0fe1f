package sorte.data.store;

import java.util.List;

/// Something about sound bars that their owner should know; it hinders nothing.
///
/// @param rule its name, for programs and phrases
/// @param count how often it was seen
/// @param extent what it comes to in the rule's own unit: missing bars, bars repeated; else `count`
/// @param first the first places where it was seen
public record Finding(Rule rule, long count, long extent, List<Place> first) {

  /// The most places that are named for one rule.
  public static final int MOST_PLACES = 5;

  /// What can be said of bars.
  public enum Rule {
    /// The next bar starts later than one length after the one before.
    GAP("gap"),
    /// The next bar starts before the one before has ended.
    OVERLAP("overlap"),
    /// Most bars follow each other at more than one length.
    UNUSUAL_DISTANCE("unusual-distance"),
    /// A price far beyond what the bars around it do.
    OUTLIER("outlier"),
    /// The same prices and the same volume, bar after bar.
    REPEATED_BARS("repeated-bars"),
    /// Bars that do not start at a whole multiple of their length.
    OFF_GRID("off-grid"),
    /// The clock that the times were written by was set forward or back.
    TIME_ZONE_SLIP("time-zone-slip");

    private final String key;

    Rule(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /// Where.
  ///
  /// @param row the bar's number from 0
  /// @param time its start, in milliseconds since 1970 UTC
  /// @param amount how much, in the rule's unit: bars missing, times the usual distance, minutes
  public record Place(int row, long time, double amount) {}

  public Finding {
    first = List.copyOf(first);
    if (first.isEmpty() || count < first.size()) {
      throw new IllegalArgumentException("a finding was seen somewhere, was " + count);
    }
  }
}
