package sorte.analyser.rules;

import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.ASTNamedReferenceExpr;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTIfStatement;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// A part of an and/or chain that is always the same: the whole is decided, or the part says
/// nothing. A rule that is meant to be never true is left out. A constant with a name is a switch.
public final class ConstantCondition extends AbstractJavaRulechainRule {

  public ConstantCondition() {
    super(ASTInfixExpression.class, ASTIfStatement.class);
  }

  @Override
  public Object visit(ASTInfixExpression node, Object data) {
    BinaryOp operator = node.getOperator();
    if (BinaryOp.CONDITIONAL_OPS.contains(operator)
        && Tree.top(node)
        && Tree.parts(node, operator).stream().anyMatch(ConstantCondition::known)) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  @Override
  public Object visit(ASTIfStatement node, Object data) {
    if (known(node.getCondition())) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  private static boolean known(ASTExpression part) {
    return part.getConstValue() instanceof Boolean
        && part.descendantsOrSelf().none(inside -> inside instanceof ASTNamedReferenceExpr);
  }
}
