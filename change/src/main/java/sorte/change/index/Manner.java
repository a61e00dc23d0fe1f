package sorte.change.index;

import java.util.Locale;

/// How one member uses another.
public enum Manner {
  CALLS,
  CREATES,
  READS,
  WRITES,
  /// Hands a method on without calling it: `Type::method`.
  REFERS,
  /// Extends or implements.
  EXTENDS,
  OVERRIDES,
  /// Lets it extend what is sealed; runs nothing of it.
  PERMITS,
  /// Names a type: in a declaration, a cast, a pattern, an annotation.
  NAMES;

  /// The word for it in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
