package sorte.change.request;

import org.jspecify.annotations.Nullable;
import sorte.trading.words.Phrasebook;

/// What is asked of the source itself, said back as a person says it: "extrair um método do que as
/// regras repetem na EmaCross".
final class CodeWords {
  private static final String BOOK = "sorte/change/request/code-words";

  private final Phrasebook book;

  CodeWords(Language language) {
    this.book = Phrasebook.load(BOOK, language.code());
  }

  String tests(Action.GenerateTests tests) {
    String target = tests.target() == null ? tests.strategy() : tests.target();
    return target == null ? book.say("tests") : book.say("tests.of", target);
  }

  String refactoring(Action.Refactor refactor) {
    String what = refactor.kind().code();
    String target = refactor.target();
    String to = refactor.to();
    return switch (refactor.kind()) {
      case RENAME -> in(book.say(what, or(target), or(to)), refactor.strategy());
      case INLINE -> in(book.say(what, or(target)), refactor.strategy());
      case EXTRACT_METHOD ->
          in(to == null ? book.say(what) : book.say(what + ".to", to), place(refactor));
      case EXTRACT_CONSTANT, REMOVE_DEAD_CODE, SIMPLIFY, DOCUMENT ->
          in(book.say(what), place(refactor));
    };
  }

  /// Where: what the sentence names, and the strategy where it names that too.
  private static @Nullable String place(Action.Refactor refactor) {
    return refactor.target() == null ? refactor.strategy() : refactor.target();
  }

  private String in(String said, @Nullable String where) {
    if (where == null) {
      return said;
    }
    // a class or a strategy is "she" in Portuguese; a member has no article
    boolean member = Character.isLowerCase(where.charAt(0)) && where.indexOf('-') < 0;
    return said + " " + book.say(member ? "in.member" : "in", where);
  }

  private static String or(@Nullable String said) {
    return said == null ? "…" : said;
  }
}
