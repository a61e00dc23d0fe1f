package sorte.change.edit;

import java.math.BigDecimal;
import java.util.List;
import sorte.change.request.Language;
import sorte.trading.words.Phrasebook;

/// A sentence for a person, before it is known in which language: a key of the phrasebook and its
/// values. Numbers stay numbers until then, since their decimal sign depends on the language.
public record Phrase(String key, List<Object> values) {
  private static final String BOOK = "sorte/change/edit/words";

  /// A fraction that a person reads as a percentage.
  public record Percent(BigDecimal fraction) {}

  public Phrase {
    values = List.copyOf(values);
  }

  public static Phrase of(String key, Object... values) {
    return new Phrase(key, List.of(values));
  }

  public String in(Language language) {
    Phrasebook book = Phrasebook.load(BOOK, language.code());
    Object[] said = values.stream().map(v -> said(v, language)).toArray();
    return book.say(key, said);
  }

  private static String said(Object value, Language language) {
    return switch (value) {
      case Phrase phrase -> phrase.in(language);
      case Percent percent -> number(percent.fraction().movePointRight(2), language) + "%";
      case BigDecimal number -> number(number, language);
      default -> value.toString();
    };
  }

  private static String number(BigDecimal value, Language language) {
    String plain = Numbers.written(value);
    return language == Language.PT ? plain.replace('.', ',') : plain;
  }
}
