package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads parameters that are said in turns of their own: hours, symbol, timeframe, waiting,
/// holding, how many positions.
final class PatternGrammar {
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private final Sentence s;

  PatternGrammar(Sentence sentence) {
    this.s = sentence;
  }

  @Nullable Parsed read(int i) {
    Parsed parsed = hours(i);
    parsed = parsed == null ? ceiling(i) : parsed;
    parsed = parsed == null ? macd(i) : parsed;
    parsed = parsed == null ? bands(i) : parsed;
    parsed = parsed == null ? symbol(i) : parsed;
    parsed = parsed == null ? timeframe(i) : parsed;
    parsed = parsed == null ? after(i) : parsed;
    return parsed == null ? openPositions(i) : parsed;
  }

  private static Parsed set(Parameter parameter, Setting value, int end) {
    return Parsed.of(new Action.SetParameter(null, null, parameter, value), end);
  }

  private @Nullable Parsed hours(int start) {
    int i = start;
    boolean named = false;
    boolean verb = false;
    boolean not = s.is(i, "neg");
    boolean outside = false;
    List<Integer> times = new ArrayList<>();
    boolean clock = false;
    int end = start;
    i = not ? i + 1 : i;
    while (i < s.size() && times.size() < 2) {
      Quantity q = s.quantity(i);
      if (q != null) {
        int minutes = minutes(q);
        if (minutes < 0) {
          return null;
        }
        clock |= !q.bare();
        times.add(minutes);
        end = i + 1;
      } else if (s.is(i, "outside") && times.isEmpty()) {
        outside = true;
      } else if (s.is(i, "param", "trading-hours")) {
        named = true;
      } else if (s.is(i, "verb", "trade")
          || s.is(i, "noun", "trading")
          || s.is(i, "verb", "set")
          || s.is(i, "verb", "allow")
          || s.is(i, "verb", "use")) {
        verb |= s.is(i, "verb", "trade") || s.is(i, "noun", "trading");
      } else if (!s.anyOf(
              i,
              "only",
              "between",
              "prep",
              "and",
              "until",
              "dash",
              "filler",
              "sign",
              "sinceword",
              "comma")
          || s.is(i, "and") && times.isEmpty()) {
        return null;
      }
      i++;
    }
    if (times.size() != 2 || not != outside || !(named || verb) || !(clock || named)) {
      return null;
    }
    String value = clock(times.get(0)) + "-" + clock(times.get(1));
    return set(Parameter.TRADING_HOURS, new Setting.Text(value), end);
  }

  /// `never lose more than 2% a day`, `hold for at most 30 bars`: what must not be passed.
  private @Nullable Parsed ceiling(int start) {
    String code = s.value(start, "ceiling");
    if (code == null) {
      return null;
    }
    int i = s.skip(start + 1, "prep", "filler", "maxcount");
    Quantity q = s.quantity(i);
    Parameter parameter = ParameterSlots.parameter(code);
    Double value = q == null ? null : ParameterValue.of(parameter, q);
    if (q == null || value == null) {
      s.doubt("no-value");
      return null;
    }
    String tail =
        switch (parameter) {
          case DAILY_LOSS_LIMIT -> s.is(start, "daily") ? null : "perday";
          case MAX_OPEN_POSITIONS -> s.is(start, "counted") ? null : "openpositions";
          default -> null;
        };
    boolean bars = parameter != Parameter.TIME_STOP || q.unit() == Quantity.Unit.BARS;
    if (!bars || tail != null && !s.is(i + 1, tail)) {
      return null;
    }
    int end = s.anyOf(i + 1, "perday", "openpositions") ? i + 2 : i + 1;
    return set(parameter, new Setting.Amount(value), end);
  }

  /// `macd 8, 21, 5`: all three of its periods.
  private @Nullable Parsed macd(int start) {
    int i = start;
    while (s.is(i, "verb", "set") || s.is(i, "verb", "use") || s.anyOf(i, "filler")) {
      i++;
    }
    if (!s.is(i, "ind", "macd")) {
      return null;
    }
    i = s.skip(i + 1, "prep", "open", "comma");
    List<Action> actions = new ArrayList<>();
    for (Parameter p : List.of(Parameter.MACD_FAST, Parameter.MACD_SLOW, Parameter.MACD_SIGNAL)) {
      Quantity q = s.quantity(i);
      if (q == null || !q.bars()) {
        return null;
      }
      actions.add(new Action.SetParameter(null, null, p, new Setting.Amount(q.value())));
      i = actions.size() == 3 ? i + 1 : s.skip(i + 1, "comma", "dash", "sign", "and", "prep");
    }
    return new Parsed(actions, s.is(i, "shut") ? i + 1 : i);
  }

  /// `Bollinger of 20 periods with 2 deviations`: both of its numbers.
  private @Nullable Parsed bands(int start) {
    int i = start;
    while (s.is(i, "verb", "set") || s.is(i, "verb", "use") || s.is(i, "filler")) {
      i++;
    }
    boolean first = s.is(i, "ind", "bollinger");
    i = first ? s.skip(i + 1, "prep", "filler") : i;
    Quantity period = s.quantity(i);
    i = s.skip(i + 1, "attr");
    boolean band = first || s.is(i, "ind", "bollinger");
    i = first || !band ? i : i + 1;
    i = s.skip(i, "prep", "comma", "and", "filler");
    Quantity width = s.quantity(i);
    boolean complete =
        band
            && period != null
            && period.bars()
            && width != null
            && width.bare()
            && width.value() > 0;
    if (!complete || !s.is(i + 1, "attr", "deviations")) {
      return null;
    }
    return new Parsed(
        List.of(
            new Action.SetParameter(
                null, null, Parameter.BOLLINGER_PERIOD, new Setting.Amount(period.value())),
            new Action.SetParameter(
                null, null, Parameter.BOLLINGER_DEVIATIONS, new Setting.Amount(width.value()))),
        i + 2);
  }

  private static int minutes(Quantity q) {
    double minutes =
        switch (q.unit()) {
          case CLOCK -> q.value();
          case HOUR, BARE -> q.value() * 60;
          default -> -1;
        };
    return minutes == Math.rint(minutes) && minutes <= MINUTES_OF_A_DAY ? (int) minutes : -1;
  }

  private static String clock(int minutes) {
    return Lexer.two(minutes / 60) + ":" + Lexer.two(minutes % 60);
  }

  private @Nullable Parsed symbol(int start) {
    int i = start;
    boolean verb = false;
    boolean named = false;
    String symbol = null;
    int end = start;
    while (i < s.size()) {
      String said = symbolAt(i, named);
      if (said != null) {
        boolean second = symbol != null;
        if (second && !s.is(i - 1, "prep")) {
          break;
        }
        symbol = said;
        end = i + 1;
      } else if (s.is(i, "param", "symbol")) {
        named = true;
        end = symbol == null ? end : i + 1;
      } else if (s.is(i, "verb", "trade")
          || s.is(i, "verb", "set")
          || s.is(i, "verb", "use")
          || s.is(i, "verb", "replace")) {
        if (symbol != null) {
          break;
        }
        verb = true;
      } else if (!s.anyOf(i, "prep", "filler", "only", "copula") && !colon(i)) {
        break;
      }
      i++;
    }
    return symbol == null || !(verb || named)
        ? null
        : set(Parameter.SYMBOL, new Setting.Text(symbol.toUpperCase(Locale.ROOT)), end);
  }

  private boolean colon(int i) {
    return s.is(i, "comma") && s.at(i).raw().equals(":");
  }

  private @Nullable String symbolAt(int i, boolean named) {
    String symbol = s.value(i, "symbol");
    if (symbol != null) {
      return symbol;
    }
    String name = s.name(i);
    return named && name != null && name.matches("[A-Z]{3,10}") ? name : null;
  }

  private @Nullable Parsed timeframe(int start) {
    int i = start;
    boolean named = false;
    boolean verb = false;
    String value = null;
    boolean from = false;
    int end = start;
    while (i < s.size()) {
      Quantity q = s.quantity(i);
      String word = s.value(i, "tf");
      if (q != null) {
        String said = frame(q);
        if (said == null || value != null && !from) {
          return null;
        }
        from = value == null && s.is(i - 1, "prep", "from") && i > start;
        named |= verb && s.is(i - 1, "tfprep") && s.at(i).raw().matches("\\d+ ?[a-zA-Z]");
        value = said;
        end = i + 1;
      } else if (s.is(i, "param", "timeframe") || s.is(i, "unit", "bars")) {
        named = true;
        end = value == null ? end : i + 1;
      } else if (word != null) {
        named |= verb && (s.is(i - 1, "tfprep") || s.is(i - 1, "verb", "use"));
        value = word;
        end = i + 1;
      } else if (s.is(i, "verb", "set")
          || s.is(i, "verb", "run") && value == null
          || s.is(i, "verb", "use")
          || s.is(i, "verb", "trade")
          || s.is(i, "verb", "replace")) {
        if (value != null) {
          break;
        }
        verb = true;
      } else if (!s.anyOf(i, "prep", "filler") && !colon(i)) {
        break;
      }
      i++;
    }
    return value == null || !named || start == end
        ? null
        : verb || named ? set(Parameter.TIMEFRAME, new Setting.Text(value), end) : null;
  }

  private static @Nullable String frame(Quantity q) {
    if (!q.whole() || q.value() < 1) {
      return null;
    }
    int n = (int) q.value();
    return switch (q.unit()) {
      case MINUTE ->
          n % MINUTES_OF_A_DAY == 0
              ? n / MINUTES_OF_A_DAY + "d"
              : n % 60 == 0 ? n / 60 + "h" : n + "m";
      case HOUR -> n % 24 == 0 ? n / 24 + "d" : n + "h";
      case DAY -> n + "d";
      case WEEK -> n + "w";
      case BARE, PERCENT, POINT, PERCENT_POINT, MONEY, TIMES, BARS, MONTH, YEAR, CLOCK -> null;
    };
  }

  private @Nullable Parsed after(int start) {
    if (s.is(start, "betweentrades")) {
      return waiting(start);
    }
    String what = s.value(start, "afterbars");
    if (what == null) {
      return leaving(start);
    }
    int i = s.skip(start + 1, "prep", "cmp", "filler");
    Quantity q = s.quantity(i);
    boolean cooldown = what.equals("cooldown");
    int end = i + 1;
    if (cooldown) {
      if (!s.is(end, "betweentrades")) {
        return null;
      }
      end++;
    }
    if (q == null || q.unit() != Quantity.Unit.BARS || !q.bars()) {
      s.doubt(cooldown ? "cooldown-unit" : "no-value");
      return null;
    }
    Parameter parameter = cooldown ? Parameter.COOLDOWN : Parameter.TIME_STOP;
    return set(parameter, new Setting.Amount(q.value()), end);
  }

  /// `after a trade wait 3 candles`.
  private @Nullable Parsed waiting(int start) {
    int i = s.skip(start + 1, "comma", "filler");
    if (!s.is(i, "afterbars", "cooldown")) {
      return null;
    }
    i = s.skip(i + 1, "prep", "cmp", "filler");
    Quantity q = s.quantity(i);
    if (q == null || q.unit() != Quantity.Unit.BARS || !q.bars()) {
      s.doubt("cooldown-unit");
      return null;
    }
    return set(Parameter.COOLDOWN, new Setting.Amount(q.value()), i + 1);
  }

  /// `exit positions after 12 bars`.
  private @Nullable Parsed leaving(int start) {
    boolean exit = "exit".equals(s.value(start, "trade")) || s.is(start, "verb", "close");
    int i = start + 1;
    while (exit && (s.is(i, "noun", "positions") || s.is(i, "noun", "trading"))) {
      i++;
    }
    if (!exit || !s.is(i, "after")) {
      return null;
    }
    i = s.skip(i + 1, "prep", "filler");
    Quantity q = s.quantity(i);
    return q == null || q.unit() != Quantity.Unit.BARS || !q.bars()
        ? null
        : set(Parameter.TIME_STOP, new Setting.Amount(q.value()), i + 1);
  }

  private @Nullable Parsed openPositions(int start) {
    int i = start;
    boolean limited = false;
    while (i < s.size() && s.quantity(i) == null) {
      limited |= s.is(i, "maxcount") || s.is(i, "verb", "allow");
      boolean fits =
          s.anyOf(i, "maxcount", "prep", "filler", "cmp", "only")
              || s.is(i, "verb", "allow")
              || s.is(i, "verb", "set")
              || s.is(i, "verb", "trade");
      if (!fits) {
        return null;
      }
      i++;
    }
    Quantity q = s.quantity(i);
    limited |= s.is(i + 1, "atatime");
    if (q == null
        || !q.bare()
        || !q.whole()
        || q.value() < 1
        || !limited
        || !s.is(i + 1, "openpositions")) {
      return null;
    }
    return set(Parameter.MAX_OPEN_POSITIONS, new Setting.Amount(q.value()), i + 2);
  }
}
