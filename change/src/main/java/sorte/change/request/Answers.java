package sorte.change.request;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sorte.trading.words.Phrasebook;

/// Questions back and refusals in the sentence's language.
final class Answers {
  private final Map<Language, Phrasebook> books = new EnumMap<>(Language.class);

  Answers() {
    for (Language language : Language.values()) {
      books.put(language, Phrasebook.load("sorte/change/request/words", language.code()));
    }
  }

  /// A question by its key, with its own options where it has some.
  Understanding.Question question(Language language, String key) {
    return question(language, key, "");
  }

  Understanding.Question notUnderstood(Language language, String word) {
    return word.isBlank() ? question(language, "empty") : question(language, "word", word);
  }

  private Understanding.Question question(Language language, String key, String word) {
    Phrasebook book = book(language);
    String options = book.has("question." + key + ".1") ? "question." + key : "question";
    return new Understanding.Question(
        language,
        book.say("question." + key, word),
        List.of(book.say(options + ".1"), book.say(options + ".2")));
  }

  /// A description that cannot be made as it stands: what was not understood is listed word for
  /// word.
  Understanding.Question described(Language language, String problem, List<String> missing) {
    Phrasebook book = book(language);
    String list =
        missing.stream().map(m -> book.say("description.item", m)).collect(Collectors.joining());
    String question = book.say("description." + problem, list, String.valueOf(missing.size()));
    return new Understanding.Question(
        language,
        missing.isEmpty() || problem.equals("missing")
            ? question
            : question + book.say("description.also", list),
        List.of(
            book.say("description." + problem + ".1"), book.say("description." + problem + ".2")));
  }

  Understanding.Refusal refusal(Language language, String rule) {
    return new Understanding.Refusal(language, book(language).say("refusal." + rule));
  }

  private Phrasebook book(Language language) {
    Phrasebook book = books.get(language);
    if (book == null) {
      throw new IllegalStateException("no phrases in " + language);
    }
    return book;
  }
}
