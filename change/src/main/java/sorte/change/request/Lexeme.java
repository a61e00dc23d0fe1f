package sorte.change.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A phrase of a sentence with all that it can mean: concepts of the lexicon, a quantity, a date,
/// or nothing (a name, or a word that nobody knows).
record Lexeme(Set<Concept> concepts, @Nullable Quantity quantity, String raw, int start, int end) {
  boolean is(String kind) {
    return value(kind) != null;
  }

  boolean is(String kind, String value) {
    return concepts.contains(new Concept(kind, value));
  }

  /// The value of its first meaning of that kind.
  @Nullable String value(String kind) {
    for (Concept concept : concepts) {
      if (concept.kind().equals(kind)) {
        return concept.value();
      }
    }
    return null;
  }

  boolean only(String kind) {
    return !concepts.isEmpty() && concepts.stream().allMatch(c -> c.kind().equals(kind));
  }

  Lexeme with(Quantity other, String text, int until) {
    return new Lexeme(Set.of(), other, text, start, until);
  }
}
