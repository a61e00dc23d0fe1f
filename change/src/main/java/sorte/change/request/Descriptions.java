package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.change.description.DescriptionReader;
import sorte.change.description.Reading;
import sorte.change.design.Design;

/// Texts that describe a whole strategy. What binds and was not understood is asked about, all of
/// it: nothing is made unless the owner says to leave it out.
final class Descriptions {
  /// What an owner says behind a text to have it made without what was not understood.
  static final String YES = "make it without what you do not understand";

  /// Texts that are shorter are sentences.
  private static final int SHORTEST = 120;

  /// A text of so many lines, or so long, is no single sentence.
  private static final int LINES = 4;

  private static final int LONG = 500;

  private static final Pattern WITHOUT =
      Pattern.compile(
          "(?iu)(?:\\b(?:make|create|build) it (?:anyway )?without (?:them|that|it|what you (?:do not|don't|did not|didn't) understand)"
              + "|\\bleave out what you (?:do not|don't|did not|didn't) understand"
              + "|\\b(?:fa[cç]a|fa[cç]o|faz|crie|cria|monte|monta) (?:mesmo assim )?sem (?:isso|eles|elas|o que n[aã]o entende[ru]|o que voc[eê] n[aã]o entende[ru])"
              + "|\\bdeixe? de fora o que (?:voc[eê] )?n[aã]o entende[ru])\\W*$");
  private static final Pattern TRADES =
      Pattern.compile(
          "(?iu)\\b(entry|entries|enter|enters|buy|buys|go(?:es)? (?:long|short)|long|short|entrada|entrar|entra|comprar?|compro|vend[ae]r?|comprad[oa])\\b");

  private final DescriptionReader reader = new DescriptionReader();
  private final Answers answers;

  Descriptions(Answers answers) {
    this.answers = answers;
  }

  /// Whether a text can only be a description.
  static boolean surely(String words) {
    long lines = words.lines().filter(l -> !l.isBlank()).count();
    return TRADES.matcher(words).find()
        && (words.length() > LONG || lines >= LINES && words.length() > SHORTEST);
  }

  /// Whether a text that is no sentence may be one.
  static boolean perhaps(String words) {
    return words.length() > SHORTEST && TRADES.matcher(words).find();
  }

  private static final Pattern LEAVES =
      Pattern.compile(
          "(?iu)\\b(exits?|sells?|close[sd]?|cover|stops?|stop-loss|targets?|take-profit|sai|sair|vend[ae]r?|venda|fech[ae]r?|alvo)\\b");

  /// Whether a text of more than one sentence says how to get in and out.
  static boolean several(String words) {
    long sentences = SENTENCE.splitAsStream(words).filter(s -> s.strip().contains(" ")).count();
    return sentences > 1 && LEAVES.matcher(words).find();
  }

  private static final Pattern SENTENCE = Pattern.compile("[.;\\n](?=\\s|$)");

  /// What a description comes to.
  Understanding read(Language language, String words) {
    Matcher without = WITHOUT.matcher(words);
    boolean agreed = without.find();
    Reading reading = reader.read(agreed ? words.substring(0, without.start()) : words);
    Optional<Design> design = reading.design();
    List<String> left = new ArrayList<>(reading.missing());
    left.addAll(reading.optional());
    if (design.isEmpty() || !reading.problem().isEmpty()) {
      String problem = reading.problem().isEmpty() ? "no-entry" : reading.problem();
      return answers.described(language, problem, reading.missing());
    }
    if (!reading.missing().isEmpty() && !agreed) {
      return answers.described(language, "missing", reading.missing());
    }
    return new Understanding.Plan(
        language,
        List.of(
            new Action.CreateStrategy(
                reading.name().map(Descriptions::name).filter(n -> !n.isEmpty()).orElse(null),
                null,
                List.of(),
                List.of(),
                design.get())),
        left);
  }

  /// The name that a text gives, as that of a class may be: at most four of its words.
  private static String name(String said) {
    StringBuilder name = new StringBuilder();
    int words = 0;
    for (String word : Token.fold(said).toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9]+")) {
      boolean fits = name.length() + word.length() < 34 && words < 4;
      if (fits && !word.isEmpty() && !(name.isEmpty() && !Character.isLetter(word.charAt(0)))) {
        name.append(name.isEmpty() ? "" : "-").append(word);
        words++;
      }
    }
    return name.toString();
  }
}
