package sorte.change.index;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// All that the index knows of one file.
///
/// @param digest of the file's text
/// @param types what others see of each type at the top of the file: its text without bodies, by
///   qualified name
/// @param face what others see, by part: the header of each type, the members of one name; private
///   ones left out
/// @param words every name that the file speaks of
/// @param problem why the file could not be read; then all else is empty
record Reading(
    String path,
    String digest,
    String packageName,
    SortedMap<String, String> types,
    SortedMap<String, String> face,
    SortedSet<String> words,
    List<Declaration> declarations,
    List<Use> uses,
    @Nullable Problem problem) {

  Optional<Problem> unread() {
    return Optional.ofNullable(problem);
  }

  /// Whether another file declares the same type, and counts.
  boolean isRival() {
    return problem != null && problem.kind() == Problem.Kind.DECLARED_ELSEWHERE;
  }
}
