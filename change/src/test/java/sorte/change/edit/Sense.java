package sorte.change.edit;

import static sorte.change.edit.Guarantees.require;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.change.request.Comparison;
import sorte.change.request.Condition;
import sorte.change.request.IndicatorLine;
import sorte.change.request.Operand;
import sorte.change.request.Parameter;
import sorte.change.request.Rule;
import sorte.change.request.Side;

/// Whether one edit did what it says, and nothing else: two readings of the source by the JDK's
/// parser, apart from how it was edited.
final class Sense {
  private final Outline before;
  private final Outline after;
  private final Meaning was;
  private final Meaning is;
  private final Set<String> changed;

  Sense(Outline before, Outline after, Set<String> changed) {
    this.before = before;
    this.after = after;
    this.was = new Meaning(before);
    this.is = new Meaning(after);
    this.changed = changed;
  }

  void hold(Edit edit) {
    switch (edit) {
      case Edit.SetParameter set -> value(set.parameter(), Optional.of(set.value()));
      case Edit.ScaleParameter scale -> value(scale.parameter(), Optional.empty());
      case Edit.ShiftParameter shift -> value(shift.parameter(), Optional.empty());
      case Edit.SetTradingHours hours -> {
        require(
            ("\"" + hours.hours() + "\"").equals(is.parameters().get(Parameter.TRADING_HOURS)),
            "the hours are %s",
            is.parameters().get(Parameter.TRADING_HOURS));
        onlyParameter(Parameter.TRADING_HOURS);
      }
      case Edit.AddCondition add -> added(add);
      case Edit.SetRule set -> {
        List<Formula> now = operands(after, is, set.rule(), true);
        conditions(now, set.when());
        otherRules(Set.of(set.rule()));
        leftNothingIdle();
      }
      case Edit.RemoveCondition remove -> removed(remove);
      case Edit.Rename _,
          Edit.ExtractConstants _,
          Edit.ExtractMethod _,
          Edit.Inline _,
          Edit.RemoveDeadCode _,
          Edit.Simplify _,
          Edit.Document _ ->
          throw new IllegalArgumentException("judged by its decisions: " + edit);
    }
  }

  private static List<Formula> operands(
      Outline outline, Meaning meaning, RuleMethod rule, boolean all) {
    return Formula.of(outline, meaning, rule.method(), false)
        .map(f -> f.operands(all))
        .orElse(List.of());
  }

  private void value(Parameter parameter, Optional<BigDecimal> asked) {
    String now = is.parameters().get(parameter);
    String then = was.parameters().get(parameter);
    if (now != null) {
      require(!now.equals(then), "%s is still %s", parameter, now);
      asked.ifPresent(value ->
          require(now.equals(Meaning.plain(value)), "%s is %s, not %s", parameter, now, value));
    }
    onlyParameter(parameter);
    require(changed.size() <= 5, "one value, and %s changed", changed);
    if (changed.size() == 1 && !changed.contains("method:terms")) {
      String label = changed.iterator().next();
      var hunks =
          Lexemes.difference(
              Lexemes.of(before.of(before.parts().get(label))),
              Lexemes.of(after.of(after.parts().get(label))));
      require(
          hunks.size() <= 2
              && Lexemes.code(hunks.getFirst()[1]).stream()
                  .allMatch(l -> l.kind() == Lexemes.Kind.NUMBER || l.is("-")),
          "%s: more than a number changed",
          label);
    }
  }

  /// No other parameter has another value, no rule reads otherwise.
  private void onlyParameter(Parameter parameter) {
    Map<Parameter, String> then = new TreeMap<>(was.parameters());
    Map<Parameter, String> now = new TreeMap<>(is.parameters());
    then.remove(parameter);
    now.remove(parameter);
    require(then.equals(now), "other values changed: %s became %s", then, now);
    for (RuleMethod rule : RuleMethod.values()) {
      require(
          changed.contains("method:" + rule.method())
              || code(before, rule).equals(code(after, rule)),
          "%s changed",
          rule);
    }
  }

  private static String code(Outline outline, RuleMethod rule) {
    var part = outline.parts().get("method:" + rule.method());
    return part == null ? "" : outline.of(part);
  }

  private void added(Edit.AddCondition add) {
    boolean all = add.rule().rule() == Rule.ENTRY;
    List<String> then = texts(operands(before, was, add.rule(), all));
    List<Formula> nowOperands = operands(after, is, add.rule(), all);
    List<String> now = texts(nowOperands);
    require(
        now.size() > then.size() && now.subList(0, then.size()).equals(then),
        "%s became %s",
        then,
        now);
    List<Formula> fresh = nowOperands.subList(then.size(), now.size());
    if (all) {
      List<Formula> held = new ArrayList<>(operands(before, was, add.rule(), true));
      List<Condition> missing = new ArrayList<>();
      for (Condition condition : add.when()) {
        if (held.stream().noneMatch(h -> h.toString().matches(pattern(condition)))) {
          missing.add(condition);
        }
      }
      conditions(fresh, missing);
    } else {
      require(fresh.size() == 1, "one more reason, were %s", fresh);
      conditions(fresh.getFirst().operands(true), add.when());
    }
    otherRules(Set.of(add.rule()));
    for (Map.Entry<Parameter, String> value : was.parameters().entrySet()) {
      require(value.getValue().equals(is.parameters().get(value.getKey())), "%s changed", value);
    }
    require(after.parts().keySet().containsAll(before.parts().keySet()), "something went");
  }

  private static List<String> texts(List<Formula> formulas) {
    return formulas.stream().map(Object::toString).toList();
  }

  /// `formulas` are exactly these conditions, in order, none twice.
  private void conditions(List<Formula> formulas, List<Condition> when) {
    int at = 0;
    for (Condition condition : when) {
      String pattern = pattern(condition);
      if (at < formulas.size() && formulas.get(at).toString().matches(pattern)) {
        at++;
      } else {
        require(
            formulas.subList(0, at).stream().anyMatch(f -> f.toString().matches(pattern)),
            "%s is not in %s (%s)",
            condition,
            formulas,
            pattern);
      }
    }
    require(at == formulas.size(), "more than was asked: %s", formulas);
  }

  /// How a condition reads, what was not said left open.
  private static String pattern(Condition condition) {
    Operand left = condition.left();
    Operand right = condition.right();
    String op = word(condition.op());
    if (right == null) {
      return operand(left) + " " + op;
    }
    if (left instanceof Operand.Level && condition.times() == 1) {
      return operand(right) + " " + word(mirrored(condition.op())) + " " + operand(left);
    }
    String times =
        condition.times() == 1 ? "" : "\\*" + Meaning.plain(BigDecimal.valueOf(condition.times()));
    String object =
        right instanceof Operand.Level level
            ? number(level.number() * condition.times())
            : operand(right) + times;
    return operand(left) + " " + op + " " + object;
  }

  private static String word(Comparison op) {
    return switch (op) {
      case BELOW -> "below";
      case AT_OR_BELOW -> "atOrBelow";
      case ABOVE -> "above";
      case AT_OR_ABOVE -> "atOrAbove";
      case CROSSES_ABOVE -> "crossesAbove";
      case CROSSES_BELOW -> "crossesBelow";
      case RISING -> "rising";
      case FALLING -> "falling";
    };
  }

  private static Comparison mirrored(Comparison op) {
    return switch (op) {
      case BELOW -> Comparison.ABOVE;
      case AT_OR_BELOW -> Comparison.AT_OR_ABOVE;
      case ABOVE -> Comparison.BELOW;
      case AT_OR_ABOVE -> Comparison.AT_OR_BELOW;
      case CROSSES_ABOVE -> Comparison.CROSSES_BELOW;
      case CROSSES_BELOW -> Comparison.CROSSES_ABOVE;
      case RISING, FALLING -> throw new IllegalStateException("a slope has one side");
    };
  }

  private static String number(double value) {
    return java.util.regex.Pattern.quote(Meaning.plain(BigDecimal.valueOf(value)));
  }

  private static String operand(Operand operand) {
    return switch (operand) {
      case Operand.Price price -> price.price().code();
      case Operand.Volume _ -> "volume";
      case Operand.Level level -> number(level.number());
      case Operand.Indicator indicator -> {
        IndicatorLine line = indicator.line();
        String lines =
            switch (indicator.kind()) {
              case STOCHASTIC -> line == null ? "\\.k" : "\\." + line.code();
              case MACD -> line == null || line == IndicatorLine.MACD ? "" : "\\." + line.code();
              default -> line == null ? "" : "\\." + line.code();
            };
        Integer period = indicator.period() == null ? indicator.fast() : indicator.period();
        yield indicator.kind().code()
            + "\\["
            + (period == null ? "[^]]*" : "(high, |low, )?" + period + "\\b[^]]*")
            + "\\]"
            + lines;
      }
    };
  }

  private void otherRules(Set<RuleMethod> meant) {
    for (RuleMethod rule : RuleMethod.values()) {
      if (!meant.contains(rule)) {
        require(code(before, rule).equals(code(after, rule)), "%s changed", rule);
      }
    }
    for (String label : changed) {
      require(
          label.matches("(method|component|field|import|type):.*"), "%s is none of ours", label);
    }
    require(!changed.contains("method:terms"), "the terms changed");
  }

  private void removed(Edit.RemoveCondition remove) {
    Set<String> gone = was.speakingOf(remove.indicator());
    Set<RuleMethod> meant = new TreeSet<>();
    for (RuleMethod rule : RuleMethod.values()) {
      boolean asked =
          (remove.on() == null || remove.on() == rule.rule())
              && (remove.side() == null || remove.side() == rule.side());
      if (!code(before, rule).equals(code(after, rule))) {
        require(asked, "%s was not asked for", rule);
        meant.add(rule);
      }
    }
    boolean sided = remove.side() != null;
    for (RuleMethod rule : RuleMethod.values()) {
      Optional<Formula> then = Formula.of(before, was, rule.method(), true);
      Optional<Formula> now = Formula.of(after, is, rule.method(), true);
      boolean asked =
          (remove.on() == null || remove.on() == rule.rule())
              && (sided ? remove.side() == rule.side() : rule.side() == Side.LONG);
      if (then.isEmpty() || !asked && !meant.contains(rule)) {
        continue;
      }
      Formula left =
          then.get()
              .without(atom ->
                  atom.names().stream().anyMatch(gone::contains)
                      || atom.names().contains(call(remove.indicator()) + "()"));
      require(
          left != null && now.isPresent() && left.toString().equals(now.get().toString()),
          "%s: %s became %s, not %s",
          rule,
          then.get(),
          now,
          left);
    }
    leftNothingIdle();
  }

  private static String call(String code) {
    return code.equals("volume-sma") ? "volumeSma" : code;
  }

  /// What the edit left without a use is gone, and what went has no use.
  private void leftNothingIdle() {
    List<Lexemes.Lexeme> then = Lexemes.code(before.text());
    List<Lexemes.Lexeme> now = Lexemes.code(after.text());
    for (String label : before.parts().keySet()) {
      String name = label.replaceAll(".*[:. ]", "");
      if (!label.matches("(field|component|import):.*") || name.equals("*")) {
        continue;
      }
      boolean function = label.startsWith("import:") && !Character.isUpperCase(name.charAt(0));
      if (function) {
        continue;
      }
      boolean usedThen = uses(then, name) > 1;
      if (!after.parts().containsKey(label)) {
        require(uses(now, name) == 0, "%s went and is used", label);
        require(usedThen, "%s went and nobody used it before", label);
      } else if (usedThen && !after.of(after.parts().get(label)).matches("(?s).*\\bstatic\\b.*")) {
        require(uses(now, name) > 1, "%s was left without a use", label);
      }
    }
  }

  private static int uses(List<Lexemes.Lexeme> code, String name) {
    int uses = 0;
    for (int i = 0; i < code.size(); i++) {
      boolean called = i + 1 < code.size() && code.get(i + 1).is("(");
      boolean of = i > 0 && code.get(i - 1).is(".");
      if (code.get(i).is(name) && (!called || of || Character.isUpperCase(name.charAt(0)))) {
        uses++;
      }
    }
    return uses;
  }
}
