package sorte.analyser.rules;

import net.sourceforge.pmd.lang.java.ast.ASTCastExpression;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTUnaryExpression;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;

/// Whole numbers divided where the result goes on as a fraction: `1 / 2` is 0 before it is one.
public final class IntegerDivision extends AbstractJavaRulechainRule {

  public IntegerDivision() {
    super(ASTInfixExpression.class);
  }

  @Override
  public Object visit(ASTInfixExpression node, Object data) {
    if (node.getOperator() == BinaryOp.DIV
        && node.getTypeMirror().isIntegral()
        && becomesFraction(node)) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  private static boolean becomesFraction(ASTExpression whole) {
    JavaNode parent = whole.getParent();
    if (parent instanceof ASTCastExpression cast) {
      return cast.getTypeMirror().isFloatingPoint();
    }
    if (parent instanceof ASTUnaryExpression unary) {
      return becomesFraction(unary);
    }
    if (parent instanceof ASTInfixExpression infix) {
      if (BinaryOp.COMPARISON_OPS.contains(infix.getOperator())
          || BinaryOp.EQUALITY_OPS.contains(infix.getOperator())) {
        return infix.getLeftOperand().getTypeMirror().isFloatingPoint()
            || infix.getRightOperand().getTypeMirror().isFloatingPoint();
      }
      return infix.getTypeMirror().isFloatingPoint()
          || (infix.getTypeMirror().isIntegral() && becomesFraction(infix));
    }
    JTypeMirror wanted = whole.getConversionContext().getTargetType();
    return wanted != null && wanted.isFloatingPoint();
  }
}
