package sorte.change.description;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.change.description.Place.Part;
import sorte.change.description.Place.Side;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// One text: item after item, sentence after sentence, each to where it belongs; then the whole.
final class TextReader {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)\\b(?:strategy name|nome da estrat[eé]gia|nome|name)(?:/description)?\\s*$");

  private final Vocabulary vocabulary;

  private final boolean portuguese;

  final Known known = new Known();

  final Holding holding = new Holding();

  final RuleSet entries = new RuleSet();

  final RuleSet exits = new RuleSet();

  final List<String> missing = new ArrayList<>();

  final List<String> optional = new ArrayList<>();

  final List<String> notes = new ArrayList<>();

  /// The sentence that puts the stop at a line.
  String stopSaid = "";

  /// Whether the last sentence put it there.
  boolean behindStop;

  /// Sentences that name a stop or a target without saying where.
  final List<Announced> announced = new ArrayList<>();

  /// Sentences that let one trade in the direction of a line alone, with the line.
  final Map<String, Value> directions = new LinkedHashMap<>();

  /// Sentences between the rules that only list indicators, with what they list.
  final Map<String, List<Value>> introduced = new LinkedHashMap<>();

  /// @param names codes of what is named
  record Announced(String sentence, Set<String> names) {}

  /// Sentences that speak of a stop without saying where, in a text that calls its stop optional.
  final List<String> openStops = new ArrayList<>();

  /// Whether the text calls its stop optional.
  boolean stopOptional;

  final Learned learned = new Learned(this);

  private final SentenceReader sentences;

  /// Sentences that let one enter anew only after a test, with it.
  final Map<String, Test> again = new LinkedHashMap<>();

  /// Under which headings one waits for something: what comes after what is not told by two.
  final Set<Place> waits = new java.util.HashSet<>();

  /// The label of the item at hand.
  String label = "";

  /// What "it" stands for under a label that is an indicator's name.
  Optional<Value> labelled = Optional.empty();

  Optional<String> name = Optional.empty();

  /// What the text says of the sides as a whole.
  boolean onlyLong;

  boolean mirrorShort;

  boolean oppositeExit;

  /// The exits of shorts are those of longs turned round.
  boolean mirrorExit;

  /// The sides that are left when the lines of their entry cross the other way.
  final Set<Side> turnedExits = EnumSet.noneOf(Side.class);

  Optional<String> timeframe = Optional.empty();

  TextReader(Vocabulary vocabulary, Prose prose, boolean portuguese) {
    this.vocabulary = vocabulary;
    this.portuguese = portuguese;
    this.sentences = new SentenceReader(this, prose);
  }

  /// Numbers in words, before what they count.
  private static final Map<String, Double> COUNTED =
      Map.ofEntries(
          Map.entry("one", 1.0),
          Map.entry("two", 2.0),
          Map.entry("three", 3.0),
          Map.entry("four", 4.0),
          Map.entry("five", 5.0),
          Map.entry("six", 6.0),
          Map.entry("ten", 10.0),
          Map.entry("dois", 2.0),
          Map.entry("duas", 2.0),
          Map.entry("tres", 3.0),
          Map.entry("quatro", 4.0),
          Map.entry("cinco", 5.0),
          Map.entry("dez", 10.0));

  /// A number in words; 0 for other words.
  static double counted(String word) {
    return COUNTED.getOrDefault(word, 0.0);
  }

  /// What was scanned of this text so far: a sentence is looked at by many rules.
  private final Map<String, List<Mark>> scanned = new HashMap<>();

  boolean unknown(String word) {
    return vocabulary.unknown(word);
  }

  List<Mark> marks(String text) {
    List<Mark> raw = scanned.computeIfAbsent(text, t -> Scanner.scan(t, portuguese));
    List<Mark> marks = vocabulary.coded(raw, known.names());
    for (int i = marks.size() - 2; i >= 0; i--) {
      if (i + 1 >= marks.size()) {
        continue;
      }
      if (marks.get(i).is("(")
          && marks.get(i + 1).is(")")
          && !(i > 0 && marks.get(i - 1).is("WORD"))) {
        marks.subList(i, i + 2).clear(); // what stood in them means nothing
      } else if (marks.get(i).is("MINUTES") && marks.get(i + 1).is("(")) {
        marks.set(i, new Mark("MINIMUM", "min", 0));
      } else if (i + 2 < marks.size()
          && marks.get(i).raw().equals("over")
          && marks.get(i + 1).is("NUM")
          && marks.get(i + 2).isAny("BARS", "DAYS", "PERIOD")
          && !(i + 3 < marks.size() && Studies.is(marks.get(i + 3).code()))) {
        marks.set(i, new Mark("LAST", "over", 0));
      } else if (COUNTED.containsKey(marks.get(i).raw())
          && marks.get(i + 1).isAny("STDDEV", "STDDEVS", "BARS", "DAYS", "PERIOD")) {
        double number = COUNTED.getOrDefault(marks.get(i).raw(), 0.0);
        marks.set(i, new Mark("NUM", marks.get(i).raw(), number));
      } else {
        learned.span(marks, i);
      }
    }
    return marks;
  }

  /// "a stop of X %" where the text says "X … default 1 %".
  private static String valued(String text) {
    Matcher m = STANDS_FOR.matcher(text);
    return m.find() ? text.replaceAll("\\b" + m.group(1) + "\\s?%", m.group(2) + "%") : text;
  }

  private static final Pattern OPTIONAL_STOP =
      Pattern.compile(
          "(?i)\\boptional (?:protective |hard |fixed |percent(?:age)? )*stop|\\bstop(?:[- ]loss)? \\(optional|\\bstop(?:[- ]loss)? (?:de prote[cç][aã]o )?opcional");

  /// What says that nothing is entered while something is held.
  private static final Pattern FLAT_ONLY =
      Pattern.compile(
          "(?iu)\\b(?:if|when|only if|only when|while) (?:currently |already )?(?:flat|not (?:already |currently )?in (?:a |any )?(?:position|trade)|(?:there (?:is|are) )?no (?:open |existing )?positions?(?: (?:is|are) open)?)\\b|\\bno (?:open|existing) position\\b|\\b(?:do not|don't|never) (?:open|enter|take) (?:a |any )?(?:new )?(?:positions?|trades?) (?:while|if|until|when) (?:a |an |the |one |any |there is |already )*(?:current |previous |existing |open )?(?:one|position|trade|in a)|\\bn[aã]o h[aá] posi[cç][aã]o aberta|\\bse (?:estiver )?(?:zerado|fora do mercado)\\b");

  private static final Pattern REVERSES =
      Pattern.compile(
          "(?iu)\\b(?:revers(?:e|es|ing) (?:the |a |any |open )?(?:positions?|trades?|on|at|when|if)|stop[- ]and[- ]reverse|exit or reverse|close and reverse|flip both ways|opposite (?:entry )?signal|invert(?:e|er|a)|vira a m[aã]o)\\b");

  private static final Pattern STANDS_FOR =
      Pattern.compile(
          "\\b([A-Z])\\b(?! ?%)(?:[^.;%]|e\\.g\\.){0,50}?\\bdefault[^.;%\\d]{0,6}(\\d+(?:\\.\\d+)?)\\s?%");

  Reading read(String said) {
    String text = valued(said);
    timeframe = Timeframes.of(text);
    known.daily = timeframe.filter(t -> t.equals("1d")).isPresent();
    stopOptional = OPTIONAL_STOP.matcher(text).find();
    holding.flatOnly = FLAT_ONLY.matcher(text).find() && !REVERSES.matcher(text).find();
    Hours.learn(this, text);
    List<Item> items = Outline.of(text);
    learned.learnSpans(text);
    learned.learnNames(text);
    learned.learnBands(text);
    items.forEach(item -> learned.learn(item, Place.TOP));
    learned.learnInBrackets(text);
    NamedAverages.learn(this, text);
    sentences.open(Place.TOP);
    items.forEach(item -> take(item, Place.TOP));
    return new Whole(this).read();
  }

  private void take(Item item, Place place) {
    List<Item> parts = item.under.isEmpty() ? Outline.enumerated(item) : List.of(item);
    if (parts.size() > 1 || !parts.getFirst().equals(item)) {
      parts.forEach(part -> one(part, place));
    } else {
      one(item, place);
    }
  }

  private void one(Item item, Place place) {
    Place here = place;
    if (!item.label.isEmpty()) {
      here = Headings.under(item.label, marks(item.label), place);
      if (here.part() == Part.IDEA
          && NAME.matcher(item.label).find()
          && name.isEmpty()
          && !item.text.isBlank()) {
        name = Optional.of(item.text);
      }
    }
    boolean top = item.under.isEmpty() && !here.equals(place);
    if (top) {
      sentences.open(here);
    }
    sentences.item(item, here, place);
    if (top) {
      sentences.close();
    }
    if (!item.under.isEmpty()) {
      Place under = sentences.under(item, here);
      sentences.open(under);
      item.under.forEach(child -> take(child, under));
      sentences.close();
    }
  }
}
