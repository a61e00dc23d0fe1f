package sorte.change.description;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Value;

/// What a text says of its indicators and names anywhere, learnt before its rules are read.
final class Learned {
  private final TextReader text;

  Learned(TextReader text) {
    this.text = text;
  }

  /// What a text says a span is in bars: "12 months (252 trading days)".
  private final Map<String, Double> spans = new HashMap<>();

  private static final Pattern SPAN =
      Pattern.compile(
          "(?i)\\b(\\d+)[ -](months?|years?|weeks?|meses|anos|semanas)\\s*\\((?:=|~|about|approximately|i\\.e\\.,?)?\\s*(\\d+) (?:trading days|daily bars|days|preg[oõ]es|dias [uú]teis)\\)");

  /// "12 months" as so many days, where the text says how many.
  void span(List<Mark> marks, int i) {
    @Nullable Double days = marks.get(i).is("NUM") ? spans.get(key(marks, i)) : null;
    if (days != null) {
      marks.set(i, new Mark("NUM", marks.get(i).raw(), days));
      marks.set(i + 1, new Mark("DAYS", marks.get(i + 1).raw(), 0));
    }
  }

  private static String key(List<Mark> marks, int i) {
    return marks.get(i).number() + marks.get(i + 1).raw().replaceFirst("s$", "");
  }

  void learnSpans(String said) {
    Matcher m = SPAN.matcher(said);
    while (m.find()) {
      String unit = Scanner.fold(m.group(2)).replaceFirst("s$", "");
      spans.put(Double.parseDouble(m.group(1)) + unit, Double.parseDouble(m.group(3)));
    }
  }

  static final Pattern SETTING =
      Pattern.compile(
          "\\b([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z0-9]*|[A-Z]{2,}[a-z]+[A-Za-z0-9]*)\\s*(?:=|\\((?:e\\.g\\.,?|default:?|default=)\\s*)\\s*(-?\\d+(?:\\.\\d+)?)(?![\\d%]|\\s*[*/+(])");

  private static final Pattern BRACKETED =
      Pattern.compile("\\(([A-Za-z_]\\w*)\\s*=\\s*([^()=]*(?:\\([^()]*\\))?[^()=]*)\\)");

  static final Pattern KELTNER =
      Pattern.compile(
          "(?is)keltner[^.;]{0,60}?ema\\s*\\(?(\\d+)\\)?[^.;]{0,60}?(\\d+(?:\\.\\d+)?)\\s*[*x×]\\s*atr\\s*\\(?(\\d+)\\)?");

  /// `stop_pct=0.02`: parameters that a text names with their values, where each has one.
  void learnNames(String said) {
    whole = said;
    Map<String, Set<String>> found = new LinkedHashMap<>();
    Matcher m = SETTING.matcher(said);
    while (m.find()) {
      found.computeIfAbsent(Scanner.fold(m.group(1)), _ -> new TreeSet<>()).add(m.group(2));
    }
    found.forEach((name, values) -> {
      period(name, values);
      if (values.size() == 1) {
        text.known.define(
            name, Optional.of(new Value.Number(Double.parseDouble(values.iterator().next()))));
      }
    });
    Matcher k = KELTNER.matcher(said);
    if (k.find()) {
      double ema = Double.parseDouble(k.group(1));
      double times = Double.parseDouble(k.group(2));
      double atr = Double.parseDouble(k.group(3));
      Studies.make("KC", List.of(ema, atr, times), "middle", Optional.empty())
          .ifPresent(v -> text.known.saw("KC", List.of(ema, atr, times), v));
    }
  }

  private static final Pattern PERIOD_OF =
      Pattern.compile("([a-z]+?)_?(?:period|length|len|window)");

  /// `rsi_period=10` says what RSI is meant.
  private void period(String name, Set<String> values) {
    Matcher m = PERIOD_OF.matcher(name);
    List<Mark> study = m.matches() ? text.marks(m.group(1)) : List.of();
    if (study.size() != 1 || !Studies.is(study.getFirst().code())) {
      return;
    }
    String code = study.getFirst().code();
    for (String value : values) {
      List<Double> said = List.of(Double.parseDouble(value));
      if (Studies.takes(code) == 1) {
        Studies.make(code, said, "", Optional.empty())
            .ifPresent(v -> text.known.saw(code, said, v));
      } else {
        text.known.spoil(code);
      }
    }
  }

  private static final Pattern BANDS =
      Pattern.compile(
          "(?i)\\b(\\d+)[- ](?:period|bar|day)s?,? (?:and|with|,)? ?(?:an? )?(\\d+(?:\\.\\d+)?)[- ](?:standard deviations?|std ?devs?|deviations?)\\b[^.;]{0,20}\\bbollinger bands?\\b");

  /// "20-period and 2.0 standard deviation for Bollinger Bands".
  void learnBands(String words) {
    Matcher m = BANDS.matcher(words);
    while (m.find()) {
      List<Double> said = List.of(Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)));
      text.known.saw("BB", said, new Value.Price("close"));
      bandsSaid = m.group();
    }
  }

  /// The words that gave the bands their numbers before their name.
  String bandsSaid = "";

  private String whole = "";

  /// The text.
  String whole() {
    return whole;
  }

  /// Whether the text says this number in other words than these.
  boolean saysElsewhere(String sentence, String name, String number) {
    String other = whole.replace(sentence.strip(), " ");
    String plain = new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
    return PERIOD_OF.matcher(Scanner.fold(name)).matches()
            && text.known.numbersOf(
                Scanner.fold(name).replaceFirst("_.*", "").toUpperCase(Locale.ROOT))
        || Pattern.compile("(?<![\\d.])" + Pattern.quote(plain) + "(?:\\.0+)?(?![\\d]|\\.\\d)")
            .matcher(other)
            .find();
  }

  /// `(EMA_mean = SMA(EMA20, 20))`: names that are given in brackets.
  void learnInBrackets(String said) {
    Matcher m = BRACKETED.matcher(said);
    while (m.find()) {
      Values in = new Values(text.marks(m.group(2)), text.known);
      Value value = in.value();
      if (value != null && in.done() && !(value instanceof Value.Number)) {
        text.known.define(Scanner.fold(m.group(1)), Optional.of(value));
      }
    }
  }

  /// Reads what indicators a text speaks of, before its rules.
  void learn(Item item, Place place) {
    for (String sentence : Outline.sentences(item.whole())) {
      learn(new Values(text.marks(sentence), text.known));
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
    Set<String> bare = new LinkedHashSet<>();
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
      text.known.spoil(bare.iterator().next());
    }
  }
}
