package sorte.change.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import sorte.change.request.Comparison;
import sorte.change.request.Condition;
import sorte.change.request.IndicatorKind;
import sorte.change.request.IndicatorLine;
import sorte.change.request.Operand;
import sorte.change.request.Parameter;
import sorte.change.request.PriceKind;
import sorte.change.request.Rule;
import sorte.change.request.Side;

/// Edits that somebody might ask for, drawn at random: of every kind, most of them possible.
final class Wishes {
  private static final List<String> HOURS = List.of("09:00-17:30", "00:00-24:00", "22:15-06:05");
  private final RandomGenerator random;

  Wishes(RandomGenerator random) {
    this.random = random;
  }

  /// Between one and three edits of a strategy whose source is `text`.
  List<Edit> some(String text) {
    List<Edit> edits = new ArrayList<>();
    int count = random.nextInt(5) > 0 ? 1 : 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      edits.add(one(text));
    }
    return edits;
  }

  private Edit one(String text) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> {
        Parameter parameter = parameter(text);
        yield new Edit.SetParameter(parameter, value(parameter));
      }
      case 2 ->
          new Edit.ScaleParameter(
              parameter(text), decimal(List.of("0.5", "0.8", "1.2", "1.5", "2")));
      case 3 -> {
        Parameter parameter = parameter(text);
        yield new Edit.ShiftParameter(
            parameter,
            fraction(parameter)
                ? decimal(List.of("-0.01", "0.005", "0.01"))
                : decimal(List.of("-3", "-1", "2", "5")));
      }
      case 4 ->
          random.nextInt(3) == 0
              ? new Edit.SetTradingHours(pick(HOURS))
              : new Edit.SetParameter(Parameter.TAKE_PROFIT, value(Parameter.TAKE_PROFIT));
      case 5, 6, 7 -> new Edit.AddCondition(pick(RuleMethod.values()), conditions());
      case 8 ->
          new Edit.RemoveCondition(
              random.nextBoolean() ? null : pick(Rule.values()),
              random.nextInt(3) == 0 ? pick(Side.values()) : null,
              mentioned(text));
      default -> new Edit.SetRule(pick(RuleMethod.values()), conditions());
    };
  }

  /// Rather one that the text has.
  private Parameter parameter(String text) {
    Parameter parameter = pick(Parameter.values());
    for (int i = 0; i < 20 && !isIn(text, parameter); i++) {
      parameter = pick(Parameter.values());
    }
    return parameter;
  }

  private static boolean isIn(String text, Parameter parameter) {
    String folded = parameter.code().replaceAll("[^a-z]", "");
    return text.toLowerCase(java.util.Locale.ROOT).contains(folded);
  }

  private static boolean fraction(Parameter parameter) {
    return switch (parameter) {
      case STOP_LOSS, TAKE_PROFIT, TRAILING_STOP, POSITION_SIZE -> true;
      default -> false;
    };
  }

  private BigDecimal value(Parameter parameter) {
    if (random.nextInt(12) == 0) {
      return decimal(List.of("-1", "0", "14.5", "100000", "0.0000001"));
    }
    if (fraction(parameter)) {
      return BigDecimal.valueOf(5 + random.nextInt(150), 3);
    }
    return switch (parameter) {
      case ATR_MULTIPLIER, BOLLINGER_DEVIATIONS -> BigDecimal.valueOf(5 + random.nextInt(45), 1);
      case RSI_OVERBOUGHT -> BigDecimal.valueOf(50 + random.nextInt(45));
      case RSI_OVERSOLD, ADX_THRESHOLD -> BigDecimal.valueOf(5 + random.nextInt(45));
      default -> BigDecimal.valueOf(2 + random.nextInt(90));
    };
  }

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    int count = random.nextInt(4) > 0 ? 1 : 2;
    while (conditions.size() < count) {
      conditions.add(condition());
    }
    return conditions;
  }

  private Condition condition() {
    Operand left = random.nextInt(8) == 0 ? level() : line();
    Comparison op = pick(Comparison.values());
    if (!op.binary()) {
      return Condition.slope(left, op);
    }
    Operand right = random.nextBoolean() ? level() : line();
    double times = right instanceof Operand.Level || random.nextInt(3) > 0 ? 1 : 1.5;
    return new Condition(left, op, right, times);
  }

  private Operand level() {
    return new Operand.Level(
        random.nextInt(3) == 0 ? random.nextInt(1000) / 8.0 - 20 : 5 + random.nextInt(90));
  }

  private Operand line() {
    return switch (random.nextInt(6)) {
      case 0 -> new Operand.Price(pick(PriceKind.values()));
      case 1 -> new Operand.Volume();
      default -> indicator(pick(IndicatorKind.values()));
    };
  }

  private Operand indicator(IndicatorKind kind) {
    Operand.Indicator operand = Operand.Indicator.of(kind);
    switch (kind) {
      case MACD -> {
        operand = random.nextBoolean() ? operand : operand.withPeriods(8, 21, 5);
        return random.nextBoolean()
            ? operand
            : operand.withLine(
                pick(
                    new IndicatorLine[] {
                      IndicatorLine.MACD, IndicatorLine.SIGNAL, IndicatorLine.HISTOGRAM
                    }));
      }
      case BOLLINGER, DONCHIAN -> {
        operand = random.nextBoolean() ? operand : operand.withPeriod(10 + random.nextInt(40));
        return operand.withLine(
            pick(
                new IndicatorLine[] {
                  IndicatorLine.UPPER, IndicatorLine.MIDDLE, IndicatorLine.LOWER
                }));
      }
      case STOCHASTIC -> {
        return random.nextBoolean() ? operand : operand.withLine(IndicatorLine.D);
      }
      case OBV, VWAP -> {
        return operand;
      }
      default -> {
        return random.nextBoolean() ? operand : operand.withPeriod(2 + random.nextInt(60));
      }
    }
  }

  private String mentioned(String text) {
    String code = pick(IndicatorKind.values()).code();
    for (int i = 0; i < 20 && !text.toLowerCase(java.util.Locale.ROOT).contains(code); i++) {
      code = pick(IndicatorKind.values()).code();
    }
    return random.nextInt(4) > 0 ? code : random.nextBoolean() ? "volume" : "price";
  }

  private BigDecimal decimal(List<String> of) {
    return new BigDecimal(pick(of));
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> T pick(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
