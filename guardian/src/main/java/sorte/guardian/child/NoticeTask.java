package sorte.guardian.child;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tests to be run over variants of what they test, to see which of them they notice.
///
/// @param classes tests and what they test, by binary name
/// @param tests the test classes, by binary name
/// @param variants classes that take the place of those of their names, each variant by itself
public record NoticeTask(
    SortedMap<String, byte[]> classes,
    List<String> tests,
    List<SortedMap<String, byte[]>> variants) {

  public NoticeTask {
    classes = new TreeMap<>(classes);
    tests = List.copyOf(tests);
    variants = List.copyOf(variants);
    if (variants.isEmpty() || variants.size() > MutateTask.MUTANTS_MOST) {
      throw new IllegalArgumentException(
          "1 to %d variants, not %d".formatted(MutateTask.MUTANTS_MOST, variants.size()));
    }
  }

  /// The tests over the classes as given, or over a variant of them.
  TestTask over(int variant) {
    SortedMap<String, byte[]> all = new TreeMap<>(classes);
    if (variant >= 0) {
      all.putAll(variants.get(variant));
    }
    return new TestTask(all, tests);
  }
}
