package sorte.analyser.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// The same part twice in one and/or chain: one of the two was meant to be something else.
public final class DuplicateCondition extends AbstractJavaRulechainRule {

  public DuplicateCondition() {
    super(ASTInfixExpression.class);
  }

  @Override
  public Object visit(ASTInfixExpression node, Object data) {
    BinaryOp operator = node.getOperator();
    if (BinaryOp.CONDITIONAL_OPS.contains(operator) && Tree.top(node)) {
      List<ASTExpression> parts = Tree.parts(node, operator);
      Set<String> seen = new HashSet<>();
      for (ASTExpression part : parts) {
        if (!seen.add(Tree.text(part)) && !Tree.writes(part)) {
          asCtx(data).addViolation(part);
        }
      }
    }
    return data;
  }
}
