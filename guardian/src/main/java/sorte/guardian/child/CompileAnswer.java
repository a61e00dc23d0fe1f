package sorte.guardian.child;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the compiler made and said.
///
/// @param compiled whether it finished without an error
/// @param classes class files by binary name (`sorte.strategies.EmaCross`, inner ones with `$`)
/// @param notes what the compiler said, errors and warnings, in its order
/// @param tests the same of the task's tests; none where it has none or its sources did not compile
public record CompileAnswer(
    boolean compiled,
    SortedMap<String, byte[]> classes,
    List<Note> notes,
    Optional<CompileAnswer> tests) {

  public CompileAnswer {
    classes = new TreeMap<>(classes);
    notes = List.copyOf(notes);
  }

  static CompileAnswer of(boolean compiled, SortedMap<String, byte[]> classes, List<Note> notes) {
    return new CompileAnswer(compiled, classes, notes, Optional.empty());
  }

  CompileAnswer with(CompileAnswer ofTests) {
    return new CompileAnswer(compiled, classes, notes, Optional.of(ofTests));
  }

  /// One thing the compiler said.
  ///
  /// @param kind `ERROR`, `WARNING`, `MANDATORY_WARNING`, `NOTE`
  /// @param path the source's path, or empty where it names none
  /// @param line from 1, or 0 where it names none
  /// @param column from 1, or 0 where it names none
  /// @param code the compiler's key, for example `compiler.err.cant.resolve.location`
  /// @param words the compiler's own words, in English
  public record Note(String kind, String path, int line, int column, String code, String words) {}
}
