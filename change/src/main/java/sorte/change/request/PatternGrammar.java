package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads parameters that are said in turns of their own: hours, symbol, timeframe.
final class PatternGrammar {
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private final Sentence s;
  private final CountGrammar counts;

  PatternGrammar(Sentence sentence) {
    this.s = sentence;
    this.counts = new CountGrammar(sentence);
  }

  @Nullable Parsed read(int i) {
    Parsed parsed = hours(i);
    parsed = parsed == null ? counts.ceiling(i) : parsed;
    parsed = parsed == null ? counts.macd(i) : parsed;
    parsed = parsed == null ? counts.bands(i) : parsed;
    parsed = parsed == null ? symbol(i) : parsed;
    parsed = parsed == null ? timeframe(i) : parsed;
    parsed = parsed == null ? counts.after(i) : parsed;
    return parsed == null ? counts.openPositions(i) : parsed;
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
    return CountGrammar.set(Parameter.TRADING_HOURS, new Setting.Text(value), end);
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
        : CountGrammar.set(
            Parameter.SYMBOL, new Setting.Text(symbol.toUpperCase(Locale.ROOT)), end);
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
        : verb || named
            ? CountGrammar.set(Parameter.TIMEFRAME, new Setting.Text(value), end)
            : null;
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
}
