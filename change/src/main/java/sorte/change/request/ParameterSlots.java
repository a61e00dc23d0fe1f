package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects what one statement says of parameters: words in any order, each with a place of its
/// own. Where a word has none the statement ends.
final class ParameterSlots {
  enum Verb {
    NONE,
    SET,
    RAISE,
    LOWER,
    ADD,
    TAKE,
    MULTIPLY,
    DIVIDE
  }

  /// A quantity with the little words before it (`to`, `by`, `from`); `early` where it came before
  /// what it is about: `cut 20% off the size`.
  record Said(Quantity quantity, boolean to, boolean by, boolean from, boolean early) {
    boolean bareWord() {
      return !to && !by && !from;
    }
  }

  /// `up`, `down`: what turns "move" into raise or lower.
  private static final int LONGEST_PARTICLE = 4;

  private static final Set<String> ATTRIBUTES_OF_ANY = Set.of("period", "threshold");

  private final Sentence s;
  Verb verb = Verb.NONE;
  boolean use;
  final List<Parameter> parameters = new ArrayList<>();
  @Nullable String indicator;
  @Nullable String attribute;
  final List<Said> said = new ArrayList<>();
  @Nullable Double factor;
  @Nullable Double fraction;
  boolean fractionTo;
  @Nullable String comparative;
  boolean ofCapital;
  boolean perTrade;
  @Nullable Side side;
  int end;
  private boolean to;
  private boolean by;
  private boolean from;

  private ParameterSlots(Sentence sentence) {
    this.s = sentence;
  }

  static ParameterSlots of(Sentence sentence, int start) {
    ParameterSlots slots = new ParameterSlots(sentence);
    slots.end = start;
    int i = start;
    if (sentence.is(i, "copula") && !sentence.is(i, "verb") && !sentence.is(i, "prep")) {
      return slots; // "is the stop 2%": asked, not told
    }
    while (i < sentence.size()) {
      int next = slots.little(i);
      if (next > i) {
        i = next;
        continue;
      }
      next = slots.word(i);
      if (next == i) {
        break;
      }
      i = next;
      slots.end = i;
      slots.to = false;
      slots.by = false;
      slots.from = false;
    }
    return slots;
  }

  /// Past a word that only leads to another one; `i` where there is none.
  private int little(int i) {
    boolean valued = !said.isEmpty() || factor != null || fraction != null;
    if (valued && s.is(i, "and") || meaning(i)) {
      return i;
    }
    if (s.is(i, "dir") && s.at(i).raw().length() <= LONGEST_PARTICLE && said.isEmpty()) {
      verb = s.is(i, "dir", "up") ? Verb.RAISE : Verb.LOWER;
      return i + 1;
    }
    if (s.is(i, "it") && (verb != Verb.NONE || valued)) {
      end = valued ? i + 1 : end; // "o stop em 2% nela"
      return i + 1;
    }
    if (s.is(i, "comma") && ":=".contains(s.at(i).raw()) && said.isEmpty() && valueAt(i + 1)) {
      to = true;
      return i + 1;
    }
    if (s.is(i, "prep") || s.is(i, "copula")) {
      to |= s.is(i, "prep", "to") || s.is(i, "copula") && !s.is(i, "prep");
      by |= s.is(i, "prep", "by");
      from |= s.is(i, "prep", "from");
      return i + 1;
    }
    return s.anyOf(i, "filler", "only") ? i + 1 : i;
  }

  private boolean valueAt(int i) {
    return s.quantity(i) != null || s.is(i, "prep") && s.quantity(i + 1) != null;
  }

  /// Whether the word says something here, so that it is not passed over.
  private boolean meaning(int i) {
    return word(i, false) > i;
  }

  private int word(int i) {
    return word(i, true);
  }

  /// Takes the word at `i` up, if it has a place here, and gives what comes after it.
  private int word(int i, boolean take) {
    int next = value(i, take);
    next = next == i ? capital(i, take) : next;
    next = next == i ? side(i, take) : next;
    next = next == i ? verbs(i, take) : next;
    next = next == i ? named(i, take) : next;
    return next == i ? corrected(i, take) : next;
  }

  private int value(int i, boolean take) {
    Quantity q = s.quantity(i);
    if (q != null) {
      if (!room()) {
        return i;
      }
      if (take) {
        said.add(new Said(q, to, by, from, parameters.isEmpty() && indicator == null));
      }
      return i + 1;
    }
    String fractionSaid = s.value(i, "fraction");
    String scale = s.value(i, "scale");
    boolean free = said.isEmpty();
    if (scale != null && factor == null && free && !(fractionSaid != null && (by || to))) {
      if (take) {
        factor = Double.valueOf(scale);
      }
      return i + 1;
    }
    if (fractionSaid != null && fraction == null && free) {
      if (take) {
        fraction = Double.valueOf(fractionSaid);
        fractionTo = to && !by;
      }
      return i + 1;
    }
    boolean compared = s.anyOf(i, "more", "less") && comparative == null;
    if (compared && !said.isEmpty()) {
      if (take) {
        comparative = s.is(i, "more") ? "more" : "less";
      }
      return i + 1;
    }
    return i;
  }

  /// One value, or two when the first is what it changes from.
  private boolean room() {
    return said.isEmpty() || said.size() == 1 && said.getFirst().from() && to;
  }

  private int capital(int i, boolean take) {
    if (s.is(i, "percapital")) {
      if (take) {
        perTrade = true;
        if (parameters.isEmpty()) {
          parameters.add(Parameter.POSITION_SIZE);
        }
      }
      return i + 1;
    }
    boolean wait = parameters.contains(Parameter.COOLDOWN) && s.is(i, "betweentrades");
    if (wait) {
      return i + 1;
    }
    if (s.is(i, "ofcapital") && (!said.isEmpty() || fraction != null)) {
      if (take) {
        ofCapital = true;
      }
      return i + 1;
    }
    return i;
  }

  /// `for shorts`. Of the long side alone nothing can be said here: that is asked.
  private int side(int i, boolean take) {
    if (!s.is(i, "side", "short") || s.is(i, "trade") && parameters.isEmpty() && i == end) {
      return i;
    }
    if (take) {
      side = Side.SHORT;
    }
    return i + 1;
  }

  private int verbs(int i, boolean take) {
    boolean noun = s.is(i, "attr") && s.is(i + 1, "prep", "of"); // "limite do adx"
    Verb here = noun ? Verb.NONE : verb(i);
    if (here != Verb.NONE && said.isEmpty() && (verb == Verb.NONE || verb == here)) {
      if (take) {
        verb = here;
        use |= s.is(i, "verb", "use");
      }
      return i + 1;
    }
    boolean sign =
        (verb == Verb.NONE && end == i || (verb == Verb.SET || verb == Verb.ADD) && s.is(i, "more"))
            && s.anyOf(i, "more", "less")
            && s.quantity(i + 1) != null;
    if (sign && said.isEmpty()) {
      if (take) {
        verb = s.is(i, "more") ? Verb.ADD : Verb.TAKE;
      }
      return i + 1;
    }
    if (s.is(i, "invest") && (verb == Verb.NONE || verb == Verb.SET)) {
      if (take) {
        verb = Verb.SET;
        use = true;
        perTrade = true;
      }
      return i + 1;
    }
    return i;
  }

  private Verb verb(int i) {
    if (s.is(i, "verb", "raise")) {
      return Verb.RAISE;
    }
    if (s.is(i, "verb", "lower")) {
      return Verb.LOWER;
    }
    if (s.is(i, "verb", "multiply")) {
      return Verb.MULTIPLY;
    }
    if (s.is(i, "verb", "divide")) {
      return Verb.DIVIDE;
    }
    for (String set : List.of("set", "use", "replace", "trade", "allow", "enable")) {
      if (s.is(i, "verb", set) && !s.is(i, "topic")) {
        return Verb.SET;
      }
    }
    if (s.is(i, "verb", "remove")) {
      return s.quantity(s.skip(i + 1, "filler")) != null ? Verb.TAKE : Verb.NONE;
    }
    return s.is(i, "verb", "add") ? Verb.ADD : Verb.NONE;
  }

  private int named(int i, boolean take) {
    String code = s.value(i, "param");
    if (code != null && parameters.isEmpty() && indicator == null && attributeFits()) {
      if (take) {
        parameters.add(parameter(code));
      }
      return i + 1;
    }
    if (code != null && parameters.isEmpty() && indicator != null) {
      String own = refined(code, indicator);
      if (own != null) {
        if (take) {
          parameters.add(parameter(own));
          attribute = null;
        }
        return i + 1;
      }
    }
    boolean another =
        said.isEmpty() && parameters.size() == 1 && s.is(i, "and") && anotherParameter(i + 1);
    if (another) {
      if (take) {
        parameters.add(parameter(text(s.value(i + 1, "param"))));
      }
      return i + 2;
    }
    return indicatorOrAttribute(i, take);
  }

  private int indicatorOrAttribute(int i, boolean take) {
    String operand = s.value(i, "operand");
    if (operand != null && indicator == null && parameters.isEmpty()) {
      if (take) {
        String[] parts = operand.split(" ");
        indicator = parts[0];
        attribute = parts[1];
      }
      return i + 1;
    }
    String ind = s.is(i, "price") ? null : s.value(i, "ind");
    if (ind == null && s.is(i, "ma") && parameters.isEmpty()) {
      ind = "ma";
    }
    if (ind != null && indicator == null) {
      if (take) {
        indicator = ind;
        refineFirst();
      }
      return i + 1;
    }
    String attr = s.value(i, "attr");
    boolean again = attr != null && (attr.equals(attribute) || attr.equals("period"));
    if (attr != null && (attribute == null || attribute.equals("period") || again)) {
      if (take && !(again && attribute != null)) {
        attribute = attr;
      }
      return i + 1;
    }
    return i;
  }

  /// `RSI oversold`, `MACD fast EMA`: the indicator said before owns what follows.
  private static @Nullable String refined(String code, String indicator) {
    if (code.startsWith(indicator + ".")) {
      return code;
    }
    boolean average = code.equals("fast-ma.period") || code.equals("slow-ma.period");
    return indicator.equals("macd") && average ? "macd." + code.substring(0, 4) : null;
  }

  /// `the fast average of the MACD`: the indicator said after owns what came before.
  private void refineFirst() {
    if (parameters.size() == 1 && indicator != null) {
      String own = refined(parameters.getFirst().code(), indicator);
      if (own != null) {
        parameters.set(0, parameter(own));
        attribute = null;
      }
    }
  }

  private boolean anotherParameter(int i) {
    return s.is(i, "param") && s.quantity(i + 1) == null;
  }

  private boolean attributeFits() {
    return attribute == null || ATTRIBUTES_OF_ANY.contains(attribute);
  }

  /// Where `, no, 3%` or `I mean the target` ends; `i` when this is no correction. A bare
  /// comma-less "not" is a contrast, not a correction.
  private int corrected(int i, boolean take) {
    boolean comma = s.is(i, "comma") || s.is(i, "and") || s.is(i, "open");
    int at = s.skip(i, "comma", "and", "open");
    if (!s.is(at, "correction") || s.is(at, "neg") && !(comma && s.is(at + 1, "comma"))) {
      return i;
    }
    at = s.skip(at + 1, "comma", "correction", "prep", "filler");
    String code = s.value(at, "param");
    if (said.isEmpty() && parameters.size() == 1 && code != null) {
      if (take) {
        parameters.set(0, parameter(code));
      }
      at++;
      return s.is(at, "comma") ? at + 1 : at;
    }
    Quantity q = s.quantity(at);
    if (said.isEmpty() || q == null) {
      return i;
    }
    if (take) {
      Said before = said.removeLast();
      said.add(new Said(q, before.to(), before.by(), before.from(), before.early()));
    }
    return s.is(i, "open") && s.is(at + 1, "shut") ? at + 2 : at + 1;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  static Parameter parameter(String code) {
    return Named.find(Parameter.class, code).orElseThrow();
  }
}
