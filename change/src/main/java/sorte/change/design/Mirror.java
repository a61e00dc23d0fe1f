package sorte.change.design;

import java.util.Optional;

/// A rule seen from the other side: what crosses above crosses below, upper bands are lower ones,
/// an RSI of 30 is one of 70. What does not swing with the price (volume, ranges, the strength of a
/// trend, the hour) stays.
public final class Mirror {
  private Mirror() {}

  /// The test of the other side; nothing where it has no mirror image.
  public static Optional<Test> of(Test test) {
    return switch (test) {
      case Test.All(var tests) -> each(tests).map(Test::all);
      case Test.Any(var tests) -> each(tests).map(Test::any);
      case Test.Compare c -> compare(c);
    };
  }

  /// Whether a test says the same of either side: a volume, a range about the middle, a crossing
  /// from either side.
  public static boolean even(Test test) {
    return test instanceof Test.Compare(Value _, Test.Is is, Value _) && is == Test.Is.CROSSES
        || of(test).filter(other -> parts(other).equals(parts(test))).isPresent();
  }

  private static java.util.Set<Object> parts(Test test) {
    java.util.Set<Object> parts = new java.util.HashSet<>();
    switch (test) {
      case Test.All(var tests) -> tests.forEach(t -> parts.add(parts(t)));
      case Test.Any(var tests) -> {
        parts.add("any");
        tests.forEach(t -> parts.add(parts(t)));
      }
      case Test.Compare c -> parts.add(c);
    }
    return parts;
  }

  private static Optional<java.util.List<Test>> each(java.util.List<Test> tests) {
    java.util.List<Test> mirrored = new java.util.ArrayList<>();
    for (Test test : tests) {
      Optional<Test> one = of(test);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      mirrored.add(one.get());
    }
    return Optional.of(mirrored);
  }

  private static Optional<Test> compare(Test.Compare c) {
    if (!swings(c.left()) && !swings(c.right())) {
      return Optional.of(c);
    }
    if (directional(c.left()) || directional(c.right())) {
      // the two lines change places; neither is turned over
      return directional(c.left()) && (directional(c.right()) || c.right() instanceof Value.Number)
          ? Optional.of(new Test.Compare(turned(c.left()), c.is(), turned(c.right())))
          : Optional.empty();
    }
    if (c.right() instanceof Value.Number(double level)) {
      Optional<Double> middle = middle(c.left());
      return middle.map(m ->
          new Test.Compare(turned(c.left()), c.is().turned(), new Value.Number(2 * m - level)));
    }
    if (arithmetic(c.left()) || arithmetic(c.right())) {
      return Optional.empty();
    }
    return Optional.of(new Test.Compare(turned(c.left()), c.is().turned(), turned(c.right())));
  }

  private static boolean directional(Value value) {
    return switch (value) {
      case Value.Indicator i -> i.study() == Study.PLUS_DI || i.study() == Study.MINUS_DI;
      case Value.Ago(Value of, int _) -> directional(of);
      default -> false;
    };
  }

  /// Sums and products of prices have a mirror image only where one looks at each: none is made.
  private static boolean arithmetic(Value value) {
    return value instanceof Value.Computed && swings(value);
  }

  private static boolean swings(Value value) {
    return switch (value) {
      case Value.Price(String field) -> !field.equals("volume");
      case Value.Number _ -> false;
      case Value.Indicator i -> i.study().swings() || banded(i) || averaged(i);
      case Value.Ago(Value of, int _) -> swings(of);
      case Value.Since(Test test) -> !even(test);
      case Value.Computed(Value.Sign sign, Value left, Value right) ->
          !spread(sign, left, right) && (swings(left) || swings(right));
      case Value.Magnitude _ -> false;
    };
  }

  /// The width of a channel, or of a bar: a distance that has no direction.
  private static boolean spread(Value.Sign sign, Value left, Value right) {
    if (sign == Value.Sign.OVER) {
      return left instanceof Value.Computed(Value.Sign s, Value a, Value b) && spread(s, a, b)
          || !swings(left);
    }
    return sign == Value.Sign.MINUS
        && (left instanceof Value.Indicator a
                && right instanceof Value.Indicator b
                && a.line().equals("upper")
                && b.line().equals("lower")
            || left.equals(new Value.Price("high")) && right.equals(new Value.Price("low")));
  }

  private static boolean banded(Value.Indicator i) {
    return (i.study() == Study.BOLLINGER || i.study() == Study.DONCHIAN)
        && i.of().map(Mirror::swings).orElse(true);
  }

  private static boolean averaged(Value.Indicator i) {
    return switch (i.study()) {
      case SMA, EMA, WMA, HIGHEST, LOWEST -> i.of().map(Mirror::swings).orElse(true);
      case VWAP, DAY_OPEN, PLUS_DI, MINUS_DI -> true;
      default -> false;
    };
  }

  /// The level about which a value swings.
  private static Optional<Double> middle(Value value) {
    return switch (value) {
      case Value.Indicator i ->
          switch (i.study()) {
            case RSI, STOCHASTIC -> Optional.of(50.0);
            case WILLIAMS -> Optional.of(-50.0);
            case MACD, CCI, ROC -> Optional.of(0.0);
            default -> Optional.empty();
          };
      case Value.Ago(Value of, int _) -> middle(of);
      default -> Optional.empty();
    };
  }

  private static Value turned(Value value) {
    return switch (value) {
      case Value.Indicator i ->
          new Value.Indicator(
              other(i.study()), i.numbers(), other(i.line()), i.of().map(Mirror::turned));
      case Value.Ago(Value of, int bars) -> new Value.Ago(turned(of), bars);
      case Value.Since(Test test) -> new Value.Since(of(test).orElse(test));
      case Value.Price(String field) ->
          switch (field) {
            case "high" -> new Value.Price("low");
            case "low" -> new Value.Price("high");
            default -> value;
          };
      case Value.Number _, Value.Computed _, Value.Magnitude _ -> value;
    };
  }

  private static Study other(Study study) {
    return switch (study) {
      case HIGHEST -> Study.LOWEST;
      case LOWEST -> Study.HIGHEST;
      case PLUS_DI -> Study.MINUS_DI;
      case MINUS_DI -> Study.PLUS_DI;
      default -> study;
    };
  }

  private static String other(String line) {
    return switch (line) {
      case "upper" -> "lower";
      case "lower" -> "upper";
      default -> line;
    };
  }
}
