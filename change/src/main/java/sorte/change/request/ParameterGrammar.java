package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what is set, scaled or shifted. Words of one statement may come in any order; each must
/// have a place in it.
final class ParameterGrammar {
  private enum Verb {
    NONE,
    SET,
    RAISE,
    LOWER,
    ADD
  }

  /// A quantity with the little words before it (`to`, `by`, `from`).
  private record Said(Quantity quantity, boolean to, boolean by, boolean from, boolean bareWord) {}

  /// All that one statement said.
  private static final class Slots {
    Verb verb = Verb.NONE;
    final List<Parameter> parameters = new ArrayList<>();
    @Nullable String indicator;
    @Nullable String attribute;
    final List<Said> said = new ArrayList<>();
    @Nullable Double factor;
    @Nullable Double fraction;
    boolean fractionTo;
    @Nullable String comparative;
    boolean ofCapital;
    int end;
  }

  private final Sentence s;

  /// The verb of the statement before, for one that has none: `o stop em 2% e o alvo em 4%`.
  private Verb inherited = Verb.NONE;

  ParameterGrammar(Sentence sentence) {
    this.s = sentence;
  }

  @Nullable Parsed read(int start) {
    Slots slots = collect(start);
    Optional<Parameter> own = slots.parameters.isEmpty() ? composed(slots) : Optional.empty();
    own.ifPresent(slots.parameters::add);
    if (slots.parameters.isEmpty() || !consistent(slots)) {
      return null;
    }
    Verb verb = slots.verb == Verb.NONE ? inherited : slots.verb;
    List<Action> actions = new ArrayList<>();
    for (Parameter parameter : slots.parameters) {
      Action action = action(parameter, verb, slots);
      if (action == null) {
        s.doubt(slots.said.isEmpty() ? "no-value" : "which-value");
        return null;
      }
      actions.add(action);
    }
    inherited = verb;
    return new Parsed(actions, slots.end);
  }

  private Slots collect(int start) {
    Slots slots = new Slots();
    int i = start;
    slots.end = start;
    boolean to = false;
    boolean by = false;
    boolean from = false;
    while (i < s.size()) {
      Quantity q = s.quantity(i);
      String fraction = s.value(i, "fraction");
      if (q != null) {
        if (!room(slots)) {
          break;
        }
        slots.said.add(new Said(q, to, by, from, !to && !by && !from));
      } else if (s.is(i, "percapital")) {
        slots.parameters.add(Parameter.POSITION_SIZE);
      } else if (s.is(i, "ofcapital") && !slots.said.isEmpty()) {
        slots.ofCapital = true;
      } else if (s.is(i, "param")
          && slots.parameters.isEmpty()
          && slots.indicator == null
          && attributeFits(slots)) {
        slots.parameters.add(parameter(s.value(i, "param")));
      } else if (s.is(i, "param") && refines(slots, i)) {
        slots.attribute = null;
      } else if (s.is(i, "verb")
          && verb(i) != Verb.NONE
          && slots.verb == Verb.NONE
          && slots.said.isEmpty()
          && !(s.is(i, "scale") && slots.parameters.isEmpty() && slots.verb != Verb.NONE)) {
        slots.verb = verb(i);
      } else if (s.is(i, "invest") && slots.verb == Verb.NONE) {
        slots.verb = Verb.SET;
      } else if (s.is(i, "scale")
          && slots.factor == null
          && slots.said.isEmpty()
          && !(fraction != null && (by || to))) {
        slots.factor = Double.valueOf(s.value(i, "scale"));
        by = false;
        to = false;
      } else if (fraction != null && slots.fraction == null && slots.said.isEmpty()) {
        slots.fraction = Double.valueOf(fraction);
        slots.fractionTo = to && !by;
      } else if (s.is(i, "operand") && slots.indicator == null && slots.parameters.isEmpty()) {
        String[] parts = text(s.value(i, "operand")).split(" ");
        slots.indicator = parts[0];
        slots.attribute = parts[1];
      } else if (s.is(i, "ind") && !s.is(i, "price") && slots.indicator == null) {
        slots.indicator = s.value(i, "ind");
      } else if (s.is(i, "ma") && slots.indicator == null && slots.parameters.isEmpty()) {
        slots.indicator = "ma";
      } else if (s.is(i, "attr")
          && (slots.attribute == null || "period".equals(s.value(i, "attr")))) {
        slots.attribute = slots.attribute == null ? s.value(i, "attr") : slots.attribute;
      } else if (s.anyOf(i, "more", "less") && !slots.said.isEmpty() && slots.comparative == null) {
        slots.comparative = s.is(i, "more") ? "more" : "less";
      } else if (slots.said.isEmpty()
          && slots.parameters.size() == 1
          && s.is(i, "and")
          && anotherParameter(i + 1)) {
        slots.parameters.add(parameter(s.value(i + 1, "param")));
        i++;
      } else if (s.is(i, "verb")
          && verb(i) != Verb.NONE
          && verb(i) == slots.verb
          && slots.said.isEmpty()) {
        by = false;
      } else if (s.is(i, "comma")
          && s.at(i).raw().equals(":")
          && slots.said.isEmpty()
          && s.quantity(i + 1) != null) {
        to = true;
        i++;
        continue;
      } else if (s.is(i, "prep") || s.is(i, "copula")) {
        to |= s.is(i, "prep", "to");
        by |= s.is(i, "prep", "by");
        from |= s.is(i, "prep", "from");
        i++;
        continue;
      } else if (s.is(i, "filler")) {
        i++;
        continue;
      } else if (corrected(i, slots) > i) {
        i = corrected(i, slots);
        Said before = slots.said.removeLast();
        slots.said.add(
            new Said(quantityAt(i), before.to(), before.by(), before.from(), before.bareWord()));
      } else {
        break;
      }
      i++;
      slots.end = i;
      to = false;
      by = false;
      from = false;
    }
    return slots;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private Quantity quantityAt(int i) {
    Quantity q = s.quantity(i);
    if (q == null) {
      throw new IllegalStateException("a correction ends in a quantity");
    }
    return q;
  }

  /// One value, or two when the first is what it changes from.
  private static boolean room(Slots slots) {
    return slots.said.isEmpty() || slots.said.size() == 1 && slots.said.getFirst().from();
  }

  private boolean anotherParameter(int i) {
    return s.is(i, "param") && s.quantity(i + 1) == null;
  }

  private boolean attributeFits(Slots slots) {
    return slots.attribute == null
        || slots.attribute.equals("period")
        || slots.attribute.equals("threshold");
  }

  /// `RSI oversold`: the indicator said before belongs to the parameter.
  private boolean refines(Slots slots, int i) {
    String code = s.value(i, "param");
    if (slots.indicator != null
        && slots.parameters.isEmpty()
        && code != null
        && code.startsWith(slots.indicator + ".")) {
      slots.parameters.add(parameter(code));
      return true;
    }
    return false;
  }

  /// Where `, no, 3%` ends; `i` when this is no correction. A bare comma-less "not" is a contrast,
  /// not a correction.
  private int corrected(int i, Slots slots) {
    if (slots.said.isEmpty()) {
      return i;
    }
    boolean comma = s.is(i, "comma") || s.is(i, "and");
    int at = s.skip(i, "comma", "and");
    if (!s.is(at, "correction") || s.is(at, "neg") && !(comma && s.is(at + 1, "comma"))) {
      return i;
    }
    at = s.skip(at + 1, "comma", "correction", "prep", "filler");
    return s.quantity(at) == null ? i : at;
  }

  private Verb verb(int i) {
    if (s.is(i, "verb", "raise")) {
      return Verb.RAISE;
    }
    if (s.is(i, "verb", "lower")) {
      return Verb.LOWER;
    }
    if (s.is(i, "verb", "set")
        || s.is(i, "verb", "use")
        || s.is(i, "verb", "replace")
        || s.is(i, "verb", "trade")
        || s.is(i, "verb", "allow")) {
      return Verb.SET;
    }
    return s.is(i, "verb", "add") ? Verb.ADD : Verb.NONE;
  }

  private static Parameter parameter(@Nullable String code) {
    return Named.find(Parameter.class, code == null ? "" : code).orElseThrow();
  }

  /// An indicator and what is said of it: `RSI` and `period`. Bars alone speak of the period.
  private Optional<Parameter> composed(Slots slots) {
    String indicator = slots.indicator;
    if (indicator == null) {
      return Optional.empty();
    }
    boolean bars = slots.said.stream().anyMatch(x -> x.quantity().unit() == Quantity.Unit.BARS);
    String attribute = slots.attribute == null ? bars ? "period" : "" : slots.attribute;
    String of =
        switch (indicator) {
          case "ma" ->
              attribute.equals("fast") || attribute.equals("slow")
                  ? attribute + "-ma.period"
                  : "ma." + attribute;
          case "sma", "ema", "wma" ->
              attribute.equals("fast") || attribute.equals("slow") ? attribute + "-ma.period" : "";
          case "volume-sma" -> "volume." + attribute;
          default -> indicator + "." + attribute;
        };
    return Named.find(Parameter.class, of);
  }

  /// Whether an indicator and an attribute beside a parameter speak of that parameter.
  private static boolean consistent(Slots slots) {
    String code = slots.parameters.getFirst().code();
    String indicator = slots.indicator;
    boolean indicatorFits =
        indicator == null
            || code.startsWith(indicator + ".")
            || code.contains("ma.") && (indicator.equals("ma") || indicator.endsWith("ma"))
            || indicator.equals("volume-sma");
    String attribute = slots.attribute;
    boolean attributeFits =
        attribute == null
            || code.endsWith("." + attribute)
            || attribute.equals("threshold")
            || attribute.equals("period") && code.contains(".")
            || code.startsWith(attribute);
    boolean capitalFits =
        !slots.ofCapital || code.equals("position-size") || code.equals("daily-loss-limit");
    return indicatorFits && attributeFits && capitalFits;
  }

  private @Nullable Action action(Parameter parameter, Verb verb, Slots slots) {
    if (slots.factor != null) {
      boolean other = !slots.said.isEmpty() || slots.fraction != null;
      return other || verb == Verb.RAISE || verb == Verb.ADD
          ? null
          : scale(parameter, slots.factor);
    }
    if (slots.fraction != null) {
      return slots.said.isEmpty()
          ? byFraction(parameter, verb, slots.fraction, slots.fractionTo)
          : null;
    }
    if (slots.said.isEmpty()) {
      return null;
    }
    Said last = slots.said.getLast();
    if (slots.comparative != null) {
      boolean percent = last.quantity().unit() == Quantity.Unit.PERCENT;
      return percent
          ? relative(parameter, slots.comparative.equals("more"), last.quantity())
          : null;
    }
    if (slots.said.size() == 2) {
      return set(parameter, last.quantity());
    }
    return switch (verb) {
      case NONE, SET ->
          last.quantity().unit() == Quantity.Unit.PERCENT_POINT
              ? null
              : set(parameter, last.quantity());
      case ADD -> shift(parameter, true, last.quantity());
      case RAISE, LOWER -> changed(parameter, verb == Verb.RAISE, last);
    };
  }

  private @Nullable Action byFraction(Parameter parameter, Verb verb, double fraction, boolean to) {
    return switch (verb) {
      case RAISE -> to ? null : scale(parameter, 1 + fraction);
      case LOWER -> scale(parameter, to ? fraction : 1 - fraction);
      case NONE, SET -> scale(parameter, fraction);
      case ADD -> null;
    };
  }

  private @Nullable Action changed(Parameter parameter, boolean up, Said said) {
    Quantity q = said.quantity();
    boolean relative = said.by() || !said.to();
    if (said.to() && !said.by()) {
      return set(parameter, q);
    }
    return switch (q.unit()) {
      case PERCENT ->
          said.by() || said.bareWord() && !ParameterValue.isFraction(parameter)
              ? relative(parameter, up, q)
              : null;
      case POINT, PERCENT_POINT, MONEY, BARS -> relative ? shift(parameter, up, q) : null;
      case TIMES -> up && q.value() > 1 ? scale(parameter, q.value()) : null;
      case BARE -> said.by() ? shift(parameter, up, q) : null;
      case MINUTE, HOUR, DAY, WEEK, MONTH, YEAR, CLOCK -> null;
    };
  }

  private @Nullable Action relative(Parameter parameter, boolean up, Quantity q) {
    double factor = ParameterValue.plain(up ? 100 + q.value() : 100 - q.value());
    return scale(parameter, ParameterValue.plain(factor / 100));
  }

  private @Nullable Action scale(Parameter parameter, double factor) {
    boolean text =
        parameter == Parameter.SYMBOL
            || parameter == Parameter.TIMEFRAME
            || parameter == Parameter.TRADING_HOURS;
    return text || factor <= 0 ? null : new Action.ScaleParameter(null, null, parameter, factor);
  }

  private @Nullable Action shift(Parameter parameter, boolean up, Quantity q) {
    Double amount = ParameterValue.step(parameter, q);
    return amount == null || amount == 0
        ? null
        : new Action.ShiftParameter(null, null, parameter, up ? amount : -amount);
  }

  private @Nullable Action set(Parameter parameter, Quantity q) {
    if (parameter == Parameter.COOLDOWN
        && q.unit() != Quantity.Unit.BARE
        && q.unit() != Quantity.Unit.BARS) {
      s.doubt("cooldown-unit");
    }
    Double value = ParameterValue.of(parameter, q);
    return value == null
        ? null
        : new Action.SetParameter(null, null, parameter, new Setting.Amount(value));
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
