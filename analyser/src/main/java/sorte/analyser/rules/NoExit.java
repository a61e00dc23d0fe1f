package sorte.analyser.rules;

import java.util.List;
import java.util.Optional;
import net.sourceforge.pmd.lang.java.ast.ASTClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTMethodDeclaration;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// A side that is entered and never left: no rule of exit, none that turns it round, and no terms
/// that end a trade.
public final class NoExit extends AbstractJavaRulechainRule {

  private static final List<String> ENDS =
      List.of("stopLoss", "takeProfit", "takeProfitByStop", "trailingStop", "timeStop");

  public NoExit() {
    super(ASTClassDeclaration.class);
  }

  @Override
  public Object visit(ASTClassDeclaration node, Object data) {
    if (Rules.strategy(node) && !termsEndIt(node)) {
      side(node, "Long", "Short", data);
      side(node, "Short", "Long", data);
    }
    return data;
  }

  private void side(ASTClassDeclaration type, String side, String other, Object data) {
    Optional<ASTMethodDeclaration> enter = Rules.of(type, "enter" + side);
    if (enter.isPresent()
        && Rules.of(type, "exit" + side).isEmpty()
        && Rules.of(type, "enter" + other).isEmpty()) {
      asCtx(data).addViolation(enter.get());
    }
  }

  private static boolean termsEndIt(ASTClassDeclaration type) {
    return Rules.of(type, "terms")
        .map(terms ->
            terms.descendants(ASTMethodCall.class).any(call -> ENDS.contains(call.getMethodName())))
        .orElse(false);
  }
}
