package sorte.change.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import sorte.change.request.Condition;
import sorte.change.request.Rule;

/// Conditions put into a rule, or in the place of a rule.
final class Rules {
  private final RuleMethod rule;
  private final Set<String> touched;

  Rules(RuleMethod rule, Set<String> touched) {
    this.rule = rule;
    this.touched = touched;
  }

  private Tree.Kind kind() {
    return rule.rule() == Rule.ENTRY ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR;
  }

  String with(String text, List<Condition> when) throws Stop {
    Shape shape = Shape.read(text);
    Optional<MethodTree> method = shape.method(rule.method());
    List<String> held =
        method.isPresent() && rule.rule() == Rule.ENTRY || when.size() == 1
            ? held(shape, method)
            : List.of();
    Writer writer = new Writer(text, touched);
    for (Condition condition : when) {
      writer.write(condition, held);
    }
    List<String> expressions = writer.expressions();
    if (expressions.isEmpty() || isHeldGroup(shape, method, expressions)) {
      throw Stop.alreadySo("condition-there", rule.phrase());
    }
    touched.add("method:" + rule.method());
    Shape now = Shape.read(writer.text());
    Optional<MethodTree> there = now.method(rule.method());
    if (there.isEmpty()) {
      return created(now, expressions);
    }
    if (rule.rule() == Rule.EXIT) {
      String group = String.join(" && ", expressions);
      return new Operands(now)
          .with(there.get(), kind(), expressions.size() > 1 ? "(" + group + ")" : group);
    }
    String text2 = writer.text();
    for (String expression : expressions) {
      Shape each = Shape.read(text2);
      text2 = new Operands(each).with(each.method(rule.method()).orElseThrow(), kind(), expression);
    }
    return text2;
  }

  /// The operands of a rule in normal form.
  private List<String> held(Shape shape, Optional<MethodTree> method) throws Stop {
    List<String> held = new ArrayList<>();
    if (method.isPresent()) {
      ExpressionTree slot = Logic.stripped(Logic.onlyReturn(method.get()).getExpression());
      for (ExpressionTree operand : Logic.operands(slot, kind())) {
        held.add(normal(shape, Logic.stripped(operand)));
      }
    }
    return held;
  }

  private boolean isHeldGroup(Shape shape, Optional<MethodTree> method, List<String> expressions)
      throws Stop {
    return rule.rule() == Rule.EXIT
        && expressions.size() > 1
        && held(shape, method).contains(String.join("&&", expressions).replace(" ", ""));
  }

  /// `rsi.below(p.rsiOversold())` is `rsi.below(35)` where that is its value.
  static String normal(Shape shape, ExpressionTree tree) {
    if (tree instanceof MethodInvocationTree call
        && call.getArguments().size() == 1
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      var number = new Constants(shape).of(call.getArguments().getFirst());
      if (number.isPresent()) {
        return squeezed(shape, select.getExpression())
            + "."
            + select.getIdentifier()
            + "("
            + Numbers.written(number.get())
            + ")";
      }
    }
    return squeezed(shape, tree);
  }

  /// The code of a tree without what is blank and without comments.
  static String squeezed(Shape shape, Tree tree) {
    JavaSource source = shape.source();
    StringBuilder out = new StringBuilder();
    for (int i = source.start(tree); i < source.end(tree); i++) {
      Layout.Piece piece = source.layout().at(i);
      if (piece == Layout.Piece.CODE || piece == Layout.Piece.LITERAL) {
        out.append(source.text().charAt(i));
      }
    }
    return out.toString().replace("this.", "");
  }

  String replaced(String text, List<Condition> when) throws Stop {
    Writer writer = new Writer(text, touched);
    for (Condition condition : when) {
      writer.write(condition, List.of());
    }
    List<String> expressions = writer.expressions();
    Shape shape = Shape.read(text);
    Optional<MethodTree> method = shape.method(rule.method());
    if (method.isPresent() && says(shape, method.get(), writer.expressions(), when)) {
      throw Stop.alreadySo("rule-so", rule.phrase());
    }
    touched.add("method:" + rule.method());
    Shape now = Shape.read(writer.text());
    Optional<MethodTree> there = now.method(rule.method());
    if (there.isEmpty()) {
      return created(now, expressions);
    }
    String changed = new Operands(now).replaced(there.get(), expressions);
    return Sweep.between(text, changed, touched);
  }

  private boolean says(
      Shape shape, MethodTree method, List<String> expressions, List<Condition> when) {
    if (method.getBody() == null || method.getBody().getStatements().size() != 1) {
      return false;
    }
    try {
      ExpressionTree slot = Logic.stripped(Logic.onlyReturn(method).getExpression());
      List<String> held = new ArrayList<>();
      for (ExpressionTree operand : Logic.operands(slot, Tree.Kind.CONDITIONAL_AND)) {
        held.add(normal(shape, Logic.stripped(operand)));
      }
      Writer dry = new Writer(shape.source().text(), new java.util.TreeSet<>());
      for (Condition condition : when) {
        dry.write(condition, held);
      }
      return dry.expressions().isEmpty() && held.size() == expressions.size();
    } catch (Stop _) {
      return false;
    }
  }

  /// A rule that was not there, in the contract's order of rules.
  private String created(Shape shape, List<String> expressions) {
    List<String> pieces = new ArrayList<>();
    for (String expression : expressions) {
      pieces.add(pieces.isEmpty() ? expression : "&& " + expression);
    }
    Members members = new Members(shape);
    return members.after(
        before(shape),
        new MethodForm(shape).of("boolean", rule.method(), pieces, " "),
        members.betweenMethods());
  }

  /// The member behind which the rule belongs.
  private Tree before(Shape shape) {
    for (int i = rule.ordinal() - 1; i >= 0; i--) {
      Optional<MethodTree> earlier = shape.method(RuleMethod.values()[i].method());
      if (earlier.isPresent()) {
        return earlier.get();
      }
    }
    for (MethodTree method : shape.methods()) {
      if (method.getReturnType() == null) {
        return method;
      }
    }
    return lastField(shape).map(f -> (Tree) f).orElse(shape.record());
  }

  static Optional<VariableTree> lastField(Shape shape) {
    return shape.fields().stream()
        .filter(f -> !f.getModifiers().getFlags().contains(Modifier.STATIC))
        .reduce((_, last) -> last);
  }
}
