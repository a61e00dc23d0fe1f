package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lexemes that carry meaning, with what the grammars ask of them, and the first doubt that one
/// of them had: the question to ask when nothing else fits.
final class Sentence {
  /// A strategy named in the sentence, and before which lexeme it stood.
  record Naming(String strategy, int before) {}

  final Language language;
  final String words;
  final List<Lexeme> lexemes = new ArrayList<>();
  final List<Naming> namings = new ArrayList<>();
  final List<String> leftOut = new ArrayList<>();

  /// Whether it was asked for in so many words: "can you", "pode". A question mark then asks for
  /// the deed and not about it.
  boolean requested;

  /// Whether something is said to be "its".
  boolean possessive;

  private @Nullable String doubt;

  Sentence(Language language, String words) {
    this.language = language;
    this.words = words;
  }

  int size() {
    return lexemes.size();
  }

  Lexeme at(int i) {
    return lexemes.get(i);
  }

  boolean is(int i, String kind) {
    return i >= 0 && i < size() && at(i).is(kind);
  }

  boolean is(int i, String kind, String value) {
    return i >= 0 && i < size() && at(i).is(kind, value);
  }

  @Nullable String value(int i, String kind) {
    return i >= 0 && i < size() ? at(i).value(kind) : null;
  }

  @Nullable Quantity quantity(int i) {
    return i >= 0 && i < size() ? at(i).quantity() : null;
  }

  /// The first lexeme from `i` on that is of none of these kinds.
  int skip(int i, String... kinds) {
    int at = i;
    while (at < size() && anyOf(at, kinds)) {
      at++;
    }
    return at;
  }

  boolean anyOf(int i, String... kinds) {
    if (i < 0 || i >= size()) {
      return false;
    }
    for (String kind : kinds) {
      if (at(i).is(kind)) {
        return true;
      }
    }
    return false;
  }

  void doubt(String key) {
    if (doubt == null) {
      doubt = key;
    }
  }

  @Nullable String doubt() {
    return doubt;
  }

  /// What a name can be: a word that means nothing else, or one in camel case.
  @Nullable String name(int i) {
    if (i >= size()) {
      return null;
    }
    Lexeme lexeme = at(i);
    boolean name =
        lexeme.is("name")
            || lexeme.is("kebab")
            || lexeme.concepts().isEmpty() && lexeme.quantity() == null;
    return name ? lexeme.raw() : null;
  }

  /// Whether a statement may end before `i`.
  boolean boundary(int i) {
    int at = skip(i, "filler");
    return at >= size() || anyOf(at, "comma", "and");
  }
}
