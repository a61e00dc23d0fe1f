package sorte.change.index;

import java.util.List;

/// What a name that somebody gave speaks of.
public sealed interface Asked {
  /// One thing.
  record One(Declaration declaration) implements Asked {}

  /// Several things have the name; which is for the one who asks to say.
  record Several(List<Declaration> declarations) implements Asked {}

  /// Nothing has it; these have names like it.
  record Unknown(List<Declaration> near) implements Asked {}
}
