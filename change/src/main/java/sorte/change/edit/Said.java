package sorte.change.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.request.Condition;
import sorte.change.request.Operand;

/// Conditions said back to a person: `rsi < 35 and volume > 2 x volume-sma`.
final class Said {
  private Said() {}

  static Phrase conditions(List<Condition> conditions) {
    Phrase said = condition(conditions.getFirst());
    for (Condition condition : conditions.subList(1, conditions.size())) {
      said = Phrase.of("and", said, condition(condition));
    }
    return said;
  }

  private static Phrase condition(Condition condition) {
    Phrase left = Phrase.of("plain", operand(condition.left()));
    Phrase right =
        condition.times() == 1
            ? Phrase.of("plain", operand(condition.right()))
            : Phrase.of("times", Numbers.decimal(condition.times()), operand(condition.right()));
    return switch (condition.op()) {
      case RISING, FALLING -> Phrase.of("op." + condition.op().code(), left);
      case CROSSES_ABOVE, CROSSES_BELOW -> Phrase.of("op." + condition.op().code(), left, right);
      case BELOW, AT_OR_BELOW, ABOVE, AT_OR_ABOVE ->
          Phrase.of("op.compare", left, right, condition.op().code());
    };
  }

  private static Object operand(@Nullable Operand operand) {
    return switch (operand) {
      case null -> "";
      case Operand.Price price -> price.price().code();
      case Operand.Volume _ -> "volume";
      case Operand.Level level -> Numbers.decimal(level.number());
      case Operand.Indicator indicator -> indicator(indicator);
    };
  }

  private static String indicator(Operand.Indicator indicator) {
    List<String> numbers = new ArrayList<>();
    for (var number : IndicatorForm.of(indicator.kind()).said(indicator)) {
      if (number != null) {
        numbers.add(Numbers.written(number));
      }
    }
    var line = indicator.line();
    return indicator.kind().code()
        + (line == null || line.code().equals(indicator.kind().code()) ? "" : "." + line.code())
        + (numbers.isEmpty() ? "" : "(" + String.join(", ", numbers) + ")");
  }
}
