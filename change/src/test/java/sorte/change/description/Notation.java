package sorte.change.description;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import sorte.change.design.Design;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// A design in a line or two, to hold against what a person wrote down.
final class Notation {
  private Notation() {}

  static String of(Design design) {
    StringBuilder out = new StringBuilder();
    design.timeframe().ifPresent(t -> out.append(t).append(" | "));
    design.enterLong().ifPresent(t -> out.append("+L ").append(test(t)));
    design.exitLong().ifPresent(t -> out.append(" -L ").append(test(t)));
    design.enterShort().ifPresent(t -> out.append(" +S ").append(test(t)));
    design.exitShort().ifPresent(t -> out.append(" -S ").append(test(t)));
    var hold = design.hold();
    hold.stop().ifPresent(v -> out.append(" stop ").append(number(v)));
    hold.stopDistance().ifPresent(v -> out.append(" stop ").append(value(v)));
    hold.target().ifPresent(v -> out.append(" target ").append(number(v)));
    hold.targetByStop().ifPresent(v -> out.append(" times-stop ").append(number(v)));
    hold.risk().ifPresent(v -> out.append(" risk ").append(number(v)));
    hold.trailing().ifPresent(v -> out.append(" trailing ").append(number(v)));
    hold.bars().ifPresent(v -> out.append(" bars ").append(v));
    hold.cooldown().ifPresent(v -> out.append(" cooldown ").append(v));
    hold.size().ifPresent(v -> out.append(" size ").append(number(v)));
    hold.stopAt().ifPresent(v -> out.append(" stop-at ").append(value(v)));
    hold.stopAtShort().ifPresent(v -> out.append(" short-stop-at ").append(value(v)));
    hold.trailingByStop().ifPresent(v -> out.append(" trails-by-stop ").append(number(v)));
    out.append(hold.flatOnly() ? " flat-only" : "");
    hold.hours().ifPresent(v -> out.append(" hours ").append(v));
    return out.toString().strip();
  }

  private static String test(Test test) {
    return switch (test) {
      case Test.All(var tests) -> joined(tests, " & ");
      case Test.Any(var tests) -> joined(tests, " or ");
      case Test.Compare c -> value(c.left()) + " " + c.is().code() + " " + value(c.right());
    };
  }

  private static String joined(List<Test> tests, String sign) {
    return tests.stream().map(Notation::test).collect(Collectors.joining(sign, "(", ")"));
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Price(String field) -> field;
      case Value.Number(double n) -> number(n);
      case Value.Indicator i ->
          i.study().code()
              + (i.line().isEmpty() ? "" : "." + i.line())
              + i.numbers().stream()
                  .map(Notation::number)
                  .collect(Collectors.joining(",", "(", ")"))
              + i.of().map(of -> "{" + value(of) + "}").orElse("");
      case Value.Ago(Value of, int bars) -> value(of) + "@" + bars;
      case Value.Computed c ->
          "(" + value(c.left()) + " " + c.sign().code() + " " + value(c.right()) + ")";
      case Value.Magnitude(Value of) -> "|" + value(of) + "|";
      case Value.Since(Test test) -> "since[" + test(test) + "]";
    };
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
