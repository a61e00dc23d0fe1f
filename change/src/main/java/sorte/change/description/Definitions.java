package sorte.change.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// Names that a text gives to what it computes, and to tests.
final class Definitions {
  private final TextReader text;
  private final Prose prose;
  private final Bodies bodies;

  Definitions(TextReader text, Prose prose, Bodies bodies) {
    this.text = text;
    this.prose = prose;
    this.bodies = bodies;
  }

  Bodies bodies() {
    return bodies;
  }

  /// "Short-term volatility: the standard deviation of closes over 10 days" gives a name a value.
  boolean named(Item item) {
    List<Mark> marks = text.marks(item.label);
    if (item.label.isEmpty()
        || marks.stream()
            .anyMatch(
                m -> Studies.is(m.code()) || m.isAny("VOLUME", "STOP", "TARGET", "INDICATORS"))) {
      return false;
    }
    String words = words(item.label);
    List<String> sentences = Outline.sentences(item.text);
    if (words.isEmpty() || sentences.isEmpty()) {
      return false;
    }
    List<Mark> said =
        Bodies.headless(text.marks(SentenceReader.cut(text, prose, sentences.getFirst())));
    while (!said.isEmpty() && said.getFirst().isAny("DEFINED", "OF", "AWAY", "=")) {
      said = said.subList(1, said.size());
    }
    Values in = new Values(said, text.known);
    Value value = in.value();
    if (value == null || value instanceof Value.Number || !in.done() && Remarks.binds(in.rest())) {
      return false;
    }
    text.known.define(words, Optional.of(value));
    text.notes.add(sentences.getFirst());
    return true;
  }

  private static final Pattern LABELLED_DEFINITION =
      Pattern.compile(
          "^(?i)(?:build|define|compute|calculate|construct)\\b[^=:]{3,120}:\\s+([A-Za-z_]\\w*\\s*=.*)$");

  /// "Build bands: upper = …" without what leads to the name.
  static String bare(String sentence) {
    Matcher named = LABELLED_DEFINITION.matcher(sentence);
    return named.matches() ? named.group(1) : sentence;
  }

  private static final Pattern BIAS =
      Pattern.compile(
          "(?i)\\b((?:bullish|bearish|up|down)[a-z]*(?: (?:bias|trend|regime|flip|context|market))) (?:when|if)\\s+([^,;.]+(?:\\.\\d[^,;.]*)*)");

  /// "bullish bias when +DI > -DI": names for tests, where the sentence gives nothing else.
  boolean biases(String kept, String shown) {
    List<Mark> marks = text.marks(kept);
    if (marks.stream().anyMatch(m -> m.isAny("ENTER", "EXIT", "LONG", "SHORT", "BUY", "SELL"))) {
      return false;
    }
    Matcher m = BIAS.matcher(kept);
    Map<String, Test> found = new LinkedHashMap<>();
    while (m.find()) {
      Test test = bodies.test(Bodies.headless(text.marks(m.group(2))));
      if (test == null) {
        return false;
      }
      found.put(Scanner.fold(m.group(1)), test);
    }
    found.forEach((name, test) -> text.known.define(name, test, shown));
    return !found.isEmpty();
  }

  /// Several definitions in one sentence, cut apart.
  static List<String> definitions(String sentence) {
    Matcher m =
        Pattern.compile(
                "(?i)(?:,|\\band\\b|,\\s*and\\b)\\s+(?=(?:an? |the )?[\\p{L}_][\\p{L}\\p{N}_]*(?: [\\p{L}_][\\p{L}\\p{N}_]*){0,2} (?:=|:=) )")
            .matcher(sentence);
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (m.find()) {
      if (sentence.substring(from, m.start()).contains("=")) {
        parts.add(sentence.substring(from, m.start()));
        from = m.end();
      }
    }
    parts.add(sentence.substring(from));
    return parts;
  }

  /// `BBWidth = upper - lower`: a name of the text's own.
  boolean defined(String sentence, List<Mark> marks) {
    int equals = -1;
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).isAny("=", "DEFINED", "≈")) {
        equals = i;
        break;
      }
      if (i > 0 && marks.get(i).is("(") && Studies.is(marks.get(i - 1).code())) {
        i = Math.max(i, Remarks.closing(marks, i));
        continue;
      }
      if (marks.get(i).isAny("(", "IF", "ABOVE", "BELOW", "<", ">", ":")) {
        break;
      }
    }
    if (equals < 1 || equals > 6) {
      return false;
    }
    boolean counted =
        equals > 2 && marks.getFirst().is("NUM") && marks.get(1).isAny("BARS", "PERIOD", "DAYS");
    List<Mark> left =
        marks.subList(counted ? 2 : 0, equals); // "10-bar momentum" is called momentum
    if (restates(left, marks.subList(equals + 1, marks.size()))) {
      text.notes.add(sentence);
      return true;
    }
    if (left.stream()
        .anyMatch(m ->
            m.isAny("STOP", "TARGET", "TRAIL", "SIZE", "NUM", "PCT", "RISKWORD", "ENTRYPRICE"))) {
      return false;
    }
    String raw =
        sentence
            .substring(0, Math.max(0, cutAt(sentence)))
            .strip()
            .replaceAll("(?i)\\b\\d+[- ](bar|period|day)\\b|\\bpercentage\\b", "")
            .strip()
            .replaceFirst("(?i)^(define|compute|calculate|let|use)\\s+(the\\s+)?", "");
    String words = words(raw);
    if (words.isEmpty()) {
      return false;
    }
    Values in = new Values(new ArrayList<>(marks.subList(equals + 1, marks.size())), text.known);
    @Nullable Value value = in.value();
    boolean whole = value != null && (in.done() || !Remarks.binds(in.rest()));
    if (!whole) {
      value = Amounts.whole(marks.subList(equals + 1, marks.size()), text.known);
      whole = value != null;
    }
    Test test =
        whole ? null : bodies.test(Bodies.headless(marks.subList(equals + 1, marks.size())));
    if (test != null) {
      text.known.define(words, test, sentence);
      Shapes.of(words).forEach(other -> text.known.alias(other, words));
      return true;
    }
    if (value != null
        && whole
        && words.matches("(?:initial|protective)?[_ ]?stop(?:[_ ]?(?:loss|price|level))?")
        && Amounts.isDistance(value)
        && !text.holding.stop(value)) {
      text.missing.add(sentence);
    }
    String last = words.substring(words.lastIndexOf(' ') + 1);
    String bare = words.replaceFirst(" (level|line|value|price)$", "");
    Optional<Value> meant = whole ? Optional.ofNullable(value) : Optional.empty();
    if (whole && !bare.equals(words)) {
      text.known.define(bare, meant);
    } else if (whole && !last.equals(words) && text.unknown(last)) {
      text.known.define(last, meant);
    }
    text.known.define(words, meant);
    text.known.latest = meant;
    String spaced = words.replace('_', ' ');
    if (whole && !spaced.equals(words) && text.marks(spaced).size() > 1) {
      text.known.define(spaced, meant); // "the pattern low" of pattern_low
    }
    if (!whole) {
      text.missing.add(sentence);
    }
    return true;
  }

  /// "DEMA(200) is calculated as 2 * EMA(200) - EMA(EMA(200))": an indicator, as it is anyway.
  private boolean restates(List<Mark> left, List<Mark> right) {
    Values of = new Values(new ArrayList<>(left), text.known);
    Values said = new Values(new ArrayList<>(right), text.known);
    Value one = of.value();
    Value other = said.value();
    return one != null
        && other != null
        && !(one instanceof Value.Number)
        && of.done()
        && said.done()
        && ordered(one).equals(ordered(other));
  }

  /// Products with their number behind.
  private static Value ordered(Value value) {
    if (!(value instanceof Value.Computed(Value.Sign sign, Value left, Value right))) {
      return value;
    }
    Value first = ordered(left);
    Value second = ordered(right);
    return sign == Value.Sign.TIMES && first instanceof Value.Number
        ? new Value.Computed(sign, second, first)
        : new Value.Computed(sign, first, second);
  }

  private static int cutAt(String sentence) {
    Matcher m =
        Pattern.compile("=|≈|(?i)\\b(is )?(defined|calculated|computed) as\\b").matcher(sentence);
    return m.find() ? m.start() : 0;
  }

  private static String words(String raw) {
    List<String> words = new ArrayList<>();
    for (Mark mark : Scanner.scan(raw, false)) {
      if (!mark.is("WORD")) {
        return "";
      }
      if (!Set.of("the", "a", "an").contains(mark.raw())) {
        words.add(mark.raw());
      }
    }
    return words.size() > 4 ? "" : String.join(" ", words);
  }
}
