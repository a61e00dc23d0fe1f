package sorte.analyser.rules;

import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// A comparison with NaN: whatever it asks, the answer does not depend on the other side.
public final class NanComparison extends AbstractJavaRulechainRule {

  public NanComparison() {
    super(ASTInfixExpression.class);
  }

  @Override
  public Object visit(ASTInfixExpression node, Object data) {
    BinaryOp operator = node.getOperator();
    boolean compares =
        BinaryOp.COMPARISON_OPS.contains(operator) || BinaryOp.EQUALITY_OPS.contains(operator);
    if (compares && (nan(node.getLeftOperand()) || nan(node.getRightOperand()))) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  private static boolean nan(ASTExpression side) {
    String text = Tree.text(side);
    return text.equals("Double.NaN") || text.equals("Float.NaN") || text.equals("NaN");
  }
}
