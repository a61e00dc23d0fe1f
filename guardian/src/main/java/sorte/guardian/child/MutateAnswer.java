package sorte.guardian.child;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The mutants of a source that compile.
///
/// @param places how many places there were, of which these are an even choice
public record MutateAnswer(int places, List<Mutant> mutants) {

  public MutateAnswer {
    mutants = List.copyOf(mutants);
    if (places < mutants.size()) {
      throw new IllegalArgumentException(mutants.size() + " mutants of " + places + " places");
    }
  }

  /// One slip.
  ///
  /// @param from where the stretch begins in the source
  /// @param to behind its last character
  /// @param with what stands there instead
  /// @param classes what the source with this slip came to
  public record Mutant(
      Slip slip, int from, int to, String with, SortedMap<String, byte[]> classes) {
    public Mutant {
      classes = new TreeMap<>(classes);
      if (from < 0 || to < from) {
        throw new IllegalArgumentException("a stretch from " + from + " to " + to);
      }
    }
  }

  /// What kinds of slip there are: those of whoever writes down how to trade.
  public enum Slip {
    /// Above for below, more for less.
    COMPARISON,
    /// At the level itself, or not.
    LIMIT,
    /// Long for short.
    SIDE,
    /// A bar or a place too many.
    OFF_BY_ONE,
    /// A level, a distance or a size that is another.
    THRESHOLD,
    /// A stop, a target or another term that is forgotten.
    TERM,
    /// A condition that is forgotten.
    CONDITION,
    /// And for or.
    JUNCTION,
    /// A rule that is always, or never, so.
    RULE,
    /// Plus for minus.
    ARITHMETIC
  }
}
