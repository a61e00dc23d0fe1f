package sorte.guardian.child;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// JUnit Jupiter tests to run.
///
/// @param classes tests and what they test, by binary name
/// @param tests the test classes, by binary name
public record TestTask(SortedMap<String, byte[]> classes, List<String> tests) {

  public TestTask {
    classes = new TreeMap<>(classes);
    tests = List.copyOf(tests);
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("a test task names at least one test class");
    }
    for (String test : tests) {
      if (!classes.containsKey(test)) {
        throw new IllegalArgumentException(test + " is not among the classes given");
      }
    }
  }
}
