package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.change.design.Value;

/// Sentences that ask for nothing: they list indicators, settings, what the strategy is about. What
/// a rule holds is in none of them.
final class Listing {
  private final TextReader text;

  /// What the last sentence introduced.
  private final List<Value> introduced = new ArrayList<>();

  Listing(TextReader text) {
    this.text = text;
  }

  /// What must not be passed over in a sentence that introduces the rest.
  private static final Pattern BOUND =
      Pattern.compile(
          "\\b(sessions?|during|within the (?:first|last)|(?:in|for) the (?:first|last) \\d+|overnight|hours|weekends?|weekly|monthly|quarterly|pre.?market|news|earnings|leverag\\w*|options?|hedg\\w*|pairs? trading|grid|martingale|pyramid\\w*|pattern|sessao|pregao|semanal|mensal|noticias)\\b");

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

  /// Whether a sentence that nothing took up binds nothing; it is a note then, or missing.
  boolean bindsNothing(List<Mark> marks, String folded, Place place) {
    boolean known =
        !marks.isEmpty()
            && Studies.average(marks.getFirst().code()); // "DEMA(200) is calculated as …"
    boolean formula = !known && marks.stream().anyMatch(m -> m.isAny("=", "DEFINED"));
    if (formula && marks.stream().anyMatch(m -> m.isAny("+", "-", "*", "/", "INDEX"))) {
      return false; // what it gives a name is not what else may be called so
    }
    if (opens(marks, folded)) {
      return true;
    }
    if (!marks.isEmpty()
        && marks.stream().anyMatch(m -> Studies.is(m.code()))
        && marks.stream()
            .allMatch(m -> Studies.is(m.code()) || m.isAny("NUM", "(", ")", ",", "AND"))) {
      return true; // an indicator's name and numbers, and nothing asked of it
    }
    boolean elsewhere = otherBars(folded);
    Place.Part part = place.part();
    boolean apart = part == Place.Part.NONE || part == Place.Part.INDICATORS;
    if (part == Place.Part.INDICATORS && !elsewhere
        || !Remarks.binds(Bodies.barless(marks))
            && part == Place.Part.NONE
            && !Asking.acts(marks)) {
      return true;
    }
    if (elsewhere) {
      return false;
    }
    return folded.matches(".*\\bindicators?\\b.*") && introduces(folded, marks)
        || apart && (indicatorsAlone(marks) || introduces(folded, marks));
  }

  /// "This strategy trades breakouts on hourly bars": what opens a description.
  private static boolean opens(List<Mark> marks, String folded) {
    return !BOUND.matcher(folded).find()
        && (INTRO.matcher(folded).matches()
            || folded.matches(".*\\b(strategy|system|estrategia|setup)\\b.*"))
        && marks.stream()
            .noneMatch(m ->
                m.isAny(
                    "IF", "<", ">", "NOT", "BETWEEN", "TIME", "ONLY", "STOP", "TARGET", "TRAIL",
                    "SIZE", "PCT", "ABOVE", "BELOW", "CROSSUP", "CROSSDN", "EXIT"));
  }

  /// The indicators of a sentence that lists several and asks for nothing; none of another.
  List<Value> listed(String folded, List<Mark> marks) {
    boolean lists = !otherBars(folded) && introduces(folded, marks) && introduced.size() > 1;
    return lists ? List.copyOf(introduced) : List.of();
  }

  private static final Pattern INTRO =
      Pattern.compile(
          "^(write|create|develop|build|implement|design|set up|construct|crie|criar|quero|escreva|monte|fa[cç]a|desenvolva)\\b.*\\b(strategy|strategies|system|bot|estrategia|robo|sistema)\\b.*");

  /// Whether a sentence speaks of bars that are not the strategy's own.
  private boolean otherBars(String folded) {
    boolean daily =
        text.timeframe.filter(t -> !t.equals("1d")).isPresent() && DAILY.matcher(folded).find();
    Matcher other = OTHER_BARS.matcher(folded);
    return daily
        || other.find() && text.timeframe.isEmpty()
        || other.reset().find() && !text.timeframe.get().equals("1h");
  }

  /// `ema_period=20, stop_atr_mult=1.5`: numbers that the text says elsewhere as well.
  boolean settings(String sentence, List<Mark> marks) {
    Matcher m = Learned.SETTING.matcher(sentence);
    int found = 0;
    while (m.find()) {
      found++;
      if (!text.learned.saysElsewhere(sentence, m.group(1), m.group(2))) {
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
        Asking.asks(plain)
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
        shared(value);
        introduced.add(value);
      }
      in.at = value == null ? here + 1 : in.at;
    }
    return true;
  }

  /// "SMA(5) and SMA(20) on volume" are both of the volume.
  private void shared(Value value) {
    if (introduced.isEmpty()
        || !(value instanceof Value.Indicator next && next.of().isPresent())
        || !(introduced.getLast() instanceof Value.Indicator last && last.of().isEmpty())
        || last.study() != next.study()) {
      return;
    }
    introduced.removeLast();
    introduced.add(new Value.Indicator(last.study(), last.numbers(), last.line(), next.of()));
  }

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
}
