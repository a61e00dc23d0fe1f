package sorte.change.request;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sorte.change.description.DescriptionReader;
import sorte.change.request.refusal.Rulebook;

/// The interpreter without a model: a lexicon that is data and a closed grammar over it.
final class GrammarInterpreter implements Interpreter {
  /// What is longer than this is no sentence.
  static final int LONGEST_SENTENCE = 2_000;

  private static final Pattern CLASS_NAME = Pattern.compile("([A-Z][a-z]+){2,6}");

  /// What a strategy's own stop is called, which is not the protection of the house.
  private static final Pattern PROTECTIVE_STOP =
      Pattern.compile(
          "(?iu)\\bprotective[ -](?:(?:initial|fixed|hard|price|percent\\w*)[ -])?stops?(?:[ -]loss(?:es)?)?|\\bstops? de prote[cç][aã]o"
              + "|\\bstop[ -]loss(?:es)?,? (?:to|that|which|for|in order to) (?:\\w+ )?protect\\w*");

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.;!?])\\s+|\\R(?=\\s*(?:[-*•#]|\\(?\\d{1,2}[.)]))|\\R\\s*\\R");

  private final Map<Language, Lexicon> lexicons;
  private final LanguageGuess languages;
  private final Rulebook rulebook;
  private final Answers answers;
  private final Descriptions descriptions;
  private final RenameGrammar renames;

  private GrammarInterpreter(Map<Language, Lexicon> lexicons, Rulebook rulebook) {
    this.lexicons = lexicons;
    this.languages = new LanguageGuess(lexicons);
    this.rulebook = rulebook;
    this.answers = new Answers();
    this.descriptions = new Descriptions(answers);
    this.renames = RenameGrammar.load();
  }

  static GrammarInterpreter load() {
    Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      lexicons.put(language, Lexicon.load(language));
    }
    return new GrammarInterpreter(lexicons, Rulebook.load());
  }

  @Override
  public Understanding interpret(String words, Context context) {
    if (Descriptions.surely(words) && words.length() <= DescriptionReader.LONGEST) {
      Language language = languages.of(Token.cut(clean(words)), context.owner()).language();
      return sentences(words)
          .flatMap(sentence -> rulebook.broken(folded(clean(sentence))).stream())
          .findFirst()
          .<Understanding>map(rule -> answers.refusal(language, rule))
          .orElseGet(() -> descriptions.read(language, printable(words)));
    }
    if (words.length() > LONGEST_SENTENCE) {
      String head = words.substring(0, LONGEST_SENTENCE);
      Language language = languages.of(Token.cut(head), context.owner()).language();
      return rulebook
          .broken(folded(head))
          .<Understanding>map(rule -> answers.refusal(language, rule))
          .orElseGet(() -> answers.question(language, "too-long"));
    }
    String clean = clean(words);
    List<Token> tokens = Token.cut(clean);
    LanguageGuess.Guess guess = languages.of(tokens, context.owner());
    Optional<String> broken = rulebook.broken(folded(clean));
    if (broken.isPresent()) {
      return apart(words)
          .map(text -> descriptions.read(guess.language(), text))
          .orElseGet(() -> answers.refusal(guess.language(), broken.get()));
    }
    if (tokens.stream().noneMatch(t -> t.kind() != Token.Kind.SIGN)) {
      return answers.question(guess.language(), "empty");
    }
    if (guess.foreign()) {
      return answers.question(context.owner(), "foreign");
    }
    Understanding first = in(guess.language(), clean, context);
    if (first instanceof Understanding.Question && guess.open()) {
      Language other = guess.language() == Language.PT ? Language.EN : Language.PT;
      Understanding second = in(other, clean, context);
      first = second instanceof Understanding.Plan ? second : first;
    }
    if (unclear(first) && Descriptions.perhaps(words)) {
      Understanding described = descriptions.read(guess.language(), printable(words));
      boolean asked = described instanceof Understanding.Plan || Descriptions.several(words);
      return asked && first instanceof Understanding.Question
              || described instanceof Understanding.Plan
          ? described
          : first;
    }
    return first;
  }

  /// A description of which no sentence breaks a rule, where all of them together seem to.
  private Optional<String> apart(String words) {
    boolean harmless =
        Descriptions.perhaps(words)
            && Descriptions.several(words)
            && sentences(words).allMatch(s -> rulebook.broken(folded(clean(s))).isEmpty());
    return harmless ? Optional.of(printable(words)) : Optional.empty();
  }

  /// A question; or a strategy and settings beside it, which are its own where all of the text
  /// describes it.
  private static boolean unclear(Understanding understood) {
    return understood instanceof Understanding.Question
        || understood instanceof Understanding.Plan plan
            && plan.actions().size() > 1
            && plan.actions().getFirst() instanceof Action.CreateStrategy
            && plan.actions().stream()
                .skip(1)
                .allMatch(action -> action instanceof Action.SetParameter);
  }

  private Understanding in(Language language, String words, Context context) {
    Lexicon lexicon = lexicons.get(language);
    if (lexicon == null) {
      throw new IllegalStateException("no lexicon of " + language);
    }
    Optional<Action> renaming = renames.read(words);
    if (renaming.isPresent()) {
      return new Understanding.Plan(language, List.of(renaming.get()), List.of());
    }
    Lexer lexer = new Lexer(lexicon, language, words);
    Sentence sentence = new SentenceBuilder(language, words, context).build(lexer.lexemes());
    sentence.possessive = lexer.possessive();
    StatementReader reader = new StatementReader(sentence);
    Optional<List<Action>> actions = reader.read();
    if (actions.isPresent()) {
      return new Understanding.Plan(language, actions.get(), sentence.leftOut);
    }
    Optional<Action> code = reader.freeCode();
    if (code.isPresent()) {
      return new Understanding.Plan(language, List.of(code.get()), List.of());
    }
    String doubt = sentence.doubt();
    return doubt == null
        ? answers.notUnderstood(language, reader.notUnderstood())
        : answers.question(language, doubt);
  }

  /// The words that the rules of the house look at. A class name in a sentence about code is none:
  /// "write tests for PasswordCheck" reveals nothing.
  private List<String> folded(String words) {
    List<Token> tokens = Token.cut(words);
    boolean code = tokens.stream().anyMatch(t -> rulebook.speaksOfCode(t.folded()));
    List<String> folded = new ArrayList<>();
    for (Token token : tokens) {
      boolean name = code && CLASS_NAME.matcher(token.raw()).matches();
      if (token.kind() != Token.Kind.SIGN && !name) {
        folded.add(token.folded());
      }
    }
    return folded;
  }

  /// The sentences and list items of a long text: a rule of the house is broken by one of them, not
  /// by words that stand in different ones.
  private static Stream<String> sentences(String words) {
    return SENTENCE_END
        .splitAsStream(words)
        .map(sentence -> PROTECTIVE_STOP.matcher(sentence).replaceAll("stop"))
        .filter(sentence -> !sentence.isBlank());
  }

  /// The same, line by line.
  private static String printable(String words) {
    return words.lines().map(GrammarInterpreter::clean).collect(Collectors.joining("\n"));
  }

  /// Control characters and characters that are not seen become spaces or go.
  private static String clean(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(c -> {
          int type = Character.getType(c);
          if (type == Character.CONTROL || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            clean.append(' ');
          } else if (type != Character.FORMAT && type != Character.SURROGATE) {
            clean.appendCodePoint(c);
          }
        });
    return clean.toString();
  }
}
