package sorte.change.description;

import java.util.Locale;
import java.util.regex.Pattern;

/// Reads descriptions of whole strategies: the door of this package.
public final class DescriptionReader {
  /// What is longer than this is no description of one strategy.
  public static final int LONGEST = 20_000;

  private static final Pattern PORTUGUESE =
      Pattern.compile(
          "\\b(quando|compra|comprar|vender|entrada|sa[ií]da|acima|abaixo|m[eé]dia|per[ií]odo|posi[cç][aã]o|estrat[eé]gia|fechamento|cruzar?|pre[cç]o|e|ou|de)\\b");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(when|buy|sell|entry|exit|above|below|average|period|position|strategy|close|crosses|price|and|or|of|the)\\b");

  private final Vocabulary portuguese = Vocabulary.load(true);
  private final Vocabulary english = Vocabulary.load(false);
  private final Prose prose = Prose.load();

  /// What a text describes.
  public Reading read(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a description has at most " + LONGEST + " characters");
    }
    boolean isPortuguese = portuguese(text);
    return new TextReader(isPortuguese ? portuguese : english, prose, isPortuguese).read(text);
  }

  /// Whether a text is written in Portuguese rather than in English.
  static boolean portuguese(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return PORTUGUESE.matcher(lower).results().count() > ENGLISH.matcher(lower).results().count();
  }
}
