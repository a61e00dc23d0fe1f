package sorte.change.request;

import java.util.List;

/// What is known around a sentence: the owner's language (for questions back where the sentence has
/// none of its own) and the names of strategies that may be spoken of without a hyphen.
public record Context(Language owner, List<String> strategies) {
  public Context {
    strategies = List.copyOf(strategies);
  }

  /// A context that knows the owner's language alone.
  public static Context in(Language owner) {
    return new Context(owner, List.of());
  }
}
