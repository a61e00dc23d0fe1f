package sorte.analyser.rules;

import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// A line compared with itself, or one expression with the same: the answer is known before.
public final class SelfComparison extends AbstractJavaRulechainRule {

  private static final Set<String> COMPARISONS =
      Set.of("above", "below", "atOrAbove", "atOrBelow", "crossesAbove", "crossesBelow");

  public SelfComparison() {
    super(ASTInfixExpression.class, ASTMethodCall.class);
  }

  @Override
  public Object visit(ASTInfixExpression node, Object data) {
    BinaryOp operator = node.getOperator();
    boolean compares =
        BinaryOp.COMPARISON_OPS.contains(operator) || BinaryOp.EQUALITY_OPS.contains(operator);
    if (compares && same(node.getLeftOperand(), node.getRightOperand())) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  @Override
  public Object visit(ASTMethodCall node, Object data) {
    ASTExpression line = node.getQualifier();
    if (line != null
        && Tree.line(line)
        && COMPARISONS.contains(node.getMethodName())
        && node.getArguments().size() == 1
        && same(line, node.getArguments().get(0))) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  private static boolean same(ASTExpression one, ASTExpression other) {
    return Tree.text(one).equals(Tree.text(other)) && !Tree.writes(one);
  }
}
