package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.change.request.ParameterSlots.Said;
import sorte.change.request.ParameterSlots.Verb;

/// Reads what is set, scaled or shifted out of the words that one statement said.
final class ParameterGrammar {
  /// Indicators of one number: that number alone is their period.
  private static final Set<String> ONE_PERIOD = Set.of("donchian", "ma", "atr", "volume-sma");

  /// The smallest number that is taken for Bollinger's period when nothing else is said; below it
  /// the deviations may be meant.
  private static final double LEAST_BAND_PERIOD = 8;

  /// Families of parameters whose members are told apart by one word (`fast`, `slow`).
  private static final Map<String, String> FAMILIES =
      Map.of("fast-ma", "ma", "slow-ma", "ma", "macd", "macd", "stochastic", "stochastic");

  private final Sentence s;

  /// The verb of the statement before, for one that has none: `o stop em 2% e o alvo em 4%`.
  private Verb inherited = Verb.NONE;

  /// What the statement before was about: `fast average 9 and slow 21`.
  private @Nullable String family;

  ParameterGrammar(Sentence sentence) {
    this.s = sentence;
  }

  @Nullable Parsed read(int start) {
    ParameterSlots slots = ParameterSlots.of(s, start);
    if (slots.parameters.isEmpty()) {
      composed(slots).ifPresent(slots.parameters::add);
    }
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
      actions.add(slots.side == null ? action : sided(action, slots.side));
    }
    inherited = verb;
    String code = slots.parameters.getFirst().code();
    int dot = code.indexOf('.');
    family = dot < 0 ? null : FAMILIES.get(code.substring(0, dot));
    return new Parsed(actions, slots.end);
  }

  private static Action sided(Action action, Side side) {
    return switch (action) {
      case Action.SetParameter a -> new Action.SetParameter(null, side, a.parameter(), a.value());
      case Action.ScaleParameter a ->
          new Action.ScaleParameter(null, side, a.parameter(), a.factor());
      case Action.ShiftParameter a -> new Action.ShiftParameter(null, side, a.parameter(), a.by());
      default -> throw new IllegalStateException("no parameter in " + action);
    };
  }

  /// An indicator and what is said of it: `RSI` and `period`. Bars alone speak of the period.
  private Optional<Parameter> composed(ParameterSlots slots) {
    String indicator = slots.indicator;
    if (indicator == null) {
      boolean share = slots.ofCapital && slots.verb == Verb.SET;
      if (slots.attribute == null) {
        return share || slots.perTrade && valued(slots)
            ? Optional.of(Parameter.POSITION_SIZE)
            : Optional.empty();
      }
      indicator = family;
    }
    if (indicator == null) {
      return Optional.empty();
    }
    String attribute =
        slots.attribute == null ? defaultAttribute(indicator, slots) : slots.attribute;
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

  private static boolean valued(ParameterSlots slots) {
    return slots.said.stream()
        .anyMatch(x ->
            x.quantity().unit() == Quantity.Unit.PERCENT
                || x.quantity().unit() == Quantity.Unit.MONEY);
  }

  private static String defaultAttribute(String indicator, ParameterSlots slots) {
    Quantity q = slots.said.isEmpty() ? null : slots.said.getLast().quantity();
    if (q == null) {
      return "";
    }
    if (q.unit() == Quantity.Unit.BARS) {
      return "period";
    }
    boolean period =
        ONE_PERIOD.contains(indicator)
            || indicator.equals("bollinger") && q.value() >= LEAST_BAND_PERIOD
            || indicator.equals("rsi") && slots.use;
    boolean setting = slots.verb == Verb.NONE || slots.verb == Verb.SET;
    return q.bare() && q.whole() && q.value() > 1 && period && setting ? "period" : "";
  }

  /// Whether an indicator and an attribute beside a parameter speak of that parameter.
  private static boolean consistent(ParameterSlots slots) {
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
    boolean tradeFits = !slots.perTrade || code.equals("position-size");
    return indicatorFits && attributeFits && capitalFits && tradeFits;
  }

  private @Nullable Action action(Parameter parameter, Verb verb, ParameterSlots slots) {
    if (slots.factor != null) {
      boolean other = !slots.said.isEmpty() || slots.fraction != null;
      boolean contrary = verb == Verb.RAISE || verb == Verb.ADD || verb == Verb.TAKE;
      boolean share = slots.factor < 1 && (slots.ofCapital || slots.perTrade);
      return other || contrary
          ? null
          : share ? set(parameter, slots.factor) : scale(parameter, slots.factor);
    }
    if (slots.fraction != null) {
      if (!slots.said.isEmpty()) {
        return null;
      }
      boolean share =
          (slots.ofCapital || slots.perTrade) && (verb == Verb.SET || verb == Verb.NONE);
      return share
          ? set(parameter, slots.fraction)
          : byFraction(parameter, verb, slots.fraction, slots.fractionTo);
    }
    return slots.said.isEmpty() ? null : valued(parameter, verb, slots);
  }

  private @Nullable Action valued(Parameter parameter, Verb verb, ParameterSlots slots) {
    Said last = slots.said.getLast();
    Quantity q = last.quantity();
    if (slots.comparative != null) {
      boolean more = slots.comparative.equals("more");
      return q.unit() == Quantity.Unit.PERCENT
          ? relative(parameter, more, q)
          : q.unit() == Quantity.Unit.TIMES && more && q.value() > 1 && verb != Verb.LOWER
              ? scale(parameter, q.value())
              : null;
    }
    if (slots.said.size() == 2) {
      return set(parameter, q);
    }
    return switch (verb) {
      case NONE, SET ->
          q.unit() == Quantity.Unit.PERCENT_POINT || last.by() && s.language == Language.EN
              ? null
              : set(parameter, q);
      case ADD -> shift(parameter, true, q);
      case TAKE ->
          q.unit() == Quantity.Unit.PERCENT
              ? relative(parameter, false, q)
              : shift(parameter, false, q);
      case MULTIPLY -> factor(q) ? scale(parameter, q.value()) : null;
      case DIVIDE -> factor(q) ? scale(parameter, ParameterValue.plain(1 / q.value())) : null;
      case RAISE, LOWER -> changed(parameter, verb == Verb.RAISE, last);
    };
  }

  private static boolean factor(Quantity q) {
    return (q.bare() || q.unit() == Quantity.Unit.TIMES) && q.value() > 0;
  }

  private @Nullable Action byFraction(Parameter parameter, Verb verb, double fraction, boolean to) {
    return switch (verb) {
      case RAISE -> to ? null : scale(parameter, 1 + fraction);
      case LOWER -> scale(parameter, to ? fraction : 1 - fraction);
      case NONE, SET -> scale(parameter, fraction);
      case ADD, TAKE, MULTIPLY, DIVIDE -> null;
    };
  }

  private @Nullable Action changed(Parameter parameter, boolean up, Said said) {
    Quantity q = said.quantity();
    boolean relative = said.by() || !said.to();
    if (said.to() && !said.by()) {
      return set(parameter, q);
    }
    boolean size = said.early() || !ParameterValue.isFraction(parameter);
    return switch (q.unit()) {
      case PERCENT -> said.by() || said.bareWord() && size ? relative(parameter, up, q) : null;
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

  private static @Nullable Action set(Parameter parameter, double share) {
    return parameter == Parameter.POSITION_SIZE
        ? new Action.SetParameter(null, null, parameter, new Setting.Amount(share))
        : null;
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
}
