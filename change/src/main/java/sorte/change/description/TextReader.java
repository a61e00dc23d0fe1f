package sorte.change.description;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sorte.change.description.Place.Part;
import sorte.change.description.Place.Side;
import sorte.change.design.Design;
import sorte.change.design.Hold;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// One text: item after item, sentence after sentence, each to where it belongs; then the whole.
final class TextReader {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)\\b(?:strategy name|nome da estrat[eé]gia|nome|name)(?:/description)?\\s*$");
  private static final Pattern TIMEFRAME =
      Pattern.compile(
          "(?i)(?<!to |– |-)\\b(?:(\\d{1,3})[- ]?(minutes?|mins?|m|hours?|h|minutos?|horas?)\\b(?! (?:after|before|window|of the|of trading|from|until))|([mh])(\\d{1,3})\\b|(d1|daily|di[aá]ri[oa])\\b)");

  private final Vocabulary vocabulary;
  private final boolean portuguese;
  final Known known = new Known();
  final Holding holding = new Holding();
  final RuleSet entries = new RuleSet();
  final RuleSet exits = new RuleSet();
  final List<String> missing = new ArrayList<>();
  final List<String> optional = new ArrayList<>();
  final List<String> notes = new ArrayList<>();

  /// Sentences that name a stop or a target without saying where.
  final List<Announced> announced = new ArrayList<>();

  /// Sentences between the rules that only list indicators, with what they list.
  final Map<String, List<Value>> introduced = new LinkedHashMap<>();

  /// @param names codes of what is named
  record Announced(String sentence, Set<String> names) {}

  private final SentenceReader sentences;
  private Optional<String> name = Optional.empty();

  /// What the text says of the sides as a whole.
  boolean onlyLong;

  boolean mirrorShort;
  boolean oppositeExit;

  /// The sides that are left when the lines of their entry cross the other way.
  final Set<Side> turnedExits = EnumSet.noneOf(Side.class);

  Optional<String> timeframe = Optional.empty();

  TextReader(Vocabulary vocabulary, Prose prose, boolean portuguese) {
    this.vocabulary = vocabulary;
    this.portuguese = portuguese;
    this.sentences = new SentenceReader(this, prose);
  }

  /// What a text says a span is in bars: "12 months (252 trading days)".
  private final Map<String, Double> spans = new HashMap<>();

  private static final Pattern SPAN =
      Pattern.compile(
          "(?i)\\b(\\d+)[ -](months?|years?|weeks?|meses|anos|semanas)\\s*\\((?:=|~|about|approximately|i\\.e\\.,?)?\\s*(\\d+) (?:trading days|daily bars|days|preg[oõ]es|dias [uú]teis)\\)");

  private static String span(List<Mark> marks, int i) {
    return marks.get(i).number() + marks.get(i + 1).raw().replaceFirst("s$", "");
  }

  private void learnSpans(String text) {
    Matcher m = SPAN.matcher(text);
    while (m.find()) {
      String unit = Scanner.fold(m.group(2)).replaceFirst("s$", "");
      spans.put(Double.parseDouble(m.group(1)) + unit, Double.parseDouble(m.group(3)));
    }
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

  boolean unknown(String word) {
    return vocabulary.unknown(word);
  }

  List<Mark> marks(String text) {
    List<Mark> marks = vocabulary.coded(Scanner.scan(text, portuguese), known.names());
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
          && marks.get(i + 2).isAny("BARS", "DAYS", "PERIOD")) {
        marks.set(i, new Mark("LAST", "over", 0));
      } else if (marks.get(i).is("NUM") && spans.containsKey(span(marks, i))) {
        marks.set(i, new Mark("NUM", marks.get(i).raw(), spans.get(span(marks, i))));
        marks.set(i + 1, new Mark("DAYS", marks.get(i + 1).raw(), 0));
      } else if (COUNTED.containsKey(marks.get(i).raw())
          && marks.get(i + 1).isAny("STDDEV", "STDDEVS", "BARS", "DAYS", "PERIOD")) {
        double number = COUNTED.get(marks.get(i).raw());
        marks.set(i, new Mark("NUM", marks.get(i).raw(), number));
      }
    }
    return marks;
  }

  /// "a stop of X %" where the text says "X … default 1 %".
  private static String valued(String text) {
    Matcher m = STANDS_FOR.matcher(text);
    return m.find() ? text.replaceAll("\\b" + m.group(1) + "\\s?%", m.group(2) + "%") : text;
  }

  private static final Pattern STANDS_FOR =
      Pattern.compile(
          "\\b([A-Z])\\b(?! ?%)(?:[^.;%]|e\\.g\\.){0,50}?\\bdefault[^.;%\\d]{0,6}(\\d+(?:\\.\\d+)?)\\s?%");

  Reading read(String said) {
    String text = valued(said);
    timeframe = timeframe(text);
    known.daily = timeframe.filter(t -> t.equals("1d")).isPresent();
    List<Item> items = Outline.of(text);
    learnSpans(text);
    learnNames(text);
    learnBands(text);
    items.forEach(item -> learn(item, Place.TOP));
    learnInBrackets(text);
    NamedAverages.learn(this, text);
    sentences.open(Place.TOP);
    items.forEach(item -> take(item, Place.TOP));
    return whole();
  }

  static final Pattern SETTING =
      Pattern.compile(
          "\\b([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z0-9]*)\\s*(?:=|\\((?:e\\.g\\.,?|default:?|default=)\\s*)\\s*(-?\\d+(?:\\.\\d+)?)(?![\\d%]|\\s*[*/+(])");
  private static final Pattern BRACKETED =
      Pattern.compile("\\(([A-Za-z_]\\w*)\\s*=\\s*([^()=]*(?:\\([^()]*\\))?[^()=]*)\\)");
  static final Pattern KELTNER =
      Pattern.compile(
          "(?is)keltner[^.;]{0,60}?ema\\s*\\(?(\\d+)\\)?[^.;]{0,60}?(\\d+(?:\\.\\d+)?)\\s*[*x×]\\s*atr\\s*\\(?(\\d+)\\)?");

  /// `stop_pct=0.02`: parameters that a text names with their values, where each has one.
  private void learnNames(String text) {
    whole = text;
    Map<String, Set<String>> found = new LinkedHashMap<>();
    Matcher m = SETTING.matcher(text);
    while (m.find()) {
      found
          .computeIfAbsent(Scanner.fold(m.group(1)), _ -> new java.util.TreeSet<>())
          .add(m.group(2));
    }
    found.forEach((name, values) -> {
      period(name, values);
      if (values.size() == 1) {
        known.define(
            name, Optional.of(new Value.Number(Double.parseDouble(values.iterator().next()))));
      }
    });
    Matcher k = KELTNER.matcher(text);
    if (k.find()) {
      double ema = Double.parseDouble(k.group(1));
      double times = Double.parseDouble(k.group(2));
      double atr = Double.parseDouble(k.group(3));
      Studies.make("KC", List.of(ema, atr, times), "middle", Optional.empty())
          .ifPresent(v -> known.saw("KC", List.of(ema, atr, times), v));
    }
  }

  private static final Pattern PERIOD_OF =
      Pattern.compile("([a-z]+?)_?(?:period|length|len|window)");

  /// `rsi_period=10` says what RSI is meant.
  private void period(String name, Set<String> values) {
    Matcher m = PERIOD_OF.matcher(name);
    List<Mark> study = m.matches() ? marks(m.group(1)) : List.of();
    if (study.size() != 1 || !Studies.is(study.getFirst().code())) {
      return;
    }
    String code = study.getFirst().code();
    for (String value : values) {
      List<Double> said = List.of(Double.parseDouble(value));
      if (Studies.takes(code) == 1) {
        Studies.make(code, said, "", Optional.empty()).ifPresent(v -> known.saw(code, said, v));
      } else {
        known.spoil(code);
      }
    }
  }

  private static final Pattern BANDS =
      Pattern.compile(
          "(?i)\\b(\\d+)[- ](?:period|bar|day)s?,? (?:and|with|,)? ?(?:an? )?(\\d+(?:\\.\\d+)?)[- ](?:standard deviations?|std ?devs?|deviations?)\\b[^.;]{0,20}\\bbollinger bands?\\b");

  /// "20-period and 2.0 standard deviation for Bollinger Bands".
  private void learnBands(String text) {
    Matcher m = BANDS.matcher(text);
    while (m.find()) {
      List<Double> said = List.of(Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)));
      known.saw("BB", said, new Value.Price("close"));
      bandsSaid = m.group();
    }
  }

  /// The words that gave the bands their numbers before their name.
  String bandsSaid = "";

  private String whole = "";

  /// Whether the text says this number in other words than these.
  boolean saysElsewhere(String sentence, String name, String number) {
    String other = whole.replace(sentence.strip(), " ");
    String plain = new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
    return PERIOD_OF.matcher(Scanner.fold(name)).matches()
            && known.numbersOf(Scanner.fold(name).replaceFirst("_.*", "").toUpperCase(Locale.ROOT))
        || Pattern.compile("(?<![\\d.])" + Pattern.quote(plain) + "(?:\\.0+)?(?![\\d]|\\.\\d)")
            .matcher(other)
            .find();
  }

  /// `(EMA_mean = SMA(EMA20, 20))`: names that are given in brackets.
  private void learnInBrackets(String text) {
    Matcher m = BRACKETED.matcher(text);
    while (m.find()) {
      Values in = new Values(marks(m.group(2)), known);
      Value value = in.value();
      if (value != null && in.done() && !(value instanceof Value.Number)) {
        known.define(Scanner.fold(m.group(1)), Optional.of(value));
      }
    }
  }

  /// Reads what indicators a text speaks of, before its rules.
  private void learn(Item item, Place place) {
    for (String sentence : Outline.sentences(item.whole())) {
      learn(new Values(marks(sentence), known));
    }
    item.under.forEach(under -> learn(under, place));
  }

  private void learn(Values in) {
    boolean compares =
        in.marks.stream()
            .anyMatch(m ->
                m.isAny(
                    "<", ">", "<=", ">=", "ABOVE", "BELOW", "CROSSUP", "CROSSDN", "CROSS",
                    "BETWEEN", "IF", "GE", "LE", "REACH", "STOP", "TARGET", "TRAIL"));
    Set<String> bare = new java.util.LinkedHashSet<>();
    int left = 0;
    while (!in.done()) {
      int here = in.at;
      StudyReader reader = new StudyReader(in);
      boolean value = reader.read() != null;
      in.at = value ? in.at : Math.max(here, reader.end);
      boolean read = in.at > here;
      List<Mark> taken = in.marks.subList(here, read ? in.at : here + 1);
      boolean numbers = taken.stream().anyMatch(m -> m.is("NUM"));
      if (!numbers) {
        taken.stream().filter(m -> Studies.is(m.code())).forEach(m -> bare.add(m.code()));
      }
      left += !read && numbers ? 1 : 0;
      in.at = read ? in.at : here + 1;
    }
    if (!compares && left > 0 && bare.size() == 1 && Studies.takes(bare.iterator().next()) > 0) {
      known.spoil(bare.iterator().next());
    }
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

  private Reading whole() {
    missing.addAll(known.unused());
    announced.stream()
        .filter(a -> !a.names().stream().allMatch(holding::has))
        .forEach(a -> missing.add(a.sentence()));
    boolean toLong = entries.says(Side.LONG);
    boolean toShort = entries.says(Side.SHORT);
    boolean plain = !toLong && !toShort;
    if (mirrorShort && toLong && !toShort && !onlyLong) {
      toShort = entries.mirrored(Side.LONG, Side.SHORT);
      if (!toShort) {
        missing.add("short: mirrored");
      } else if (exits.says(Side.LONG) && !exits.says(Side.SHORT)) {
        exits.mirrored(Side.LONG, Side.SHORT);
      }
    }
    if (toShort && !toLong && entries.says(Side.NEITHER)) {
      missing.addAll(entries.uneven(true)); // nobody knows which side it enters
    }
    if (onlyLong && toShort) {
      missing.add("long only / short");
    }
    Optional<Test> enterLong = toLong || plain ? entries.of(Side.LONG, true) : Optional.empty();
    Optional<Test> enterShort = toShort ? entries.of(Side.SHORT, true) : Optional.empty();
    if (enterLong.isPresent() && enterShort.isPresent()) {
      missing.addAll(entries.uneven(true));
      missing.addAll(exits.uneven(true));
    }
    Optional<Test> exitLong = exits.of(Side.LONG, true);
    Optional<Test> exitShort = exits.of(Side.SHORT, true);
    if (turnedExits.contains(Side.LONG) || turnedExits.contains(Side.NEITHER)) {
      exitLong = turned(exitLong, enterLong);
    }
    if (turnedExits.contains(Side.SHORT) || turnedExits.contains(Side.NEITHER)) {
      exitShort = turned(exitShort, enterShort);
    }
    if (oppositeExit) {
      exitLong = opposite(exitLong, enterLong, enterShort);
      exitShort = opposite(exitShort, enterShort, enterLong);
    }
    if (!holding.risksKnown()) {
      missing.add(holding.riskSaid);
    }
    Optional<Hold> hold = holding.hold();
    String problem = "";
    if (enterLong.isEmpty() && enterShort.isEmpty()) {
      problem = "no-entry";
    } else if (enterLong.map(Unlikely::test).orElse(true)
        && enterShort.map(Unlikely::test).orElse(true)) {
      problem = "unlikely";
    } else if (hold.isEmpty()) {
      problem = "no-target";
    } else if (!hold.get().ends()
        && (enterLong.isPresent() && exitLong.isEmpty() && enterShort.isEmpty()
            || enterShort.isPresent() && exitShort.isEmpty() && enterLong.isEmpty())) {
      problem = "no-exit";
    }
    Optional<Design> design =
        enterLong.isEmpty() && enterShort.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Design(
                    timeframe,
                    enterLong,
                    enterLong.isPresent() ? exitLong : Optional.empty(),
                    enterShort,
                    enterShort.isPresent() ? exitShort : Optional.empty(),
                    hold.orElse(Hold.PLAIN)));
    introduced.forEach((sentence, values) -> {
      if (design.isEmpty() || !Used.by(design.get()).containsAll(Used.bare(values))) {
        missing.add(sentence);
      }
    });
    return new Reading(
        design, name, distinct(missing), distinct(optional), distinct(notes), problem);
  }

  private static List<String> distinct(List<String> texts) {
    return texts.stream().distinct().collect(Collectors.toList());
  }

  private Optional<Test> opposite(Optional<Test> exit, Optional<Test> entry, Optional<Test> other) {
    if (entry.isEmpty()) {
      return exit;
    }
    return also(exit, other.isPresent() ? other : crossings(entry.get()), "opposite signal");
  }

  /// Left as well when what crossed at the entry crosses the other way, whatever else it asked for.
  private Optional<Test> turned(Optional<Test> exit, Optional<Test> entry) {
    return entry.isEmpty() ? exit : also(exit, crossings(entry.get()), "opposite crossover");
  }

  private Optional<Test> also(Optional<Test> exit, Optional<Test> turn, String said) {
    if (turn.isEmpty()) {
      missing.add(said);
      return exit;
    }
    return Optional.of(exit.map(e -> Test.any(List.of(e, turn.get()))).orElse(turn.get()));
  }

  /// The crossings of an entry the other way round.
  static Optional<Test> crossings(Test entry) {
    List<Test> found = new ArrayList<>();
    List<Test> parts = entry instanceof Test.All(var tests) ? tests : List.of(entry);
    for (Test part : parts) {
      if (part instanceof Test.Compare c && c.is().crossing()) {
        found.add(new Test.Compare(c.left(), c.is().turned(), c.right()));
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The bars that the text names, where it names one length.
  static Optional<String> timeframe(String text) {
    Matcher m = TIMEFRAME.matcher(text);
    List<String> found = new ArrayList<>();
    while (m.find()) {
      String said = said(m);
      if (!found.contains(said)) {
        found.add(said);
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String said(Matcher m) {
    if (m.group(5) != null) {
      return "1d";
    }
    if (m.group(3) != null) {
      return m.group(4) + m.group(3).toLowerCase(Locale.ROOT);
    }
    return m.group(1) + m.group(2).substring(0, 1).toLowerCase(Locale.ROOT);
  }
}
