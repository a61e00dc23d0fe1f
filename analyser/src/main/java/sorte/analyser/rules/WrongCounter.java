package sorte.analyser.rules;

import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.ASTNamedReferenceExpr;
import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.AccessType;
import net.sourceforge.pmd.lang.java.ast.ASTForInit;
import net.sourceforge.pmd.lang.java.ast.ASTForStatement;
import net.sourceforge.pmd.lang.java.ast.ASTForUpdate;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// An inner loop that moves the counter of the one around it.
public final class WrongCounter extends AbstractJavaRulechainRule {

  public WrongCounter() {
    super(ASTForUpdate.class);
  }

  @Override
  public Object visit(ASTForUpdate node, Object data) {
    boolean outer =
        node.ancestors(ASTForStatement.class)
            .drop(1)
            .children(ASTForInit.class)
            .descendants(ASTVariableId.class)
            .any(counter -> moved(node, counter));
    if (outer) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  private static boolean moved(ASTForUpdate update, ASTVariableId counter) {
    return update
        .descendants()
        .filterIs(ASTNamedReferenceExpr.class)
        .any(named ->
            named.getAccessType() == AccessType.WRITE
                && counter.getSymbol().equals(named.getReferencedSym()));
  }
}
