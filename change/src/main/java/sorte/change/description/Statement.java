package sorte.change.description;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.change.design.Value;

/// One sentence that binds: cut apart where it says two things, and each taken up whole, noted, or
/// missing.
final class Statement {
  private final SentenceReader sentences;
  private final TextReader text;
  private final Prose prose;
  private final Definitions definitions;
  private final RuleReader rules;
  private final Listing listing;

  Statement(
      SentenceReader sentences,
      TextReader text,
      Prose prose,
      Definitions definitions,
      RuleReader rules) {
    this.sentences = sentences;
    this.text = text;
    this.prose = prose;
    this.definitions = definitions;
    this.rules = rules;
    this.listing = new Listing(text);
  }

  private static final Pattern APART =
      Pattern.compile(
          "(?i)(?<=\\w|%|\\))((?:,| and)? (?:with )?(?=(?:no|without|sem) (?:any )?(?:stop|take.profit|alvo))"
              + "|,? and (?=(?:set|place|put) (?:the |an? )?(?:initial |protective |hard )?stop\\b))");

  private static final Pattern FORMULA =
      Pattern.compile(
          "(?i)[\\s,:(\u2014]+(?:i\\.e\\.,?\\s*)?(?:(?:qty|size|quantity)\\s*=|(?:calculated|computed) as (?:floor|int|round)\\s*\\().*$");

  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

  void read(String sentence, String shown, String folded, Place place) {
    Optional<String> rest = withoutFormula(sentence, shown);
    if (rest.isEmpty() || bothSides(rest.get(), shown, place) || apart(rest.get(), place)) {
      return;
    }
    if (text.known.flags.read(rest.get(), text, definitions.bodies())
        || TrailFormula.read(rest.get(), text)
        || new FailedBreakouts(text).read(rest.get())) {
      return;
    }
    if (new StopLevels(text).sided(rest.get())) {
      text.stopSaid = shown;
      return;
    }
    String kept = rest.get();
    List<Mark> marks = Bodies.numbered(text.marks(kept));
    if (marks.isEmpty()) {
      return;
    }
    if (!Asking.asks(marks) && Learned.KELTNER.matcher(kept).find()
        || NamedAverages.isOne(kept)
        || listing.settings(kept, marks)) {
      text.notes.add(shown);
      return;
    }
    List<String> parts = Definitions.definitions(kept);
    if (parts.size() > 1) {
      parts.forEach(part -> sentences.sentence(part, part, place));
      return;
    }
    if (SizeFormula.read(marks, text.known, text.holding)) {
      text.holding.riskSaid = shown;
      return;
    }
    if (!definitions.defined(kept, marks)) {
      rule(marks, shown, folded, place);
    }
  }

  private void rule(List<Mark> marks, String shown, String folded, Place place) {
    boolean idle = prose.bindsNothing(folded, Asking.asks(marks));
    boolean risked = text.holding.risk != null;
    if (rules.taken(marks, place)) {
      text.holding.riskSaid = !risked && text.holding.risk != null ? shown : text.holding.riskSaid;
      return;
    }
    if (idle
        || SentenceReader.onlyLong(folded) && isShort(folded)
        || listing.bindsNothing(marks, folded, place)) {
      text.notes.add(shown);
      return;
    }
    List<Value> listed = listing.listed(folded, marks);
    if (listed.isEmpty() && text.stopOptional && ofOpenStop(marks)) {
      text.openStops.add(shown);
      return;
    }
    if (listed.isEmpty() && (elsewhere(folded, shown) || chosen(marks, shown, place))) {
      return;
    }
    if (listed.isEmpty()) {
      text.missing.add(shown);
    } else {
      text.introduced.put(shown, listed); // all of it must be used by the rules
    }
  }

  /// Whether a sentence speaks of a stop and says nothing that could be done.
  private static boolean ofOpenStop(List<Mark> marks) {
    return marks.stream().anyMatch(m -> m.is("STOP"))
        && marks.stream()
            .noneMatch(m ->
                m.isAny("NUM", "PCT", "MONEY", "RATIO", "TIME", "IF", "NOT", "ONLY", "TARGET")
                    || m.isAny("HIGH", "LOW", "UPPER", "LOWER", "MIDDLE", "TRAIL", "SIZE")
                    || Studies.is(m.code()));
  }

  /// What a sentence asks of the market that is traded is for whoever chooses it: it is named.
  private boolean elsewhere(String folded, String shown) {
    boolean market = prose.ofMarkets(folded);
    if (market) {
      text.optional.add(shown);
    }
    return market;
  }

  private static final Pattern OR = Pattern.compile("(?i),? or (?!(?:less|more|equal|when|if)\\b)");

  /// "a fixed 1% of the capital or by volatility": where the text leaves a choice of sizes, the
  /// first that can be said is taken, and the other is named as left out.
  private boolean chosen(List<Mark> marks, String shown, Place place) {
    if (marks.stream().noneMatch(m -> m.is("SIZE"))
        || marks.stream().anyMatch(m -> m.isAny("STOP", "TARGET", "TRAIL", "IF", "NOT", "LE"))) {
      return false;
    }
    Matcher or = OR.matcher(shown);
    if (!or.find()) {
      return false;
    }
    boolean taken = rules.taken(Bodies.numbered(text.marks(shown.substring(0, or.start()))), place);
    if (taken) {
      text.optional.add(shown.substring(or.end()));
    }
    return taken;
  }

  private static boolean isShort(String folded) {
    return folded.split(" ").length < 16;
  }

  /// The sentence without a formula for the size that was read, or that says the risk once more;
  /// empty where nothing else is left of it.
  private Optional<String> withoutFormula(String kept, String shown) {
    Matcher formula = FORMULA.matcher(kept);
    if (!formula.find()) {
      return Optional.of(kept);
    }
    String before = kept.substring(0, formula.start());
    boolean read = SizeFormula.read(formula(formula.group()), text.known, text.holding);
    if (read) {
      text.holding.riskSaid = shown;
    }
    if (read
        && text.marks(before).stream()
            .allMatch(m -> m.isAny("SIZE", "POSITION", "RISKHEAD", "AND", ":"))) {
      return Optional.empty();
    }
    return Optional.of(
        read || restates(kept, formula) ? before + kept.substring(formula.end()) : kept);
  }

  private boolean bothSides(String kept, String shown, Place place) {
    Matcher sided = SIDED.matcher(kept);
    Matcher reversed = SHORT_FIRST.matcher(kept);
    boolean back = !sided.matches() && reversed.matches();
    sided = back ? reversed : sided;
    if (!sided.matches()
        || text.marks(sided.group(1)).stream().noneMatch(m -> m.isAny("EXIT", "CLOSEWORD"))) {
      return false;
    }
    String rest = sided.group(4).strip();
    if (!rest.isEmpty() && !rest.matches("(?i),? ?or .*")) {
      return false;
    }
    takenOrMissing("Exit long when " + sided.group(back ? 3 : 2) + ".", shown, place);
    takenOrMissing("Exit short when " + sided.group(back ? 2 : 3) + ".", shown, place);
    if (!rest.isEmpty()) {
      String other = rest.replaceFirst("(?i)^,? ?or (?:when |if )?", "");
      takenOrMissing("Exit when " + other + ".", shown, place);
    }
    return true;
  }

  private boolean apart(String kept, Place place) {
    Matcher apart = APART.matcher(kept);
    if (!apart.find()) {
      return false;
    }
    String first = kept.substring(0, apart.start());
    String second = kept.substring(apart.end(1));
    sentences.sentence(first, first, place);
    sentences.sentence(second, second, place);
    return true;
  }

  /// "close when it crosses (for long, …; for short, …)": the brackets say each side in full.
  private static final Pattern SIDED =
      Pattern.compile(
          "(?is)^([^()]*?(?:\\([^()]*\\)[^()]*?)?)\\((?:i\\.e\\.,?|that is,?)?\\s*(?:for )?longs?(?: positions?| trades?)?[,:]?\\s+(?:exits? )?(?:when |if )?(.+?);\\s*(?:for )?shorts?(?: positions?| trades?)?[,:]?\\s+(?:exits? )?(?:when |if )?((?:[^()]|\\([^()]*\\))+)\\)(.*)$");

  /// The same with shorts first.
  private static final Pattern SHORT_FIRST =
      Pattern.compile(
          "(?is)^([^()]*?(?:\\([^()]*\\)[^()]*?)?)\\((?:i\\.e\\.,?|that is,?)?\\s*(?:for )?shorts?(?: positions?| trades?)?[,:]?\\s+(?:exits? )?(?:when |if )?(.+?);\\s*(?:for )?longs?(?: positions?| trades?)?[,:]?\\s+(?:exits? )?(?:when |if )?((?:[^()]|\\([^()]*\\))+)\\)(.*)$");

  private void takenOrMissing(String said, String shown, Place place) {
    if (!rules.taken(Bodies.numbered(text.marks(said)), place)) {
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
        said.toLowerCase(Locale.ROOT).contains("min(")
            || said.toLowerCase(Locale.ROOT).contains("max(");
    return !bounded
        && !said.toLowerCase(Locale.ROOT).contains("atr")
        && (said.contains(fraction) || said.contains(percent.group()) || said.contains("risk"));
  }

  /// The formula for a size, without what leads to it and the brackets around it.
  private List<Mark> formula(String said) {
    String plain = said.strip().replaceFirst("^[,:(\u2014\\s]+", "");
    return text.marks(plain.replaceFirst("(?i)^(?:i\\.e\\.,?|calculated as|computed as)\\s*", ""));
  }
}
