package sorte.change.commander;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sorte.change.observe.Reasons;
import sorte.trading.door.DoorError;
import sorte.trading.words.Phrasebook;

/// What a door refused, as a sentence for people: a phrase by the error's code, with what it speaks
/// of in place.
public final class ErrorText {
  private ErrorText() {}

  /// The sentence, where the code has one that all its values are there for; else the words of the
  /// answer itself stand.
  public static Optional<String> of(DoorError error, String language) {
    Phrasebook book = Phrasebook.load(Alerts.WORDS, language);
    String key = "door." + error.code();
    if (!book.has(key)) {
      return Optional.empty();
    }
    List<String> values = error.values();
    String said =
        book.say(
            key,
            IntStream.range(0, values.size())
                .mapToObj(i -> value(error.code(), i, values.get(i), book))
                .toArray());
    return said.contains("{" + values.size() + "}") ? Optional.empty() : Optional.of(said);
  }

  private static String value(String code, int place, String value, Phrasebook book) {
    return switch (code) {
      case "not-waiting", "not-in-force" ->
          place == 1 && book.has("state." + value) ? book.say("state." + value) : value;
      case "refused" -> Reasons.said(value, book.language());
      default -> value;
    };
  }
}
