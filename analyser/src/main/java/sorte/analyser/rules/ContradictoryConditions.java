package sorte.analyser.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTUnaryExpression;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.ast.UnaryOp;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// Two parts of an and chain that are never true together: above and below the same line, a
/// crossing up and one down, a condition and its opposite.
public final class ContradictoryConditions extends AbstractJavaRulechainRule {

  /// A line's comparison, and those that exclude it.
  private static final Map<String, List<String>> EXCLUDES =
      Map.of(
          "above", List.of("below", "atOrBelow", "crossesBelow"),
          "below", List.of("above", "atOrAbove", "crossesAbove"),
          "atOrAbove", List.of("below", "crossesBelow"),
          "atOrBelow", List.of("above", "crossesAbove"),
          "crossesAbove", List.of("crossesBelow", "below", "atOrBelow"),
          "crossesBelow", List.of("crossesAbove", "above", "atOrAbove"),
          "rising", List.of("falling"),
          "falling", List.of("rising"));

  /// The same comparison from the other line's side.
  private static final Map<String, String> TURNED =
      Map.of(
          "above", "below",
          "below", "above",
          "atOrAbove", "atOrBelow",
          "atOrBelow", "atOrAbove",
          "crossesAbove", "crossesBelow",
          "crossesBelow", "crossesAbove");

  private record Comparison(String line, String name, String other) {}

  public ContradictoryConditions() {
    super(ASTInfixExpression.class);
  }

  @Override
  public Object visit(ASTInfixExpression node, Object data) {
    if (node.getOperator() == BinaryOp.CONDITIONAL_AND && Tree.top(node)) {
      List<ASTExpression> parts = Tree.parts(node, BinaryOp.CONDITIONAL_AND);
      if (parts.stream().noneMatch(Tree::writes) && (opposed(parts) || excluded(parts))) {
        asCtx(data).addViolation(node);
      }
    }
    return data;
  }

  private static boolean opposed(List<ASTExpression> parts) {
    List<String> said = parts.stream().map(Tree::text).toList();
    return parts.stream()
        .anyMatch(part ->
            part instanceof ASTUnaryExpression not
                && not.getOperator() == UnaryOp.NEGATION
                && said.contains(Tree.text(not.getOperand())));
  }

  private static boolean excluded(List<ASTExpression> parts) {
    List<Comparison> seen = new ArrayList<>();
    for (ASTExpression part : parts) {
      if (part instanceof ASTMethodCall call
          && call.getQualifier() != null
          && Tree.line(call.getQualifier())
          && EXCLUDES.containsKey(call.getMethodName())) {
        Comparison one = comparison(call);
        if (seen.stream().anyMatch(before -> excludes(before, one))) {
          return true;
        }
        seen.add(one);
      }
    }
    return false;
  }

  private static Comparison comparison(ASTMethodCall call) {
    String line = Tree.text(call.getQualifier());
    String name = call.getMethodName();
    if (call.getArguments().size() == 0) {
      return new Comparison(line, name, "");
    }
    ASTExpression argument = call.getArguments().get(0);
    String other = Tree.text(argument);
    return Tree.line(argument) && other.compareTo(line) < 0
        ? new Comparison(other, TURNED.getOrDefault(name, name), line)
        : new Comparison(line, name, other);
  }

  private static boolean excludes(Comparison a, Comparison b) {
    return a.line().equals(b.line())
        && a.other().equals(b.other())
        && EXCLUDES.getOrDefault(a.name(), List.of()).contains(b.name());
  }
}
