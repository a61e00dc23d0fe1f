package sorte.change.description;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.change.description.Place.Part;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// One sentence of a description, taken to where it belongs, or listed as not understood.
final class SentenceReader {
  private final TextReader text;
  private final Prose prose;
  private final Bodies bodies;
  private final Groups groups;
  private final Events events;
  private final Definitions definitions;
  private final Statement statement;

  SentenceReader(TextReader text, Prose prose) {
    this.text = text;
    this.prose = prose;
    this.bodies = new Bodies(text);
    this.groups = new Groups(text);
    this.events = new Events(text, bodies, groups);
    this.definitions = new Definitions(text, prose, bodies);
    this.statement =
        new Statement(this, text, prose, definitions, new RuleReader(text, bodies, groups));
  }

  /// Begins what stands under a heading.
  void open(Place place) {
    groups.open(place);
  }

  /// Ends it.
  void close() {
    groups.close();
  }

  private static final Pattern OPTIONAL =
      Pattern.compile(
          "(?i)\\b(optional|optionally|opcional|opcionalmente|can be added|you can add|you may|may be added|if desired|if preferred|consider adding|consider|it is recommended|is recommended)\\b");

  private static final Pattern ONLY_LONG =
      Pattern.compile(
          "\\b(long only|long-only|only long|long positions only|exclusively long|only for long positions|only with long positions|no short (positions|trades|selling)|short positions are not (opened|allowed|used)|(apenas|so|somente) (comprad\\w+|na compra|compras?|posicoes compradas))\\b");

  private static final Pattern SHORT_LABEL =
      Pattern.compile(
          "^([^:=<>.(]{3,50}(?:\\([^)]*\\)[^:=<>.(]{0,40})?):\\s+(.+)$", Pattern.DOTALL);

  private static final Pattern DEFINE =
      Pattern.compile(
          "(?i)\\b(?:define|let)\\s+(?:the |an? )?([^=,;:]{2,40}?)\\s+(?:explicitly )?as(?::\\s*|\\s+)(?:the |an? )?");

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
    text.label = label;
    text.labelled = labelled(label);
    boolean names =
        !label.isEmpty()
            && text.marks(label).stream()
                .anyMatch(m -> m.isAny("STOP", "TARGET", "TRAIL", "SIZE", "HOLDWORD", "REWARD"))
            && !text.marks(label).stream().anyMatch(m -> m.isAny("RISKHEAD"));
    List<String> sentences = Outline.sentences(item.text);
    if (here.part() == Part.INDICATORS && definitions.named(item)) {
      sentences = sentences.subList(1, sentences.size());
    }
    Place place = here;
    for (String sentence : sentences) {
      Matcher labelled = SHORT_LABEL.matcher(sentence);
      Place next = names || !labelled.matches() ? Place.TOP : labelled(item, labelled, here);
      if (next.part() == Part.NONE) {
        sentence(names ? label + ": " + sentence : sentence, sentence, place);
        continue;
      }
      if (!place.equals(here)) {
        groups.close();
      }
      place = next.part() == Part.RISK || next.part() == Part.IDEA ? here.part(next.part()) : next;
      if (!place.equals(here)) {
        groups.open(place);
      }
      String said = kept(text.marks(labelled.group(1))) ? sentence : labelled.group(2);
      sentence(said, said, place);
    }
    if (!place.equals(here)) {
      groups.close();
    }
  }

  /// The indicator that a label names, and nothing else.
  private Optional<Value> labelled(String label) {
    Values in = new Values(text.marks(label), text.known);
    Value value = label.isEmpty() ? null : in.value();
    return value instanceof Value.Indicator && in.done() ? Optional.of(value) : Optional.empty();
  }

  /// Where a sentence stands that brings its own label.
  private Place labelled(Item item, Matcher label, Place here) {
    boolean open = item.label.isEmpty() || here.part() == Part.NOTES;
    Part before = open ? Part.NONE : here.part(); // a label of its own ends what is only noted
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

  private void alone(String label, Place place) {
    if (Asking.asks(text.marks(label))) {
      sentence(label, label, place);
    }
  }

  private static final Pattern HELD =
      Pattern.compile(
          "(?i)\\bafter (?:\\d+|a \\w+) (?:bars?|candles?|days?|trading days|periods?)\\b|\\btime[- ](?:exit|stop)\\b|\\bhold");

  /// "close after 3 bars if neither the stop nor the target was hit": a trade that ended cannot be
  /// closed again.
  private static final Pattern UNENDED =
      Pattern.compile(
          "(?i)[\\s,(]+(?:if|unless|when|provided) (?=[^,;.()]*\\b(?:stop|stop-loss|sl|take|take-profit|tp|target|tp/sl|sl/tp)\\b)(?:neither|no|none of|the|tp|sl|stop|target|take)\\b[^,;.()\\d<>%]*\\b(?:triggered|hit|reached|executed|filled|worked|tp/sl|sl/tp|stop|take)\\)?$"
              + "|[\\s,(]+(?:if|unless|when) (?:the )?(?:targets?|tp|take[- ]profit)(?:/| or | and |, )(?:the )?(?:stops?|sl|stop[- ]loss) (?:is|are|was|were|have|has) not (?:been )?(?:reached|hit|triggered)\\)?$");

  static String cut(TextReader text, Prose prose, String sentence) {
    String folded =
        UNENDED.matcher(sentence).find() && HELD.matcher(sentence).find()
            ? UNENDED.matcher(sentence).replaceFirst("")
            : sentence;
    String lower = folded.toLowerCase(java.util.Locale.ROOT);
    for (Prose.Frame frame : prose.frames()) {
      if (!lower.contains(frame.words())) {
        continue;
      }
      Matcher m = frame.pattern().matcher(folded);
      while (m.find()) {
        if (!Remarks.binds(text.marks(m.group()))) {
          folded = folded.substring(0, m.start()) + folded.substring(m.end());
          m = frame.pattern().matcher(folded);
        }
      }
    }
    return folded;
  }

  private static final Pattern AGAIN =
      Pattern.compile(
          "(?i)(?:after (?:the |an )?exit,? )?(?:a )?(?:new entry|re-?entry) is (?:possible|allowed) only (?:after|when|if|once) (.+?)(?: again)?[.]?");

  private static final Pattern WAIT =
      Pattern.compile("\\b(?:wait|espere|aguarde) (?:for|until|ate|por)\\b");

  /// @param said what is read
  /// @param shown what the text says
  void sentence(String said, String shown, Place place) {
    String folded =
        Scanner.fold(Scanner.plain(shown))
            .strip()
            .replaceAll("(an? )?optional (protective )?(?=stop)", "")
            .replaceAll("\\b(um |o )?(stop( loss| de protecao)?) opcional\\b", "$2");
    if (onlyLong(folded)) {
      text.onlyLong = true;
    }
    List<Mark> first = text.marks(said);
    boolean timed = first.stream().anyMatch(m -> m.is("TIME"));
    if (place.part() == Part.IDEA && !timed || place.part() == Part.NOTES && !Asking.asks(first)) {
      text.notes.add(shown);
      return;
    }
    String lead = said.endsWith(shown) ? said.substring(0, said.length() - shown.length()) : "";
    if (isOptional(lead, shown, folded, place)) {
      return;
    }
    Matcher anew = AGAIN.matcher(said.strip());
    if (anew.matches()) {
      Test test = bodies.test(Bodies.headless(text.marks(anew.group(1))));
      if (test != null) {
        text.again.put(shown, test);
        return;
      }
    }
    if (WAIT.matcher(folded).find() && !text.waits.add(place)) {
      text.missing.add(shown);
      return;
    }
    List<String> clauses = Clauses.where(said);
    if (clauses.size() > 1) {
      clauses.forEach(clause -> sentence(clause, clause, place));
      return;
    }
    text.known.it = text.labelled;
    text.entries.sentence = shown;
    text.exits.sentence = shown;
    bodies.confused = false;
    String plain = prose.rephrased().plain(said, place.part());
    String kept = cut(text, prose, DEFINE.matcher(plain).replaceFirst("$1 = "));
    if (!text.learned.bandsSaid.isEmpty()) {
      kept = kept.replace(text.learned.bandsSaid, "");
    }
    kept = Clauses.plain(Definitions.bare(Filters.without(kept, text.learned.whole())));
    if (!definitions.biases(kept, shown) && !(place.part() == Part.ENTRY && events.read(kept))) {
      statement.read(kept, shown, folded, place);
    }
  }

  /// Whether a sentence is optional, all of it or in part; what of it binds is read then.
  ///
  /// @param lead the label that belongs to it
  private boolean isOptional(String lead, String shown, String folded, Place place) {
    if (place.optional()) {
      text.optional.add(shown);
      return true;
    }
    if (!OPTIONAL.matcher(folded).find()) {
      return false;
    }
    List<String> parts = Clauses.beforeOptional(shown, OPTIONAL);
    if (parts.size() < 2 || !Remarks.binds(text.marks(parts.getFirst()))) {
      text.optional.add(shown);
    } else {
      text.optional.add(parts.getLast());
      sentence(lead + parts.getFirst(), parts.getFirst(), place);
    }
    return true;
  }

  static boolean onlyLong(String folded) {
    return ONLY_LONG.matcher(folded).find();
  }
}
