package sorte.change.index;

/// Why a file is not in the index.
///
/// @param line where, from 1; 0 where the whole file is meant
/// @param what in the compiler's words, or the path of the file that declares the same type
public record Problem(String path, Kind kind, int line, String what) {
  public enum Kind {
    DOES_NOT_PARSE,
    DECLARED_ELSEWHERE,
    TOO_LONG
  }
}
