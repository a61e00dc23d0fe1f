package sorte.data.store;

import java.util.List;
import sorte.trading.market.Bar;
import sorte.trading.market.BarsReading;

/// How taking bars into the store ended: all of them, or nothing.
public sealed interface Taking {

  /// They are there.
  ///
  /// @param given how many bars were given
  /// @param added how many of them were not there before; the others were, and the same
  /// @param findings what their owner should know of the bars given
  record Taken(StoredSeries stored, int given, int added, List<Finding> findings)
      implements Taking {
    public Taken {
      findings = List.copyOf(findings);
    }
  }

  /// The file cannot be used.
  record Unusable(BarsReading.Bad bad) implements Taking {}

  /// What is in the store says something else of the same moments.
  ///
  /// @param row the first bar that does, as a row of what was given, from 0
  /// @param count how many do
  /// @param shiftMinutes by how much the times given would have to be moved to say the same; 0
  ///   where no move would do
  record Contradicting(int row, Bar stored, Bar given, int count, long shiftMinutes)
      implements Taking {}

  /// The bars follow each other faster than bars of this length can.
  ///
  /// @param usualMillis how far apart most of them are
  record OtherTimeframe(Timeframe said, long usualMillis) implements Taking {}

  /// The series would be longer than a series may be.
  record TooMany(int rows, int most) implements Taking {}
}
