package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what speaks of rules: buy and sell when, filters added and removed, rules replaced, new
/// strategies.
final class RuleGrammar {
  private record Trade(Rule rule, Side side, int end) {}

  private record Clauses(List<Condition> conditions, boolean or, boolean unless, int end) {}

  private final Sentence s;
  private final ConditionGrammar conditions;

  RuleGrammar(Sentence sentence) {
    this.s = sentence;
    this.conditions = new ConditionGrammar(sentence);
  }

  @Nullable Parsed read(int i) {
    Parsed parsed = create(i);
    parsed = parsed == null ? replace(i) : parsed;
    parsed = parsed == null ? remove(i) : parsed;
    parsed = parsed == null ? tradeFirst(i) : parsed;
    parsed = parsed == null ? conditionFirst(i) : parsed;
    parsed = parsed == null ? mustFirst(i) : parsed;
    return parsed == null ? addFilter(i) : parsed;
  }

  private @Nullable Trade trade(int start) {
    int i = start;
    String value = s.value(i, "trade");
    if (value == null) {
      return null;
    }
    // a longer phrase of the same place may say more: "entry short"
    for (Concept c : s.at(i).concepts()) {
      value = c.kind().equals("trade") && c.value().length() > value.length() ? c.value() : value;
    }
    Rule rule = value.startsWith("entry") ? Rule.ENTRY : Rule.EXIT;
    Side side = value.endsWith("short") ? Side.SHORT : Side.LONG;
    i++;
    while (i < s.size()) {
      String said = s.value(i, "side");
      if (said != null) {
        side = said.equals("short") ? Side.SHORT : side;
      } else if (!(s.is(i, "noun", "positions") || s.is(i, "noun", "trading")) || s.is(i, "when")) {
        break;
      }
      i++;
    }
    return new Trade(rule, side, i);
  }

  private @Nullable Clauses when(int start) {
    int i = s.skip(start, "only", "comma", "filler");
    boolean unless = s.is(i, "unless");
    boolean direct = !unless && !s.is(i, "when");
    boolean led = direct && s.is(i, "whenon");
    if (direct && !led && !s.anyOf(i, "cmp", "break")) {
      return null;
    }
    conditions.forget();
    int from = direct && !led ? i : i + 1;
    ConditionGrammar.Clause clause = conditions.clause(s.skip(from, "filler", "only"));
    return clause == null
        ? null
        : new Clauses(clause.conditions(), clause.or(), unless, clause.end());
  }

  private @Nullable Parsed tradeFirst(int start) {
    int i = s.skip(start, "only", "filler");
    boolean not = s.is(i, "neg");
    i = s.skip(not ? i + 1 : i, "filler", "only");
    Trade trade = trade(i);
    if (trade == null) {
      return null;
    }
    boolean bare = !s.anyOf(s.skip(trade.end(), "only", "comma", "filler"), "when", "unless");
    boolean compared = s.is(s.skip(trade.end(), "only", "filler"), "cmp");
    Clauses clauses = bare && not && !compared ? null : when(trade.end());
    return clauses == null ? null : rule(trade, not, clauses, clauses.end());
  }

  private @Nullable Parsed conditionFirst(int start) {
    int first = s.skip(start, "only", "filler");
    Clauses clauses = s.anyOf(first, "when", "unless") ? when(first) : null;
    if (clauses == null) {
      return null;
    }
    int i = s.skip(clauses.end(), "comma", "filler", "only");
    boolean not = s.is(i, "neg");
    Trade trade = trade(s.skip(not ? i + 1 : i, "filler"));
    if (trade == null || s.anyOf(s.skip(trade.end(), "only"), "when", "unless")) {
      return null;
    }
    return rule(trade, not, clauses, trade.end());
  }

  /// `ADX must be above 20 to buy`.
  private @Nullable Parsed mustFirst(int start) {
    conditions.forget();
    ConditionGrammar.Clause clause = conditions.clause(start);
    if (clause == null || clause.or()) {
      return null;
    }
    boolean must = false;
    for (int i = start; i < clause.end(); i++) {
      must |= s.is(i, "must");
      if (s.is(i, "neg")) {
        return null;
      }
    }
    int to = s.skip(clause.end(), "prep");
    Trade trade = must && to > clause.end() ? trade(to) : null;
    return trade == null || s.anyOf(trade.end(), "when", "unless")
        ? null
        : rule(
            trade, false, new Clauses(clause.conditions(), false, false, trade.end()), trade.end());
  }

  private @Nullable Parsed rule(Trade trade, boolean not, Clauses clauses, int end) {
    boolean positive = not == clauses.unless();
    if (trade.rule() == Rule.EXIT && (not || clauses.unless())) {
      s.doubt("not-exit");
      return null;
    }
    List<Condition> when = clauses.conditions();
    if (!positive) {
      List<Condition> opposites =
          conditions.opposite(new ConditionGrammar.Clause(when, clauses.or(), end));
      if (opposites == null) {
        return null;
      }
      when = opposites;
    } else if (clauses.or()) {
      return alternatives(trade, when, end);
    }
    return Parsed.of(new Action.AddCondition(null, trade.rule(), trade.side(), when), end);
  }

  /// On the exit each alternative is one more reason to leave; on the entry they cannot be added.
  private @Nullable Parsed alternatives(Trade trade, List<Condition> when, int end) {
    if (trade.rule() == Rule.ENTRY) {
      s.doubt("or-entry");
      return null;
    }
    List<Action> each = new ArrayList<>();
    when.forEach(
        c -> each.add(new Action.AddCondition(null, trade.rule(), trade.side(), List.of(c))));
    return new Parsed(each, end);
  }

  private @Nullable Parsed addFilter(int start) {
    int i = start;
    boolean require = s.is(i, "verb", "require");
    if (!require && !s.is(i, "verb", "add") && !s.is(i, "verb", "use")) {
      return null;
    }
    i++;
    Rule rule = require ? Rule.ENTRY : null;
    Side side = Side.LONG;
    boolean filter = require;
    while (i < s.size()) {
      if (s.is(i, "noun", "entryfilter") || s.is(i, "noun", "exitfilter")) {
        rule = s.is(i, "noun", "entryfilter") ? Rule.ENTRY : Rule.EXIT;
        filter = true;
      } else if (s.is(i, "noun", "filter")) {
        rule = rule == null ? Rule.ENTRY : rule;
        filter = true;
      } else if (s.is(i, "noun", "condition")) {
        filter = true;
      } else if (s.is(i, "rule") && !s.is(i, "price")) {
        rule = "exit".equals(s.value(i, "rule")) ? Rule.EXIT : Rule.ENTRY;
        filter = true;
      } else if (s.is(i, "side")) {
        side = "short".equals(s.value(i, "side")) ? Side.SHORT : Side.LONG;
      } else if (removable(i) != null && s.is(i + 1, "noun", "filter")) {
        filter = true; // "a volume filter: ...": the condition that follows says which
      } else if (!s.anyOf(i, "prep", "comma", "that", "filler", "when", "copula")
          || s.is(i, "ind")) {
        break;
      }
      i++;
    }
    conditions.forget();
    ConditionGrammar.Clause clause = conditions.clause(i);
    boolean after =
        clause != null
            && (s.is(clause.end(), "noun", "filter") || s.is(clause.end(), "noun", "condition"));
    if (clause == null || !filter && !after) {
      return null;
    }
    int end = after ? clause.end() + 1 : clause.end();
    int to = s.skip(end, "prep");
    Trade trade = to > end ? trade(to) : null;
    String named = to > end ? s.value(to, "rule") : null;
    if (trade != null && trade.end() <= s.size() && !s.anyOf(trade.end(), "when", "unless")) {
      rule = trade.rule();
      side = trade.side() == Side.SHORT ? Side.SHORT : side;
      end = trade.end();
    } else if (named != null) {
      rule = named.equals("exit") ? Rule.EXIT : Rule.ENTRY;
      end = to + 1;
    }
    if (rule == null) {
      s.doubt("which-rule");
      return null;
    }
    Trade asked = new Trade(rule, side, end);
    return rule(asked, false, new Clauses(clause.conditions(), clause.or(), false, end), end);
  }

  private @Nullable Parsed replace(int start) {
    boolean verb =
        s.is(start, "verb", "replace")
            || s.is(start, "verb", "set")
            || s.is(start, "verb", "use")
            || s.is(start, "verb", "create");
    int i = verb ? start + 1 : start;
    boolean shortSide = s.is(i, "side", "short") && s.is(i + 1, "rule");
    i = s.is(i, "side") && s.is(i + 1, "rule") ? i + 1 : i;
    String named = s.value(i, "rule");
    if (named == null || !verb) {
      return null;
    }
    i++;
    Side side = shortSide ? Side.SHORT : Side.LONG;
    int before = i;
    while (i < s.size()
        && (s.anyOf(i, "prep", "comma", "side", "copula", "filler", "that", "when"))
        && !s.is(i, "ind")) {
      side = "short".equals(s.value(i, "side")) ? Side.SHORT : side;
      i++;
    }
    if (i == before) {
      return null;
    }
    conditions.forget();
    ConditionGrammar.Clause clause = conditions.clause(i);
    if (clause == null) {
      return null;
    }
    if (clause.or()) {
      s.doubt("or-entry");
      return null;
    }
    Rule rule = named.equals("exit") ? Rule.EXIT : Rule.ENTRY;
    return Parsed.of(new Action.SetRule(null, rule, side, clause.conditions()), clause.end());
  }

  private @Nullable Parsed remove(int start) {
    if (!s.is(start, "verb", "remove")) {
      return null;
    }
    int i = start + 1;
    String indicator = null;
    Rule rule = null;
    Side side = null;
    boolean filter = false;
    while (i < s.size()) {
      String found = removable(i);
      if (s.anyOf(i, "noun") && (s.is(i, "noun", "filter") || s.is(i, "noun", "condition"))) {
        filter = true;
      } else if (s.is(i, "noun", "entryfilter") || s.is(i, "noun", "exitfilter")) {
        rule = s.is(i, "noun", "entryfilter") ? Rule.ENTRY : Rule.EXIT;
        filter = true;
      } else if (found != null && indicator == null) {
        indicator = found;
      } else if (s.is(i, "rule") && rule == null) {
        rule = "exit".equals(s.value(i, "rule")) ? Rule.EXIT : Rule.ENTRY;
      } else if (s.is(i, "side")) {
        side = "short".equals(s.value(i, "side")) ? Side.SHORT : Side.LONG;
      } else if (!s.anyOf(i, "prep", "filler") || s.is(i, "and")) {
        break;
      }
      i++;
    }
    boolean clear =
        filter
            || rule != null
            || indicator != null && !indicator.equals("volume") && !indicator.equals("price");
    if (indicator == null || !clear) {
      return null;
    }
    return Parsed.of(new Action.RemoveCondition(null, rule, side, indicator), i);
  }

  private @Nullable String removable(int i) {
    if (s.is(i, "volume")) {
      return "volume";
    }
    String indicator = s.value(i, "ind");
    String operand = s.value(i, "operand");
    if (indicator != null) {
      return indicator;
    }
    return operand != null ? operand.split(" ")[0] : s.is(i, "price") ? "price" : null;
  }

  private @Nullable Parsed create(int start) {
    if (!s.is(start, "verb", "create")) {
      return null;
    }
    int i = s.skip(start + 1, "verb", "side");
    if (!s.is(i, "noun", "strategy")) {
      return null;
    }
    i = s.is(i + 1, "verb", "create") ? i + 1 : i; // "uma estratégia nova"
    boolean called = s.is(i + 1, "called");
    i = s.skip(i + 1, "called", "comma");
    String name = i < s.size() ? s.name(i) : null;
    name = name == null && called && nameable(i) ? s.at(i).raw() : name;
    i = name == null ? i : i + 1;
    List<Condition> entry = new ArrayList<>();
    List<Condition> exit = new ArrayList<>();
    Side side = null;
    int end = i;
    while (true) {
      int at = s.skip(end, "comma", "that", "and", "filler", "prep", "it");
      Trade trade = trade(at);
      Clauses clauses = trade == null ? null : whenInCreation(trade.end(), entry);
      if (trade == null || clauses == null) {
        break;
      }
      if (clauses.or() || clauses.unless()) {
        s.doubt("or-entry");
        return null;
      }
      (trade.rule() == Rule.ENTRY ? entry : exit).addAll(clauses.conditions());
      if (trade.side() == Side.SHORT) {
        side = Side.SHORT;
      }
      end = clauses.end();
    }
    if (entry.isEmpty() && exit.isEmpty()) {
      s.doubt("empty-strategy");
      return null;
    }
    return Parsed.of(new Action.CreateStrategy(name, side, entry, exit), end);
  }

  /// After "called" a word is a name, whatever else it means.
  private boolean nameable(int i) {
    return i < s.size() && s.at(i).raw().matches("[\\p{L}][\\p{L}\\d-]*");
  }

  /// In a description the next clause may take the last operand up again ("when it crosses").
  private @Nullable Clauses whenInCreation(int start, List<Condition> before) {
    int i = s.skip(start, "only", "comma", "filler");
    if (!s.is(i, "when")) {
      return null;
    }
    if (before.isEmpty()) {
      conditions.forget();
    }
    ConditionGrammar.Clause clause = conditions.clause(i + 1);
    return clause == null
        ? null
        : new Clauses(clause.conditions(), clause.or(), false, clause.end());
  }
}
