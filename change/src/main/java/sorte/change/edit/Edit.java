package sorte.change.edit;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.request.Condition;
import sorte.change.request.Parameter;
import sorte.change.request.Rule;
import sorte.change.request.Side;

/// One change of one strategy's source, as a value. `docs/contracts/strategy.md`, "Where each edit
/// goes", says which bytes each of them means.
public sealed interface Edit {

  /// The default of a parameter becomes `value`, within the bounds that the source declares. A
  /// parameter that is not there, but that the terms of holding know, is added with its call.
  record SetParameter(Parameter parameter, BigDecimal value) implements Edit {}

  /// new = old × factor
  record ScaleParameter(Parameter parameter, BigDecimal factor) implements Edit {}

  /// new = old + by
  record ShiftParameter(Parameter parameter, BigDecimal by) implements Edit {}

  /// The hours in which a trade may be entered, `HH:MM-HH:MM`.
  record SetTradingHours(String hours) implements Edit {}

  /// Entry: must hold as well. Exit: one more reason to leave. Conditions of one edit hold
  /// together.
  record AddCondition(RuleMethod rule, List<Condition> when) implements Edit {
    public AddCondition {
      when = List.copyOf(when);
    }
  }

  /// The operands that use an indicator go, with what nobody else uses. `indicator` is an
  /// indicator's code, `volume` or `price`; a rule or side that was not said is null.
  record RemoveCondition(@Nullable Rule on, @Nullable Side side, String indicator)
      implements Edit {}

  /// The rule becomes exactly these conditions; what became unused goes.
  record SetRule(RuleMethod rule, List<Condition> when) implements Edit {
    public SetRule {
      when = List.copyOf(when);
    }
  }

  /// A member, a parameter, a variable or a nested type takes another name, in all its uses.
  record Rename(String from, String to) implements Edit {}

  /// Numbers in rules and indicators get names; `from` is the member they stand in, null for all.
  record ExtractConstants(@Nullable String from) implements Edit {}

  /// What several rules say, or one rule in parentheses, becomes a method; `to` is its name.
  record ExtractMethod(@Nullable String to) implements Edit {}

  /// What a variable, constant or private method stands for is written where it is used.
  record Inline(String name) implements Edit {}

  /// What nobody uses goes: variables, private members, imports.
  record RemoveDeadCode() implements Edit {}

  /// Double negations, comparisons with `true`, parentheses without need.
  record Simplify() implements Edit {}

  /// A comment that says what a rule does, above each rule that has none.
  record Document() implements Edit {}
}
