package sorte.guardian.child;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the compiler made and said.
///
/// @param compiled whether it finished without an error
/// @param classes class files by binary name (`sorte.strategies.EmaCross`, inner ones with `$`)
/// @param notes what the compiler said, errors and warnings, in its order
public record CompileAnswer(boolean compiled, SortedMap<String, byte[]> classes, List<Note> notes) {

  public CompileAnswer {
    classes = new TreeMap<>(classes);
    notes = List.copyOf(notes);
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
