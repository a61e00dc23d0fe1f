package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sorte.change.description.Place.Part;
import sorte.change.description.Place.Side;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// One sentence of a description, taken to where it belongs, or listed as not understood.
final class SentenceReader {
  private static final Pattern OPTIONAL =
      Pattern.compile(
          "(?i)\\b(optional|optionally|opcional|opcionalmente|can be added|you can add|you may|may be added|if desired|if preferred|consider adding|consider|it is recommended|is recommended)\\b");
  private static final Pattern ONLY_LONG =
      Pattern.compile(
          "\\b(long only|long-only|only long|long positions only|exclusively long|only for long positions|only with long positions|no short (positions|trades|selling)|short positions are not (opened|allowed|used)|(apenas|so|somente) (comprad\\w+|na compra|compras?|posicoes compradas))\\b");
  private static final Pattern INTRO =
      Pattern.compile(
          "^(write|create|develop|build|implement|design|set up|construct|crie|criar|quero|escreva|monte|fa[cç]a|desenvolva)\\b.*\\b(strategy|strategies|system|bot|estrategia|robo|sistema)\\b.*");

  private static final Pattern SHORT_LABEL =
      Pattern.compile(
          "^([^:=<>.(]{3,50}(?:\\([^)]*\\)[^:=<>.(]{0,40})?):\\s+(.+)$", Pattern.DOTALL);
  private static final Pattern APART =
      Pattern.compile(
          "(?i)(?<=\\w|%|\\))((?:,| and)? (?:with )?)(?=(?:no|without|sem) (?:any )?(?:stop|take.profit|alvo))");
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?i)[\\s,:(\u2014]+(?:i\\.e\\.,?\\s*)?(?:(?:qty|size|quantity)\\s*=|(?:calculated|computed) as (?:floor|int|round)\\s*\\().*$");
  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
  private static final Pattern DEFINE =
      Pattern.compile(
          "(?i)\\b(?:define|let)\\s+(?:the |an? )?([^=,;:]{2,40}?)\\s+(?:explicitly )?as\\s+(?:the |an? )?");

  private final TextReader text;
  private final Prose prose;

  /// Whether "and" and "or" were mixed in the sentence at hand.
  private boolean confused;

  /// What was said under the headings at hand, the innermost last.
  private final List<Group> groups = new ArrayList<>();

  /// Tests without a deed of their own under one heading, and whether there were deeds.
  private static final class Group {
    private final Place place;
    private final List<Test> pending = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private boolean deeds;

    Group(Place place) {
      this.place = place;
    }
  }

  SentenceReader(TextReader text, Prose prose) {
    this.text = text;
    this.prose = prose;
  }

  /// The place of what stands under an item.
  Place under(Item item, Place here) {
    if (!item.label.isEmpty() || item.under.isEmpty()) {
      return here;
    }
    return Headings.under("", text.marks(item.text), here).part(here.part());
  }

  void item(Item item, Place here, Place above) {
    if (item.text.isBlank()) {
      if (item.under.isEmpty() && !item.label.isEmpty()) {
        alone(item.label, above);
      }
      return;
    }
    String label = item.label;
    boolean names =
        !label.isEmpty()
            && text.marks(label).stream()
                .anyMatch(m -> m.isAny("STOP", "TARGET", "TRAIL", "SIZE", "HOLDWORD", "REWARD"))
            && !text.marks(label).stream().anyMatch(m -> m.isAny("RISKHEAD"));
    if (here.part() == Part.INDICATORS && named(item)) {
      return;
    }
    Place place = here;
    for (String sentence : Outline.sentences(item.text)) {
      Matcher labelled = SHORT_LABEL.matcher(sentence);
      Place next = names || !labelled.matches() ? Place.TOP : labelled(item, labelled, here);
      if (next.part() == Part.NONE) {
        sentence(names ? label + ": " + sentence : sentence, sentence, place);
        continue;
      }
      if (!place.equals(here)) {
        close();
      }
      place = next.part() == Part.RISK || next.part() == Part.IDEA ? here.part(next.part()) : next;
      if (!place.equals(here)) {
        open(place);
      }
      String said = kept(text.marks(labelled.group(1))) ? sentence : labelled.group(2);
      sentence(said, said, place);
    }
    if (!place.equals(here)) {
      close();
    }
  }

  /// Where a sentence stands that brings its own label.
  private Place labelled(Item item, Matcher label, Place here) {
    Part before = item.label.isEmpty() ? Part.NONE : here.part();
    return Headings.under(
        label.group(1),
        text.marks(label.group(1)),
        new Place(before, here.side(), here.any(), here.optional()));
  }

  /// Whether a label belongs to its sentence.
  private static boolean kept(List<Mark> label) {
    return label.stream()
        .anyMatch(
            m -> m.isAny("STOP", "TARGET", "TRAIL", "SIZE", "HOLDWORD", "REWARD", "LONG", "SHORT"));
  }

  /// "Short-term volatility: the standard deviation of closes over 10 days" gives a name a value.
  private boolean named(Item item) {
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
    List<Mark> said = headless(text.marks(cut(sentences.getFirst())));
    while (!said.isEmpty() && said.getFirst().isAny("DEFINED", "OF", "AWAY", "=")) {
      said = said.subList(1, said.size());
    }
    Values in = new Values(said, text.known);
    Value value = in.value();
    if (value == null || value instanceof Value.Number || !in.done() && Remarks.binds(in.rest())) {
      return false;
    }
    text.known.define(words, Optional.of(value));
    text.notes.add(item.whole());
    return true;
  }

  private void alone(String label, Place place) {
    if (asks(text.marks(label))) {
      sentence(label, label, place);
    }
  }

  /// Begins what stands under a heading.
  void open(Place place) {
    groups.add(new Group(place));
  }

  /// Ends it: what its tests give together goes to the rule, or to the heading above.
  void close() {
    Group group = groups.removeLast();
    Group above = groups.getLast();
    if (group.pending.isEmpty()) {
      above.deeds |= group.deeds;
      return;
    }
    text.entries.sentence = String.join("; ", group.said);
    text.exits.sentence = text.entries.sentence;
    Part part = group.place.part();
    boolean nested = part == above.place.part() && (group.place.side() == above.place.side());
    Test together = group.place.any() ? Test.any(group.pending) : Test.all(group.pending);
    if (part == Part.EXIT) {
      if (nested && !above.place.any()) {
        above.pending.add(together);
        above.said.addAll(group.said);
      } else {
        text.exits.alternative(group.place.side(), together);
      }
    } else if (part == Part.ENTRY && nested) {
      above.pending.add(together);
      above.said.addAll(group.said);
    } else if (part == Part.ENTRY && !group.deeds) {
      text.entries.alternative(group.place.side(), together);
    } else if (part == Part.ENTRY && group.place.any()) {
      text.entries.common(group.place.side(), together);
    } else {
      group.pending.forEach(t -> text.entries.common(group.place.side(), t));
    }
  }

  private static final Pattern HELD =
      Pattern.compile(
          "(?i)\\bafter (?:\\d+|a \\w+) (?:bars?|candles?|days?|trading days|periods?)\\b|\\btime[- ](?:exit|stop)\\b|\\bhold");

  /// "close after 3 bars if neither the stop nor the target was hit": a trade that ended cannot be
  /// closed again.
  private static final Pattern UNENDED =
      Pattern.compile(
          "(?i)[\\s,(]+(?:if|unless|when|provided) (?=[^,;.()]*\\b(?:stop|stop-loss|sl|take|take-profit|tp|target|tp/sl|sl/tp)\\b)(?:neither|no|none of|the|tp|sl|stop|target|take)\\b[^,;.()\\d<>%]*\\b(?:triggered|hit|reached|executed|filled|worked|tp/sl|sl/tp|stop|take)\\)?$");

  private String cut(String sentence) {
    String folded =
        UNENDED.matcher(sentence).find() && HELD.matcher(sentence).find()
            ? UNENDED.matcher(sentence).replaceFirst("")
            : sentence;
    for (Pattern frame : prose.frames()) {
      Matcher m = frame.matcher(folded);
      while (m.find()) {
        if (!Remarks.binds(text.marks(m.group()))) {
          folded = folded.substring(0, m.start()) + folded.substring(m.end());
          m = frame.matcher(folded);
        }
      }
    }
    return folded;
  }

  private void sentence(String said, String shown, Place place) {
    String folded =
        Scanner.fold(Scanner.plain(shown))
            .strip()
            .replaceAll("(an? )?optional (protective )?(?=stop)", "");
    if (ONLY_LONG.matcher(folded).find()) {
      text.onlyLong = true;
    }
    List<Mark> first = text.marks(said);
    boolean timed = first.stream().anyMatch(m -> m.is("TIME"));
    if (place.part() == Part.IDEA && !timed || place.part() == Part.NOTES && !asks(first)) {
      text.notes.add(shown);
      return;
    }
    if (place.optional()) {
      text.optional.add(shown);
      return;
    }
    Matcher optional = OPTIONAL.matcher(folded);
    if (optional.find()) {
      List<String> parts = Clauses.beforeOptional(shown, OPTIONAL);
      if (parts.size() < 2 || !Remarks.binds(text.marks(parts.getFirst()))) {
        text.optional.add(shown);
      } else {
        text.optional.add(parts.getLast());
        sentence(parts.getFirst(), parts.getFirst(), place);
      }
      return;
    }
    List<String> clauses = Clauses.where(said);
    if (clauses.size() > 1) {
      clauses.forEach(clause -> sentence(clause, clause, place));
      return;
    }
    text.known.it = Optional.empty();
    text.entries.sentence = shown;
    text.exits.sentence = shown;
    confused = false;
    String kept = cut(DEFINE.matcher(said).replaceFirst("$1 = "));
    if (!text.bandsSaid.isEmpty()) {
      kept = kept.replace(text.bandsSaid, "");
    }
    Matcher named = LABELLED_DEFINITION.matcher(kept);
    kept = named.matches() ? named.group(1) : kept;
    kept = kept.isEmpty() ? kept : Clauses.plain(kept);
    if (!BIAS.matcher(kept).find() || !biases(kept, shown)) {
      reading(kept, shown, folded, place);
    }
  }

  private static final Pattern LABELLED_DEFINITION =
      Pattern.compile(
          "^(?i)(?:build|define|compute|calculate|construct)\\b[^=:]{3,120}:\\s+([A-Za-z_]\\w*\\s*=.*)$");

  private static final Pattern BIAS =
      Pattern.compile(
          "(?i)\\b((?:bullish|bearish|up|down)[a-z]*(?: (?:bias|trend|regime|flip|context|market))) (?:when|if)\\s+([^,;.]+(?:\\.\\d[^,;.]*)*)");

  /// "bullish bias when +DI > -DI": names for tests, where the sentence gives nothing else.
  private boolean biases(String kept, String shown) {
    List<Mark> marks = text.marks(kept);
    if (marks.stream().anyMatch(m -> m.isAny("ENTER", "EXIT", "LONG", "SHORT", "BUY", "SELL"))) {
      return false;
    }
    Matcher m = BIAS.matcher(kept);
    java.util.Map<String, Test> found = new java.util.LinkedHashMap<>();
    while (m.find()) {
      Test test = test(headless(text.marks(m.group(2))));
      if (test == null) {
        return false;
      }
      found.put(Scanner.fold(m.group(1)), test);
    }
    found.forEach((name, test) -> text.known.define(name, test, shown));
    return !found.isEmpty();
  }

  private void reading(String sentence, String shown, String folded, Place place) {
    String kept = sentence;
    Matcher formula = FORMULA.matcher(kept);
    boolean formulated =
        formula.find()
            && SizeFormula.read(formula(formula.group()), text.known, text.holding);
    if (formulated) {
      text.holding.riskSaid = shown;
      if (text.marks(kept.substring(0, formula.start())).stream()
          .allMatch(m -> m.isAny("SIZE", "POSITION", "RISKHEAD", "AND", ":"))) {
        return;
      }
    }
    if (formulated || formula.reset().find() && restates(kept, formula)) {
      kept = kept.substring(0, formula.start()) + kept.substring(formula.end());
    }
    Matcher sided = SIDED.matcher(kept);
    if (sided.matches()
        && text.marks(sided.group(1)).stream().anyMatch(m -> m.isAny("EXIT", "CLOSEWORD"))) {
      String rest = sided.group(4).strip();
      String longs = "Exit long when " + sided.group(2) + ".";
      String shorts = "Exit short when " + sided.group(3) + ".";
      if (rest.isEmpty() || rest.matches("(?i),? ?or .*")) {
        takenOrMissing(longs, shown, place);
        takenOrMissing(shorts, shown, place);
        if (!rest.isEmpty()) {
          takenOrMissing(
              "Exit when " + rest.replaceFirst("(?i)^,? ?or (?:when |if )?", "") + ".",
              shown,
              place);
        }
        return;
      }
    }
    Matcher apart = APART.matcher(kept);
    if (apart.find()) {
      sentence(kept.substring(0, apart.start()), kept.substring(0, apart.start()), place);
      sentence(kept.substring(apart.end(1)), kept.substring(apart.end(1)), place);
      return;
    }
    List<Mark> marks = numbered(text.marks(kept));
    if (marks.isEmpty()) {
      return;
    }
    if (!asks(marks) && TextReader.KELTNER.matcher(kept).find() || settings(kept, marks)) {
      text.notes.add(shown);
      return;
    }
    List<String> definitions = definitions(kept);
    if (definitions.size() > 1) {
      definitions.forEach(d -> sentence(d, d, place));
      return;
    }
    if (SizeFormula.read(marks, text.known, text.holding)) {
      text.holding.riskSaid = shown;
      return;
    }
    if (defined(kept, marks, place)) {
      return;
    }
    boolean idle = prose.bindsNothing(folded, asks(marks));
    boolean risked = text.holding.risk != null;
    if (taken(marks, place)) {
      text.holding.riskSaid = !risked && text.holding.risk != null ? shown : text.holding.riskSaid;
      return;
    }
    if (idle || ONLY_LONG.matcher(folded).find() && short_(folded)) {
      text.notes.add(shown);
      return;
    }
    if (!BOUND.matcher(folded).find()
        && (INTRO.matcher(folded).matches()
            || folded.matches(".*\\b(strategy|system|estrategia|setup)\\b.*"))
        && marks.stream()
            .noneMatch(m ->
                m.isAny(
                    "IF", "<", ">", "NOT", "BETWEEN", "TIME", "ONLY", "STOP", "TARGET", "TRAIL",
                    "SIZE", "PCT", "ABOVE", "BELOW", "CROSSUP", "CROSSDN", "EXIT"))) {
      text.notes.add(shown);
      return;
    }
    boolean elsewhere = otherBars(folded);
    if (place.part() == Part.INDICATORS && !elsewhere
        || !Remarks.binds(barless(marks)) && place.part() == Part.NONE && !acts(marks)) {
      text.notes.add(shown);
      return;
    }
    if (!elsewhere && folded.matches(".*\\bindicators?\\b.*") && introduces(folded, marks)) {
      text.notes.add(shown);
      return;
    }
    if ((place.part() == Part.NONE || place.part() == Part.INDICATORS)
        && !elsewhere
        && (indicatorsAlone(marks) || introduces(folded, marks))) {
      text.notes.add(shown);
      return;
    }
    if (!elsewhere && introduces(folded, marks) && introduced.size() > 1) {
      text.introduced.put(shown, List.copyOf(introduced)); // all of it must be used by the rules
      return;
    }
    text.missing.add(shown);
  }

  /// "close when it crosses (for long, …; for short, …)": the brackets say each side in full.
  private static final Pattern SIDED =
      Pattern.compile(
          "(?is)^([^()]*?(?:\\([^()]*\\)[^()]*?)?)\\((?:i\\.e\\.,?|that is,?)?\\s*(?:for )?longs?(?: positions?| trades?)?[,:]?\\s+(?:exits? )?(?:when |if )?(.+?);\\s*(?:for )?shorts?(?: positions?| trades?)?[,:]?\\s+(?:exits? )?(?:when |if )?((?:[^()]|\\([^()]*\\))+)\\)(.*)$");

  private void takenOrMissing(String said, String shown, Place place) {
    if (!taken(numbered(text.marks(said)), place)) {
      text.missing.add(shown);
    }
  }

  /// Whether a formula for the size only says the risk once more, with the same number.
  private static boolean restates(String sentence, Matcher formula) {
    String before = sentence.substring(0, formula.start());
    Matcher percent = PERCENT.matcher(before);
    if (!percent.find() || !before.matches("(?is).*\\b(risk|loss|size|risco|perda).*")) {
      return false;
    }
    String fraction =
        new java.math.BigDecimal(percent.group(1))
            .movePointLeft(2)
            .stripTrailingZeros()
            .toPlainString();
    String said = formula.group();
    boolean bounded =
        said.toLowerCase(java.util.Locale.ROOT).contains("min(")
            || said.toLowerCase(java.util.Locale.ROOT).contains("max(");
    return !bounded
        && !said.toLowerCase(java.util.Locale.ROOT).contains("atr")
        && (said.contains(fraction) || said.contains(percent.group()) || said.contains("risk"));
  }

  /// The formula for a size, without what leads to it and the brackets around it.
  private List<Mark> formula(String said) {
    String plain = said.strip().replaceFirst("^[,:(\u2014\\s]+", "");
    return text.marks(plain.replaceFirst("(?i)^(?:i\\.e\\.,?|calculated as|computed as)\\s*", ""));
  }

  /// What must not be passed over in a sentence that introduces the rest.
  private static final Pattern BOUND =
      Pattern.compile(
          "\\b(sessions?|during|hours|weekends?|weekly|monthly|quarterly|pre.?market|news|earnings|leverag\\w*|options?|hedg\\w*|pairs? trading|grid|martingale|pyramid\\w*|pattern|sessao|pregao|semanal|mensal|noticias)\\b");

  private static final Pattern OTHER_BARS =
      Pattern.compile(
          "\\b(weekly|monthly|quarterly|hourly|higher timeframe|ticks?|semanal|mensal|tempo grafico maior|(?:\\d+.?hour|h[1248]|4h|1h))\\b");
  private static final Pattern DAILY = Pattern.compile("\\b(daily|d1|diario)\\b");
  private static final Set<String> NAMING =
      Set.of(
          "compute",
          "calculate",
          "calculated",
          "uses",
          "using",
          "indicators",
          "standard",
          "configurable",
          "parameters",
          "technical",
          "following",
          "three",
          "two",
          "both",
          "line",
          "series",
          "uma",
          "usar",
          "use",
          "indicador",
          "indicadores",
          "calcular",
          "data",
          "historical",
          "filters",
          "together");

  /// Whether a sentence speaks of bars that are not the strategy's own.
  private boolean otherBars(String folded) {
    boolean daily =
        text.timeframe.filter(t -> !t.equals("1d")).isPresent() && DAILY.matcher(folded).find();
    Matcher other = OTHER_BARS.matcher(folded);
    return daily
        || other.find() && text.timeframe.isEmpty()
        || other.reset().find() && !text.timeframe.get().equals("1h");
  }

  /// Whether a sentence holds what only a rule holds.
  private static boolean asks(List<Mark> marks) {
    return marks.stream()
        .anyMatch(m ->
            m.isAny(
                "IF",
                "<",
                ">",
                "<=",
                ">=",
                "ABOVE",
                "BELOW",
                "CROSSUP",
                "CROSSDN",
                "CROSS",
                "STOP",
                "TARGET",
                "TRAIL",
                "SIZE",
                "RISKWORD",
                "NOT",
                "ONLY",
                "BETWEEN",
                "TIME",
                "HOLDWORD",
                "REACH"));
  }

  /// Without the length of the bars, which the slot decides.
  private static List<Mark> barless(List<Mark> marks) {
    List<Mark> out = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      boolean length =
          i + 1 < marks.size()
              && marks.get(i).is("NUM")
              && marks.get(i + 1).isAny("MINUTES", "HOURS")
              && (i + 2 == marks.size()
                  || marks.get(i + 2).is("BARS")
                  || marks.get(i + 2).raw().matches("timeframe|chart|data|historical|ohlcv?|bar"));
      if (length) {
        boolean named = i + 2 < marks.size() && marks.get(i + 2).raw().matches("timeframe|chart");
        i += named ? 2 : 1;
      } else {
        out.add(marks.get(i));
      }
    }
    return out;
  }

  private static boolean acts(List<Mark> marks) {
    return marks.stream()
        .anyMatch(m ->
            m.isAny(
                    "ENTER",
                    "EXIT",
                    "BUY",
                    "SELL",
                    "IF",
                    "ONLY",
                    "NOT",
                    "POSITION",
                    "LONG",
                    "SHORT",
                    "SIGNALWORD",
                    "STATE",
                    "CLOSEWORD")
                || m.raw()
                    .matches(
                        "pattern|trend|direction|confirm\\w*|wait|filter\\w*|divergence|tendencia|padrao|filtro|divergencia"));
  }

  private static boolean short_(String folded) {
    return folded.split(" ").length < 16;
  }

  /// `ema_period=20, stop_atr_mult=1.5`: numbers that the text says elsewhere as well.
  private boolean settings(String sentence, List<Mark> marks) {
    Matcher m = TextReader.SETTING.matcher(sentence);
    int found = 0;
    while (m.find()) {
      found++;
      if (!text.saysElsewhere(sentence, m.group(1), m.group(2))) {
        return false;
      }
    }
    long numbers = marks.stream().filter(k -> k.isAny("NUM", "PCT", "MONEY", "RATIO")).count();
    return found > 0
        && numbers == found
        && marks.stream()
            .noneMatch(
                k -> k.isAny("IF", "NOT", "ONLY", "<", ">", "ABOVE", "BELOW", "+", "-", "*", "("));
  }

  private static final Pattern INTRODUCES =
      Pattern.compile(
          "^(indicators?( used)?:? |technical indicators:? |use |uses |using |compute |calculate |add |apply |the )?.*\\b(sma|ema|wma|rsi|macd|atr|adx|bollinger|stochastic|cci|donchian|keltner|obv|roc|momentum|vwap|williams|crossover)\\b.*");
  private static final Pattern OPENING =
      Pattern.compile(
          "^(indicators?( used)?:|technical indicators:|use|uses|using|compute|calculate|the)\\b.*");

  /// "Use SMA(9) as …, SMA(26) as …": indicators with all their numbers, and nothing asked of them.
  /// A name that such a sentence gives is unknown to the rules, which then are not understood.
  private boolean introduces(String folded, List<Mark> marks) {
    boolean opens = OPENING.matcher(folded).matches() && INTRODUCES.matcher(folded).matches();
    List<Mark> plain =
        marks.stream()
            .filter(m -> !m.raw().equals("crossover") && !m.raw().endsWith(" filter"))
            .toList();
    boolean asks =
        asks(plain)
            || plain.stream()
                .anyMatch(m ->
                    m.isAny(
                        "ENTER",
                        "EXIT",
                        "BUY",
                        "SELL",
                        "LONG",
                        "SHORT",
                        "OVERSOLD",
                        "OVERBOUGHT",
                        "CROSS",
                        "BULLCROSS",
                        "BEARCROSS",
                        "MACDUP",
                        "MACDDN",
                        "REENTER",
                        "STATE",
                        "RISING",
                        "FALLING",
                        "MIRRORED",
                        "TURNED",
                        "PCT",
                        "TIME",
                        "MONEY",
                        "RATIO",
                        "RISKWORD",
                        "CAPITAL",
                        "HOLDWORD",
                        "POSITION",
                        "=",
                        "OPPOSITE"));
    if (!opens || asks) {
      return false;
    }
    introduced.clear();
    Values in = new Values(new ArrayList<>(marks), text.known);
    while (!in.done()) {
      int here = in.at;
      boolean study = in.is("NUM") || Studies.is(in.mark(0).code());
      Value value = study ? new StudyReader(in).read() : null;
      if (value == null && in.is("NUM")) {
        return false;
      }
      if (value != null) {
        introduced.add(value);
      }
      in.at = value == null ? here + 1 : in.at;
    }
    return true;
  }

  /// What the last sentence introduced.
  private final List<Value> introduced = new ArrayList<>();

  /// A sentence that names indicators and asks for nothing.
  private boolean indicatorsAlone(List<Mark> marks) {
    if (marks.stream()
        .anyMatch(m ->
            m.isAny(
                "IF",
                "NOT",
                "ONLY",
                "STOP",
                "TARGET",
                "TRAIL",
                "SIZE",
                "RISKWORD",
                "ABOVE",
                "BELOW",
                ">",
                "<",
                ">=",
                "<=",
                "PCT",
                "TIME",
                "CROSSUP",
                "CROSSDN",
                "BETWEEN",
                "EXIT",
                "ENTER",
                "BUY",
                "SELL"))) {
      return false;
    }
    return marks.stream().anyMatch(m -> Studies.is(m.code()))
        && marks.stream().allMatch(m -> !m.is("WORD") || NAMING.contains(m.raw()));
  }

  /// `(1)` and `1)` before a clause are no numbers of it.
  private static List<Mark> numbered(List<Mark> marks) {
    List<Mark> out = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < marks.size(); i++) {
      boolean start =
          out.isEmpty()
              || out.getLast()
                  .isAny(
                      ",", ":", "AND", "OR", "IF", "~", ".", "ALLOF", "ANYOF", "BOTH", "OF",
                      "ENTER", "EXIT");
      boolean small =
          i + 2 < marks.size()
              && marks.get(i).is("(")
              && marks.get(i + 2).is(")")
              && (marks.get(i + 1).is("NUM")
                      && marks.get(i + 1).number() < 10
                      && marks.get(i + 1).number() == Math.rint(marks.get(i + 1).number())
                  || marks.get(i + 1).raw().matches("[a-h]|i{1,3}|iv"));
      boolean bare =
          depth == 0
              && i + 1 < marks.size()
              && marks.get(i).is("NUM")
              && marks.get(i).number() < 10
              && marks.get(i + 1).is(")");
      if (start && small) { // "(1)"
        i += 2;
      } else if (start && bare) {
        i += 1;
      } else {
        depth += marks.get(i).is("(") ? 1 : marks.get(i).is(")") ? -1 : 0;
        out.add(marks.get(i));
      }
    }
    return out;
  }

  /// Several definitions in one sentence, cut apart.
  private static List<String> definitions(String sentence) {
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
  private boolean defined(String sentence, List<Mark> marks, Place place) {
    int equals = -1;
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).isAny("=", "DEFINED")) {
        equals = i;
        break;
      }
      if (marks.get(i).isAny("(", "IF", "ABOVE", "BELOW", "<", ">", ":")) {
        break;
      }
    }
    if (equals < 1 || equals > 6) {
      return false;
    }
    List<Mark> left = marks.subList(0, equals);
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
    Test test = whole ? null : test(headless(marks.subList(equals + 1, marks.size())));
    if (test != null) {
      text.known.define(words, test, sentence);
      return true;
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
    if (!whole) {
      text.missing.add(sentence);
    }
    return true;
  }

  private static int cutAt(String sentence) {
    Matcher m =
        Pattern.compile("=|(?i)\\b(is )?(defined|calculated|computed) as\\b").matcher(sentence);
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

  private boolean taken(List<Mark> marks, Place place) {
    HoldReader hold = new HoldReader(barless(marks), text.known, text.holding, days());
    if (hold.concerned() && hold.read()) {
      return true;
    }
    if (hold.announced()) {
      text.announced.add(new TextReader.Announced(text.entries.sentence, hold.names()));
      return true;
    }
    if (marks.size() > 2
        && marks.getFirst().isAny("TARGET", "STOP")
        && marks.get(1).isAny("IF", ":")
        && marks.stream().noneMatch(m -> m.isAny("EXIT", "ENTRYPRICE"))
        && exit(headless(marks.subList(1, marks.size())), place.side(), false)) {
      return exit(headless(marks.subList(1, marks.size())), place.side(), true);
    }
    if (guarded(marks, place)) {
      return true;
    }
    List<Deed> found = new Deeds(marks, place).read();
    if (!found.isEmpty()) {
      return deeds(found, place);
    }
    return bare(marks, place);
  }

  /// "Trade only if …", "do not enter when …": what must hold for any entry.
  private boolean guarded(List<Mark> marks, Place place) {
    int i = 0;
    boolean not = false;
    boolean only = false;
    Side side = Side.NEITHER;
    while (i < marks.size()
        && marks
            .get(i)
            .isAny(
                "NOT",
                "ONLY",
                "ENTER",
                "POSITION",
                "LONG",
                "SHORT",
                "OF",
                "EITHERSIDE",
                "SIGNALWORD",
                "BUY")) {
      not |= marks.get(i).is("NOT");
      only |= marks.get(i).is("ONLY");
      side = marks.get(i).is("LONG") ? Side.LONG : marks.get(i).is("SHORT") ? Side.SHORT : side;
      i++;
    }
    boolean told =
        i > 0
            && i < marks.size()
            && marks.get(i).isAny("IF", "BETWEEN", "FROM", "AFTER", "BEFORE", "TIME", "STATE");
    only |= told && marks.get(i).is("IF") && marks.get(i).raw().startsWith("only");
    if (!told || not == only || place.part() == Part.EXIT) {
      return false;
    }
    Test test = test(headless(marks.subList(i, marks.size())));
    Optional<Test> guard =
        test == null ? Optional.empty() : not ? Tests.opposite(test) : Optional.of(test);
    if (guard.isEmpty()) {
      return false;
    }
    text.entries.common(side, guard.get());
    return true;
  }

  private boolean days() {
    return text.timeframe.filter(t -> t.equals("1d")).isPresent();
  }

  private boolean bare(List<Mark> marks, Place place) {
    if (place.part() == Part.EXIT) {
      List<Mark> body = headless(marks);
      if (exit(body, place.side(), true)) {
        return true;
      }
    }
    boolean toEnter = marks.size() > 3 && marks.getLast().is("ENTER");
    List<Mark> body =
        headless(
            toEnter
                ? marks.subList(0, marks.size() - (marks.get(marks.size() - 2).is("TO") ? 2 : 1))
                : marks);
    text.known.either = place.part() == Part.EXIT;
    Test test = test(body);
    if (test == null) {
      return false;
    }
    if (toEnter) {
      text.entries.common(place.side(), test);
      return true;
    }
    switch (place.part()) {
      case ENTRY, EXIT -> {
        groups.getLast().pending.add(test);
        groups.getLast().said.add(text.entries.sentence);
      }
      case RULES, RISK -> text.entries.common(place.side(), test);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static List<Mark> headless(List<Mark> marks) {
    int from = 0;
    while (from < marks.size()
        && marks.get(from).isAny("IF", ":", ",", "ALLOF", "ANYOF", "~", "AND", "OR", "THEN")) {
      from++;
    }
    return new ArrayList<>(marks.subList(from, marks.size()));
  }

  /// A whole test; null where words are left over.
  private @Nullable Test test(List<Mark> body) {
    Values in = new Values(body, text.known);
    Tests tests = new Tests(in);
    Test test = tests.test();
    confused |= tests.mixed;
    return test == null || tests.mixed || !over(in) ? null : test;
  }

  private static boolean over(Values in) {
    while (in.take(",", ".", "ANYOF", "ALLOF", "THEN", ")", "BOTH")) {
      // nothing more is said by these
    }
    return in.done();
  }

  private boolean deeds(List<Deed> found, Place place) {
    List<Runnable> effects = new ArrayList<>();
    for (Deed deed : found) {
      if (deed.body().isEmpty()) {
        return false;
      }
      if (deed.entry()) {
        if (mirrored(deed.body()) && deed.side() == Side.SHORT) {
          effects.add(() -> text.mirrorShort = true);
          continue;
        }
        text.known.either = false;
        Test test = test(deed.body());
        if (test == null) {
          return false;
        }
        if (deed.size() > 0) {
          effects.add(() -> text.holding.size(deed.size()));
        }
        boolean filter = place.part() == Part.RULES || place.part() == Part.RISK;
        effects.add(() -> {
          if (filter) {
            text.entries.common(deed.side(), test);
          } else {
            text.entries.alternative(deed.side(), test);
          }
        });
        groups.getLast().deeds = true;
      } else if (!exit(deed.body(), deed.side(), false)) {
        return false;
      } else {
        effects.add(() -> {
          if (!exit(deed.body(), deed.side(), true)) {
            text.missing.add(text.exits.sentence);
          }
        });
      }
    }
    effects.forEach(Runnable::run);
    return true;
  }

  private static boolean mirrored(List<Mark> body) {
    return body.stream().allMatch(m -> m.isAny("MIRRORED", "IF", "OF", ",", "(", ")"));
  }

  /// Reads why to leave, alternative by alternative; takes it in only where told.
  private boolean exit(List<Mark> body, Side side, boolean apply) {
    text.known.either = true;
    Test whole = test(body);
    if (whole != null) {
      if (apply) {
        text.exits.alternative(side, whole);
      }
      return true;
    }
    if (confused) {
      return false;
    }
    List<List<Mark>> parts = alternatives(body);
    List<Runnable> effects = new ArrayList<>();
    for (List<Mark> part : parts) {
      List<Mark> bare = headless(part);
      if (bare.isEmpty()) {
        continue;
      }
      Test told =
          bare.getFirst().isAny("OPPOSITE", "TURNED") && bare.size() > 2 && bare.get(1).is("(")
              ? test(bare.subList(1, bare.size()))
              : null;
      if (told != null) {
        effects.add(() -> text.exits.alternative(side, told));
        continue;
      }
      if (bare.stream().anyMatch(m -> m.isAny("OPPOSITE", "TURNED"))
          && bare.stream()
              .allMatch(m ->
                  m.isAny(
                      "OPPOSITE",
                      "TURNED",
                      "OF",
                      "IF",
                      "EXIT",
                      "POSITION",
                      "MA",
                      "SMA",
                      "EMA",
                      "MACD",
                      "RSI",
                      "(",
                      ")",
                      "NUM",
                      "SIGNALWORD",
                      "PERIOD"))) {
        boolean cross = bare.stream().anyMatch(m -> m.is("TURNED"));
        effects.add(() -> {
          if (cross) {
            text.turnedExits.add(side);
          } else {
            text.oppositeExit = true;
          }
        });
        continue;
      }
      Test test = test(bare);
      if (test != null) {
        effects.add(() -> text.exits.alternative(side, test));
        continue;
      }
      HoldReader hold = new HoldReader(bare, text.known, apply ? text.holding : copy(), days());
      if (hold.moved(side)) {
        continue;
      }
      if (hold.concerned() ? !triggered(bare) && !hold.read() : !hold.age()) {
        return false;
      }
    }
    if (apply) {
      effects.forEach(Runnable::run);
    }
    return !parts.isEmpty();
  }

  /// "or the stop is hit": a stop is said elsewhere.
  private boolean triggered(List<Mark> part) {
    boolean told = text.holding.stop != null || text.holding.stopDistance != null;
    if (!told && part.stream().noneMatch(m -> m.is("AWAY") || m.is("REACH"))) {
      return false;
    }
    return part.stream()
        .allMatch(m ->
            m.isAny(
                "STOP", "TARGET", "TRAIL", "AWAY", "REACH", "ATR", "IF", "OR", "LONG", "SHORT",
                "OF", "/", "AND"));
  }

  private Holding copy() {
    return new Holding();
  }

  private static List<List<Mark>> alternatives(List<Mark> body) {
    List<List<Mark>> parts = new ArrayList<>();
    List<Mark> part = new ArrayList<>();
    int depth = 0;
    for (Mark mark : body) {
      depth += mark.is("(") ? 1 : mark.is(")") ? -1 : 0;
      if (depth == 0 && mark.isAny("OR", ";")) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(mark);
      }
    }
    parts.add(part);
    return parts;
  }
}
