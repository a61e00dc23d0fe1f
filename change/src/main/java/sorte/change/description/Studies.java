package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sorte.change.design.Study;
import sorte.change.design.Value;

/// The indicators that words name, made of those that a strategy has.
final class Studies {
  private static final Map<String, Study> PLAIN =
      Map.ofEntries(
          Map.entry("SMA", Study.SMA),
          Map.entry("EMA", Study.EMA),
          Map.entry("WMA", Study.WMA),
          Map.entry("MA", Study.SMA),
          Map.entry("RSI", Study.RSI),
          Map.entry("ROC", Study.ROC),
          Map.entry("STDDEV", Study.DEVIATION),
          Map.entry("MACD", Study.MACD),
          Map.entry("BB", Study.BOLLINGER),
          Map.entry("DC", Study.DONCHIAN),
          Map.entry("STOCH", Study.STOCHASTIC),
          Map.entry("ATR", Study.ATR),
          Map.entry("ADX", Study.ADX),
          Map.entry("PLUSDI", Study.PLUS_DI),
          Map.entry("MINUSDI", Study.MINUS_DI),
          Map.entry("CCI", Study.CCI),
          Map.entry("WILLR", Study.WILLIAMS),
          Map.entry("OBV", Study.OBV),
          Map.entry("AD", Study.ACCUMULATION),
          Map.entry("VWAP", Study.VWAP));

  /// The usual Keltner channel: an average of 20, two average true ranges of 14 around it.
  private static final List<Double> KELTNER = List.of(20.0, 14.0, 2.0);

  private Studies() {}

  static boolean is(String code) {
    return PLAIN.containsKey(code)
        || code.equals("HMA")
        || code.equals("DEMA")
        || code.equals("KC")
        || code.equals("MOM");
  }

  static boolean average(String code) {
    return code.equals("SMA")
        || code.equals("EMA")
        || code.equals("WMA")
        || code.equals("MA")
        || code.equals("HMA")
        || code.equals("DEMA");
  }

  /// How many numbers an indicator takes.
  static int takes(String code) {
    if (code.equals("KC")) {
      return KELTNER.size();
    }
    Study study = PLAIN.get(code);
    return study == null ? 1 : study.numbers();
  }

  /// All its numbers from those said, the rest as is usual; empty where that leaves one open.
  static Optional<List<Double>> completed(String code, List<Double> said) {
    Study study = PLAIN.get(code);
    Optional<List<Double>> usual =
        code.equals("KC") ? Optional.of(KELTNER) : study == null ? Optional.empty() : study.usual();
    int takes = takes(code);
    if (said.size() == takes) {
      return Optional.of(said);
    }
    if (said.size() > takes || usual.isEmpty()) {
      return Optional.empty();
    }
    List<Double> all = new ArrayList<>(usual.get());
    if (code.equals("KC") && said.size() == 2) {
      all.set(0, said.get(0));
      all.set(2, said.get(1));
      return Optional.of(all);
    }
    for (int i = 0; i < said.size(); i++) {
      all.set(i, said.get(i));
    }
    return Optional.of(all);
  }

  /// The indicator's line; empty where it is of something that it cannot be of, or has no such
  /// line.
  static Optional<Value> make(String code, List<Double> numbers, String line, Optional<Value> of) {
    return switch (code) {
      case "HMA" -> line.isEmpty() ? hull(numbers, of) : Optional.empty();
      case "DEMA" -> line.isEmpty() ? doubled(numbers, of) : Optional.empty();
      case "MOM" ->
          line.isEmpty() && bars(numbers.getFirst())
              ? Optional.of(momentum(numbers, of))
              : Optional.empty();
      case "KC" -> keltner(numbers, line, of);
      default -> plain(PLAIN.get(code), numbers, line, of);
    };
  }

  private static Optional<Value> plain(
      @org.jspecify.annotations.Nullable Study study,
      List<Double> numbers,
      String line,
      Optional<Value> of) {
    if (study == null
        || of.isPresent() && !study.sourced()
        || study.numbers() > 0 && !bars(numbers.getFirst())) {
      return Optional.empty();
    }
    List<String> lines =
        switch (study) {
          case BOLLINGER, DONCHIAN -> List.of("upper", "middle", "lower");
          case MACD -> List.of("macd", "signal", "histogram");
          case STOCHASTIC -> List.of("k", "d");
          default -> List.of("");
        };
    String chosen =
        line.isEmpty() && (study == Study.MACD || study == Study.STOCHASTIC)
            ? lines.getFirst()
            : line;
    boolean close = of.equals(Optional.of(new Value.Price("close")));
    return lines.contains(chosen)
        ? Optional.of(new Value.Indicator(study, numbers, chosen, close ? Optional.empty() : of))
        : Optional.empty();
  }

  static boolean bars(double number) {
    return number >= 1 && number == Math.rint(number) && number <= 10_000;
  }

  private static Value.Indicator average(Study study, double bars, Optional<Value> of) {
    return new Value.Indicator(study, List.of(bars), "", of);
  }

  private static Optional<Value> hull(List<Double> numbers, Optional<Value> of) {
    double n = numbers.getFirst();
    if (!bars(n) || n < 4) {
      return Optional.empty();
    }
    Value half = average(Study.WMA, Math.floor(n / 2), of);
    Value whole = average(Study.WMA, n, of);
    Value raw =
        new Value.Computed(
            Value.Sign.MINUS,
            new Value.Computed(Value.Sign.TIMES, half, new Value.Number(2)),
            whole);
    return Optional.of(average(Study.WMA, Math.rint(Math.sqrt(n)), Optional.of(raw)));
  }

  private static Optional<Value> doubled(List<Double> numbers, Optional<Value> of) {
    if (!bars(numbers.getFirst())) {
      return Optional.empty();
    }
    Value once = average(Study.EMA, numbers.getFirst(), of);
    Value twice = average(Study.EMA, numbers.getFirst(), Optional.of(once));
    return Optional.of(
        new Value.Computed(
            Value.Sign.MINUS,
            new Value.Computed(Value.Sign.TIMES, once, new Value.Number(2)),
            twice));
  }

  private static Value momentum(List<Double> numbers, Optional<Value> of) {
    Value source = of.orElse(new Value.Price("close"));
    return new Value.Computed(
        Value.Sign.MINUS, source, new Value.Ago(source, numbers.getFirst().intValue()));
  }

  private static Optional<Value> keltner(List<Double> numbers, String line, Optional<Value> of) {
    if (of.isPresent() || !bars(numbers.get(0)) || !bars(numbers.get(1))) {
      return Optional.empty();
    }
    Value middle = average(Study.EMA, numbers.get(0), Optional.empty());
    Value width =
        new Value.Computed(
            Value.Sign.TIMES,
            Value.Indicator.of(Study.ATR, numbers.get(1)),
            new Value.Number(numbers.get(2)));
    return switch (line) {
      case "middle" -> Optional.of(middle);
      case "upper" -> Optional.of(new Value.Computed(Value.Sign.PLUS, middle, width));
      case "lower" -> Optional.of(new Value.Computed(Value.Sign.MINUS, middle, width));
      default -> Optional.empty();
    };
  }

  /// Whether a line is counted in percent: 70 is what people call 70 %.
  static boolean inPercent(Value value) {
    return switch (value) {
      case Value.Indicator i ->
          switch (i.study()) {
            case RSI, ROC, STOCHASTIC, ADX, PLUS_DI, MINUS_DI, WILLIAMS -> true;
            case SMA, EMA, WMA, HIGHEST, LOWEST, DEVIATION ->
                i.of().map(Studies::inPercent).orElse(false);
            default -> false;
          };
      case Value.Ago(Value of, int _) -> inPercent(of);
      default -> false;
    };
  }
}
