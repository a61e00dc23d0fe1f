package sorte.guardian.child;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Sources to compile, in memory, against the strategy API.
///
/// @param sources text by path, for example `sorte/strategies/EmaCross.java`
/// @param tests compiled after the sources and against what they made, with JUnit Jupiter's API in
///   sight; may be none
public record CompileTask(SortedMap<String, String> sources, SortedMap<String, String> tests) {

  /// Files in one task at most.
  public static final int FILES_MOST = 200;

  /// Characters of one source at most.
  public static final int SOURCE_MOST = 512 * 1024;

  public CompileTask {
    sources = new TreeMap<>(sources);
    tests = new TreeMap<>(tests);
    int files = sources.size() + tests.size();
    if (sources.isEmpty() || files > FILES_MOST) {
      throw new IllegalArgumentException(
          "a compile task has 1 to " + FILES_MOST + " files, not " + files);
    }
    check(sources);
    check(tests);
  }

  private static void check(SortedMap<String, String> files) {
    files.forEach((path, text) -> {
      if (!path.endsWith(".java") || path.startsWith("/") || path.contains("..")) {
        throw new IllegalArgumentException("a source's path ends in .java, was " + path);
      }
      if (text.length() > SOURCE_MOST) {
        throw new IllegalArgumentException(
            path + " has " + text.length() + " characters; at most " + SOURCE_MOST);
      }
    });
  }

  /// Strategy sources alone.
  public static CompileTask of(Map<String, String> sources) {
    return new CompileTask(new TreeMap<>(sources), new TreeMap<>());
  }
}
