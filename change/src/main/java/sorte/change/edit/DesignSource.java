package sorte.change.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sorte.change.design.Design;
import sorte.change.design.Hold;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// A strategy's source from a design: parameters, indicators, constructor, rules, terms, in the
/// contract's order.
final class DesignSource {
  private static final int WIDTH = 96;

  private final Design design;
  private final DesignParts parts = new DesignParts();
  private final DesignLines lines;
  private final Set<Double> lowRsi = new LinkedHashSet<>();
  private final Set<Double> highRsi = new LinkedHashSet<>();
  private final Set<Double> adx = new LinkedHashSet<>();
  private String oversold = "";
  private String overbought = "";
  private String strength = "";

  private DesignSource(Design design) {
    this.design = design;
    List<Value> values = new ArrayList<>();
    for (Test test : rules()) {
      values(test, values);
    }
    design.hold().stopDistance().ifPresent(values::add);
    design.hold().stopAt().ifPresent(values::add);
    design.hold().stopAtShort().ifPresent(values::add);
    this.lines = new DesignLines(parts, DesignLines.variants(values));
  }

  private List<Test> rules() {
    List<Test> rules = new ArrayList<>();
    design.enterLong().ifPresent(rules::add);
    design.exitLong().ifPresent(rules::add);
    design.enterShort().ifPresent(rules::add);
    design.exitShort().ifPresent(rules::add);
    return rules;
  }

  static String of(String type, Design design) throws Stop {
    return new DesignSource(design).written(type);
  }

  private String written(String type) throws Stop {
    thresholds();
    StringBuilder rules = new StringBuilder();
    rules.append(rule("enterLong", design.enterLong()));
    rules.append(rule("exitLong", design.exitLong()));
    rules.append(rule("enterShort", design.enterShort()));
    rules.append(rule("exitShort", design.exitShort()));
    String terms = terms();
    StringBuilder out = new StringBuilder("package sorte.strategies;\n\n");
    for (String name : parts.imports()) {
      out.append("import sorte.strategy.").append(name).append(";\n");
    }
    out.append("\n/// Made from a description of the owner's.\n");
    out.append("public final class %s extends Strategy<%s.Parameters> {\n\n".formatted(type, type));
    out.append("  public record Parameters(");
    List<String> components = parts.components();
    for (int i = 0; i < components.size(); i++) {
      out.append(i == 0 ? "\n      " : ",\n      ").append(components.get(i));
    }
    out.append(") {}\n");
    for (String field : parts.fields()) {
      out.append(out.charAt(out.length() - 2) == '}' ? "\n" : "")
          .append("  ")
          .append(field)
          .append("\n");
    }
    out.append(
        "\n  public %s(Market market, Parameters p) {\n    super(market, p);\n  }\n"
            .formatted(type));
    return out.append(rules).append(terms).append("}\n").toString();
  }

  private String rule(String name, Optional<Test> test) throws Stop {
    if (test.isEmpty()) {
      return "";
    }
    return "\n  @Override\n  public boolean "
        + name
        + "() {\n    return "
        + test(test.get(), "        ", false)
        + ";\n  }\n";
  }

  private String test(Test test, String indent, boolean inner) throws Stop {
    return switch (test) {
      case Test.All(var tests) -> joined(tests, "&&", indent, inner);
      case Test.Any(var tests) -> joined(tests, "||", indent, inner);
      case Test.Compare c -> compare(c);
    };
  }

  private String joined(List<Test> tests, String sign, String indent, boolean inner) throws Stop {
    List<String> said = new ArrayList<>();
    for (Test test : tests) {
      said.add(test(test, indent + "    ", true));
    }
    String one = String.join(" " + sign + " ", said);
    boolean fits = inner && one.length() + indent.length() < WIDTH && !one.contains("\n");
    String text = fits ? one : String.join("\n" + indent + sign + " ", said);
    return inner ? "(" + text + ")" : text;
  }

  private String compare(Test.Compare c) throws Stop {
    if (c.left() instanceof Value.Number) {
      return compare(new Test.Compare(c.right(), c.is().turned(), c.left()));
    }
    if (c.right() instanceof Value.Ago(Value of, int bars)
        && bars == 1
        && of.equals(c.left())
        && (c.is() == Test.Is.ABOVE || c.is() == Test.Is.BELOW)) {
      return lines.line(c.left()) + (c.is() == Test.Is.ABOVE ? ".rising()" : ".falling()");
    }
    String left = lines.line(c.left());
    String right = right(c);
    if (left.equals(right)) {
      throw Stop.notPossible("with-itself", left);
    }
    if (c.is() == Test.Is.CROSSES) {
      return "(%s.crossesAbove(%s) || %s.crossesBelow(%s))".formatted(left, right, left, right);
    }
    String method =
        switch (c.is()) {
          case BELOW -> "below";
          case AT_OR_BELOW -> "atOrBelow";
          case ABOVE -> "above";
          case AT_OR_ABOVE -> "atOrAbove";
          case CROSSES_ABOVE -> "crossesAbove";
          default -> "crossesBelow";
        };
    return left + "." + method + "(" + right + ")";
  }

  private String right(Test.Compare c) throws Stop {
    return switch (c.right()) {
      case Value.Number(double n) -> threshold(c.left(), n);
      case Value.Computed(Value.Sign sign, Value line, Value.Number(double n))
          when sign == Value.Sign.TIMES && !(line instanceof Value.Number) ->
          lines.line(line) + ".times(" + Numbers.written(Numbers.decimal(n)) + ")";
      case Value.Computed(Value.Sign sign, Value.Number(double n), Value line)
          when sign == Value.Sign.TIMES && !(line instanceof Value.Number) ->
          lines.line(line) + ".times(" + Numbers.written(Numbers.decimal(n)) + ")";
      case Value line -> lines.line(line);
    };
  }

  /// Levels of an RSI and an ADX that stand alone are parameters, so that sentences can change
  /// them.
  private void thresholds() {
    for (Test rule : rules()) {
      levels(rule);
    }
    if (lowRsi.size() == 1) {
      oversold = parts.level("rsiOversold", lowRsi.iterator().next(), "5", "50");
    }
    if (highRsi.size() == 1) {
      overbought = parts.level("rsiOverbought", highRsi.iterator().next(), "50", "95");
    }
    if (adx.size() == 1) {
      strength = parts.level("adxThreshold", adx.iterator().next(), "5", "60");
    }
  }

  private void levels(Test test) {
    switch (test) {
      case Test.All(var tests) -> tests.forEach(this::levels);
      case Test.Any(var tests) -> tests.forEach(this::levels);
      case Test.Compare c -> {
        if (c.left() instanceof Value.Indicator i && c.right() instanceof Value.Number(double n)) {
          if (i.study() == Study.RSI && n >= 5 && n < 50) {
            lowRsi.add(n);
          } else if (i.study() == Study.RSI && n > 50 && n <= 95) {
            highRsi.add(n);
          } else if (i.study() == Study.ADX && n >= 5 && n <= 60) {
            adx.add(n);
          }
        }
      }
    }
  }

  private String threshold(Value left, double n) {
    if (left instanceof Value.Indicator i) {
      if (i.study() == Study.RSI && lowRsi.contains(n) && !oversold.isEmpty()) {
        return oversold;
      }
      if (i.study() == Study.RSI && highRsi.contains(n) && !overbought.isEmpty()) {
        return overbought;
      }
      if (i.study() == Study.ADX && adx.contains(n) && !strength.isEmpty()) {
        return strength;
      }
    }
    return Numbers.written(Numbers.decimal(n));
  }

  private String terms() throws Stop {
    Hold hold = design.hold();
    boolean plain =
        !hold.ends() && hold.cooldown().isEmpty() && hold.hours().isEmpty() && !hold.flatOnly();
    if (plain && hold.size().orElse(1) >= 1) {
      return "";
    }
    parts.imported("Terms");
    List<String> calls = new ArrayList<>();
    boolean whole = hold.size().orElse(1) >= 1;
    calls.add(
        whole
            ? "Terms.allIn()"
            : "Terms.invest("
                + parts.number("positionSize", "Fraction", hold.size().getAsDouble(), "0.01", "1")
                + ")");
    if (hold.stop().isPresent()) {
      calls.add(
          ".stopLoss("
              + parts.number("stopLoss", "Fraction", hold.stop().getAsDouble(), "0.002", "0.2")
              + ")");
    }
    if (hold.stopDistance().isPresent()) {
      calls.add(".stopLoss(" + distance(hold.stopDistance().get()) + ")");
    }
    stopAt(hold).ifPresent(calls::add);
    if (hold.target().isPresent()) {
      calls.add(
          ".takeProfit("
              + parts.number("takeProfit", "Fraction", hold.target().getAsDouble(), "0.005", "0.5")
              + ")");
    }
    if (hold.targetByStop().isPresent()) {
      calls.add(
          ".takeProfitByStop("
              + parts.number(
                  "rewardMultiplier", "Multiple", hold.targetByStop().getAsDouble(), "0.2", "20")
              + ")");
    }
    if (hold.risk().isPresent()) {
      calls.add(
          ".risk("
              + parts.number("risk", "Fraction", hold.risk().getAsDouble(), "0.0005", "0.2")
              + ")");
    }
    if (hold.trailing().isPresent()) {
      calls.add(
          ".trailingStop("
              + parts.number(
                  "trailingStop", "Fraction", hold.trailing().getAsDouble(), "0.002", "0.3")
              + ")");
    }
    if (hold.trailingByStop().isPresent()) {
      calls.add(
          ".trailingStopByStop("
              + parts.number(
                  "trailingMultiplier",
                  "Multiple",
                  hold.trailingByStop().getAsDouble(),
                  "0.1",
                  "20")
              + ")");
    }
    if (hold.bars().isPresent()) {
      calls.add(".timeStop(" + parts.bars("timeStop", hold.bars().getAsInt()) + ")");
    }
    if (hold.cooldown().isPresent()) {
      calls.add(".cooldown(" + parts.bars("cooldown", hold.cooldown().getAsInt()) + ")");
    }
    if (hold.flatOnly()) {
      calls.add(".withoutReversing()");
    }
    hold.hours().ifPresent(hours -> calls.add(".tradingHours(\"" + hours + "\")"));
    return "\n  @Override\n  public Terms terms() {\n    return "
        + String.join("\n        ", calls)
        + ";\n  }\n";
  }

  /// A stop at a price is as far away as the price is from it at the close of the decision.
  private Optional<String> stopAt(Hold hold) throws Stop {
    List<String> distances = new ArrayList<>();
    Value close = new Value.Price("close");
    if (hold.stopAt().isPresent()) {
      distances.add(away(close, hold.stopAt().get()));
    }
    if (hold.stopAtShort().isPresent()) {
      distances.add(away(hold.stopAtShort().get(), close));
    }
    return distances.isEmpty()
        ? Optional.empty()
        : Optional.of(".stopLoss(" + String.join(", ", distances) + ")");
  }

  private String away(Value above, Value below) throws Stop {
    return lines.line(new Value.Computed(Value.Sign.MINUS, above, below)) + ".times(1)";
  }

  private String distance(Value value) throws Stop {
    if (value instanceof Value.Computed(Value.Sign sign, Value line, Value.Number(double n))
        && sign == Value.Sign.TIMES) {
      return lines.line(line)
          + ".times("
          + parts.number("atrMultiplier", "Multiple", n, "0.5", "10")
          + ")";
    }
    return lines.line(value) + ".times(1)";
  }

  /// The values that a test compares.
  static List<Value> values(Test test) {
    List<Value> values = new ArrayList<>();
    values(test, values);
    return values;
  }

  private static void values(Test test, List<Value> into) {
    switch (test) {
      case Test.All(var tests) -> tests.forEach(t -> values(t, into));
      case Test.Any(var tests) -> tests.forEach(t -> values(t, into));
      case Test.Compare c -> {
        into.add(c.left());
        into.add(c.right());
      }
    }
  }
}
