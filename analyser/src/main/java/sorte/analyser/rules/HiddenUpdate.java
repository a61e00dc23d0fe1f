package sorte.analyser.rules;

import net.sourceforge.pmd.lang.java.ast.ASTConditionalExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// A call that updates state behind `&&`, `||` or `?:`: on bars where what stands before it
/// decides, the state stays behind. Who means that writes an `if`.
public final class HiddenUpdate extends AbstractJavaRulechainRule {

  public HiddenUpdate() {
    super(ASTMethodCall.class);
  }

  @Override
  public Object visit(ASTMethodCall node, Object data) {
    if (hidden(node) && Tree.keepsState(node)) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  private static boolean hidden(JavaNode node) {
    for (JavaNode at = node; at.getParent() != null; at = at.getParent()) {
      JavaNode parent = at.getParent();
      if (parent instanceof ASTInfixExpression infix
          && BinaryOp.CONDITIONAL_OPS.contains(infix.getOperator())
          && infix.getRightOperand() == at) {
        return true;
      }
      if (parent instanceof ASTConditionalExpression choice && choice.getCondition() != at) {
        return true;
      }
      if (!(parent instanceof net.sourceforge.pmd.lang.java.ast.ASTExpression)
          && !(parent instanceof net.sourceforge.pmd.lang.java.ast.ASTArgumentList)) {
        return false;
      }
    }
    return false;
  }
}
