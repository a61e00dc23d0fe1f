package sorte.analyser.rules;

import java.util.Optional;
import net.sourceforge.pmd.lang.java.ast.ASTClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTMethodDeclaration;
import net.sourceforge.pmd.lang.java.types.TypeTestUtil;

/// The rules that a strategy's class declares.
final class Rules {

  private Rules() {}

  static boolean strategy(ASTClassDeclaration type) {
    return type.isTopLevel() && TypeTestUtil.isA("sorte.strategy.Strategy", type);
  }

  static Optional<ASTMethodDeclaration> of(ASTClassDeclaration type, String name) {
    return type.getDeclarations(ASTMethodDeclaration.class)
        .toStream()
        .filter(method -> method.getName().equals(name) && method.getArity() == 0)
        .findFirst();
  }
}
