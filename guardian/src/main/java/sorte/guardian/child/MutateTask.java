package sorte.guardian.child;

import java.util.SortedSet;
import java.util.TreeSet;

/// A strategy's source to be said otherwise, one slip at a time, where it changed.
///
/// @param path of the source, for example `sorte/strategies/EmaCross.java`
/// @param lines where slips are looked for, from 1
public record MutateTask(String path, String source, SortedSet<Integer> lines) {

  /// Mutants of one task at most; where there are more places, they are taken evenly.
  public static final int MUTANTS_MOST = 40;

  public MutateTask {
    lines = new TreeSet<>(lines);
    if (!path.endsWith(".java") || source.length() > CompileTask.SOURCE_MOST) {
      throw new IllegalArgumentException(
          "a source of at most %d characters in a file .java, was %s"
              .formatted(CompileTask.SOURCE_MOST, path));
    }
    if (lines.isEmpty() || lines.getFirst() < 1) {
      throw new IllegalArgumentException("lines are counted from 1, and there is at least one");
    }
  }
}
