package sorte.change.edit;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Truth;
import sorte.change.design.Value;

/// The values of a design as lines of a strategy: an indicator's field, made once, or what is
/// computed of others.
final class DesignLines {
  /// Names that are longer say nothing more.
  private static final int LONGEST_NAME = 34;

  private final DesignParts parts;
  private final Map<Study, Set<String>> variants;
  private final Map<Value, String> made = new HashMap<>();
  private int derived;

  DesignLines(DesignParts parts, Map<Study, Set<String>> variants) {
    this.parts = parts;
    this.variants = variants;
  }

  /// The expression of a line; numbers have none.
  String line(Value value) throws Stop {
    String there = made.get(value);
    if (there != null) {
      return there;
    }
    String line =
        switch (value) {
          case Value.Price(String field) -> field;
          case Value.Number(double n) -> throw Stop.notPossible("number-on-the-left");
          case Value.Indicator i -> indicator(i);
          case Value.Ago(Value of, int bars) -> {
            String source = line(of);
            yield parts.field(
                named(stem(source) + "Ago" + bars), "Ago", "ago(" + source + ", " + bars + ")");
          }
          case Value.Magnitude(Value of) -> {
            String source = line(of);
            yield parts.field(
                named("sizeOf" + capital(stem(source))), "Magnitude", "magnitude(" + source + ")");
          }
          case Value.Since(Test test) -> {
            String source = line(Truth.of(test).orElseThrow(() -> Stop.notPossible("since-equal")));
            yield parts.field(
                named("barsSince" + capital(stem(source))), "Since", "since(" + source + ")");
          }
          case Value.Computed c -> computed(c);
        };
    made.put(value, line);
    return line;
  }

  private String computed(Value.Computed c) throws Stop {
    if (c.left() instanceof Value.Number(double n)) {
      return withNumber(c.sign(), n, c.right(), true);
    }
    if (c.right() instanceof Value.Number(double n)) {
      return withNumber(c.sign(), n, c.left(), false);
    }
    String left = line(c.left());
    String right = line(c.right());
    String method =
        switch (c.sign()) {
          case PLUS -> "sum";
          case MINUS -> "difference";
          case TIMES -> "product";
          case OVER -> "ratio";
          case LARGER -> "larger";
          case SMALLER -> "smaller";
        };
    String between =
        switch (c.sign()) {
          case PLUS -> "Plus";
          case MINUS -> "Less";
          case TIMES -> "Times";
          case OVER -> "Over";
          case LARGER -> "OrHigher";
          case SMALLER -> "OrLower";
        };
    return parts.field(
        named(stem(left) + between + capital(stem(right))),
        "Arithmetic",
        method + "(" + left + ", " + right + ")");
  }

  private String withNumber(Value.Sign sign, double n, Value of, boolean first) throws Stop {
    String source = line(of);
    String number = Numbers.written(Numbers.decimal(n));
    return switch (sign) {
      case TIMES -> affine(source, "By" + number, "product(" + source + ", " + number + ")");
      case PLUS -> affine(source, "Plus" + number, "sum(" + source + ", " + number + ")");
      case MINUS -> {
        if (first) {
          String negative = affine(source, "Negated", "product(" + source + ", -1)");
          yield affine(negative, "Plus" + number, "sum(" + negative + ", " + number + ")");
        }
        String minus = Numbers.written(Numbers.decimal(-n));
        yield affine(source, "Less" + number, "sum(" + source + ", " + minus + ")");
      }
      case OVER -> {
        if (first || n == 0) {
          throw Stop.notPossible("number-on-the-left");
        }
        yield affine(source, "Over" + number, "product(" + source + ", 1.0 / " + number + ")");
      }
      case LARGER, SMALLER -> throw Stop.notPossible("number-on-the-left");
    };
  }

  private String affine(String source, String suffix, String call) {
    String name = stem(source) + suffix.replace('.', '_').replace("-", "Minus");
    return parts.field(named(name), "Affine", call);
  }

  private String named(String name) {
    return name.length() > LONGEST_NAME ? "derived" + ++derived : name;
  }

  /// `bollinger.upper()` as the beginning of a name: `bollingerUpper`.
  private static String stem(String line) {
    int dot = line.indexOf('.');
    return dot < 0
        ? line
        : line.substring(0, dot) + capital(line.substring(dot + 1).replace("()", ""));
  }

  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private String indicator(Value.Indicator i) throws Stop {
    Value.Indicator plain = i.study().hasLines() ? i.line("") : i;
    String field = made.get(plain);
    if (field == null) {
      field = declared(plain);
      made.put(plain, field);
    }
    boolean own =
        i.study() == Study.MACD && i.line().equals("macd")
            || i.line().isEmpty()
            || !i.study().hasLines();
    return own ? field : field + "." + i.line() + "()";
  }

  private String declared(Value.Indicator i) throws Stop {
    Form form = Form.of(i.study());
    String source = "";
    boolean volume = false;
    if (i.of().isPresent()) {
      volume = i.study() == Study.SMA && i.of().get().equals(new Value.Price("volume"));
      source = volume ? "" : line(i.of().get());
    }
    String of = source.isEmpty() && i.study() == Study.DEVIATION ? "close" : source;
    String method = volume ? "volumeSma" : form.method();
    String stem = volume ? "volumeSma" : form.method();
    boolean several = variants.getOrDefault(i.study(), Set.of()).size() > 1;
    if (several && !volume && !i.numbers().isEmpty()) {
      stem = stem + Numbers.written(Numbers.decimal(i.numbers().getFirst())).replace('.', '_');
    }
    if (!source.isEmpty()) {
      stem = stem + "Of" + capital(stem(source));
    }
    if (!i.line().isEmpty()) { // a clock of another time zone
      stem = stem + "In" + capital(i.line().replaceAll(".*/|[^A-Za-z]", ""));
      of = "\"" + i.line() + "\"";
    }
    String name = named(stem);
    StringBuilder call = new StringBuilder(method).append("(").append(of);
    for (int k = 0; k < i.numbers().size(); k++) {
      String knob = form.knobs().get(k);
      String wanted = name + (i.numbers().size() == 1 ? "Period" : capital(knob));
      String said =
          knob.equals("deviations")
              ? parts.number(wanted, "Multiple", i.numbers().get(k), "0.5", "5")
              : parts.bars(wanted, i.numbers().get(k));
      call.append(k == 0 && of.isEmpty() ? "" : ", ").append(said);
    }
    String type = volume ? "VolumeSma" : form.type();
    return parts.field(name, type, call.append(")").toString());
  }

  /// How an indicator is made in a strategy.
  private record Form(String method, String type, List<String> knobs) {
    static Form of(Study study) {
      return switch (study) {
        case SMA -> form("sma");
        case EMA -> form("ema");
        case WMA -> form("wma");
        case RSI -> form("rsi");
        case ROC -> form("roc");
        case DEVIATION -> form("deviation");
        case HIGHEST -> form("highest");
        case LOWEST -> form("lowest");
        case MACD -> new Form("macd", "Macd", List.of("fast", "slow", "signal"));
        case BOLLINGER -> new Form("bollinger", "Bollinger", List.of("period", "deviations"));
        case DONCHIAN -> form("donchian");
        case STOCHASTIC -> new Form("stochastic", "Stochastic", List.of("k", "slowing", "d"));
        case ATR -> form("atr");
        case ADX -> form("adx");
        case PLUS_DI -> new Form("plusDi", "Directional", List.of("period"));
        case MINUS_DI -> new Form("minusDi", "Directional", List.of("period"));
        case CCI -> form("cci");
        case WILLIAMS -> form("williams");
        case OBV -> form("obv");
        case ACCUMULATION -> form("accumulation");
        case VWAP -> form("vwap");
        case DAY_OPEN -> form("dayOpen");
        case MINUTE -> new Form("minuteOfDay", "Clock", List.of());
        case WEEKDAY -> new Form("weekday", "Clock", List.of());
        case MONTH_DAY -> new Form("dayOfMonth", "Clock", List.of());
        case TRADING_DAY -> new Form("tradingDayOfMonth", "Clock", List.of());
      };
    }

    private static Form form(String method) {
      return new Form(method, capital(method), List.of("period"));
    }
  }

  /// The different sets of numbers that each indicator has in a design.
  static Map<Study, Set<String>> variants(List<Value> values) {
    Map<Study, Set<String>> found = new HashMap<>();
    values.forEach(v -> visit(v, found));
    return found;
  }

  private static void visit(Value value, Map<Study, Set<String>> found) {
    switch (value) {
      case Value.Indicator i -> {
        if (!(i.study() == Study.SMA
            && i.of().equals(java.util.Optional.of(new Value.Price("volume"))))) {
          found
              .computeIfAbsent(i.study(), _ -> new LinkedHashSet<>())
              .add(i.numbers().toString() + i.of());
        }
        i.of().ifPresent(of -> visit(of, found));
      }
      case Value.Ago(Value of, int _) -> visit(of, found);
      case Value.Since(Test test) -> DesignSource.values(test).forEach(v -> visit(v, found));
      case Value.Magnitude(Value of) -> visit(of, found);
      case Value.Computed c -> {
        visit(c.left(), found);
        visit(c.right(), found);
      }
      case Value.Price _, Value.Number _ -> {}
    }
  }
}
