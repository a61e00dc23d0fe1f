package sorte.analyser.rules;

import net.sourceforge.pmd.lang.java.ast.ASTClassDeclaration;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// A rule for leaving a side that no rule enters: it is never asked.
public final class DeadExit extends AbstractJavaRulechainRule {

  public DeadExit() {
    super(ASTClassDeclaration.class);
  }

  @Override
  public Object visit(ASTClassDeclaration node, Object data) {
    if (Rules.strategy(node)) {
      for (String side : new String[] {"Long", "Short"}) {
        if (Rules.of(node, "enter" + side).isEmpty()) {
          Rules.of(node, "exit" + side).ifPresent(exit -> asCtx(data).addViolation(exit));
        }
      }
    }
    return data;
  }
}
