package sorte.change.description;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sorte.change.design.Design;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// The indicators that the rules and terms of a design look at, whatever line of them.
final class Used {
  private final Set<Value> seen = new LinkedHashSet<>();

  private Used() {}

  static Set<Value> by(Design design) {
    Used used = new Used();
    design.enterLong().ifPresent(used::test);
    design.exitLong().ifPresent(used::test);
    design.enterShort().ifPresent(used::test);
    design.exitShort().ifPresent(used::test);
    design.hold().stopDistance().ifPresent(used::value);
    design.hold().stopAt().ifPresent(used::value);
    design.hold().stopAtShort().ifPresent(used::value);
    return used.seen;
  }

  /// The same without their lines.
  static Set<Value> bare(List<Value> values) {
    Used used = new Used();
    values.forEach(used::value);
    return used.seen;
  }

  private void test(Test test) {
    switch (test) {
      case Test.All(var tests) -> tests.forEach(this::test);
      case Test.Any(var tests) -> tests.forEach(this::test);
      case Test.Compare c -> {
        value(c.left());
        value(c.right());
      }
    }
  }

  private void value(Value value) {
    switch (value) {
      case Value.Indicator i -> {
        Optional<Value> of = i.of();
        of.ifPresent(this::value);
        seen.add(i.line(""));
      }
      case Value.Ago(Value of, int _) -> value(of);
      case Value.Since(Test test) -> test(test);
      case Value.Magnitude(Value of) -> value(of);
      case Value.Computed c -> {
        value(c.left());
        value(c.right());
      }
      case Value.Price _, Value.Number _ -> {}
    }
  }
}
