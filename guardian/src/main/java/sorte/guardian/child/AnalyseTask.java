package sorte.guardian.child;

import java.util.SortedMap;
import java.util.TreeMap;

/// One strategy for the analysers: its source and what the compiler made of it.
///
/// @param path below the source folder, for example `sorte/strategies/EmaCross.java`
/// @param source its text, as it was compiled
/// @param classes class files by binary name
public record AnalyseTask(String path, String source, SortedMap<String, byte[]> classes) {

  public AnalyseTask {
    classes = new TreeMap<>(classes);
    if (classes.isEmpty() || source.length() > CompileTask.SOURCE_MOST) {
      throw new IllegalArgumentException(
          "an analysis has a class and at most %d characters of source, not %d and %d"
              .formatted(CompileTask.SOURCE_MOST, classes.size(), source.length()));
    }
  }
}
