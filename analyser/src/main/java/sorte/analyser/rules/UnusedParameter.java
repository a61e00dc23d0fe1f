package sorte.analyser.rules;

import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.ASTNamedReferenceExpr;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTMethodReference;
import net.sourceforge.pmd.lang.java.ast.ASTRecordComponent;
import net.sourceforge.pmd.lang.java.ast.ASTRecordPattern;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// A parameter of the strategy that nothing asks for: setting it changes nothing.
public final class UnusedParameter extends AbstractJavaRulechainRule {

  public UnusedParameter() {
    super(ASTRecordComponent.class);
  }

  @Override
  public Object visit(ASTRecordComponent node, Object data) {
    boolean parameter = node.getDeclaredAnnotations().nonEmpty();
    if (parameter && !asked(node.getRoot(), node.getVarId().getName())) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  private static boolean asked(ASTCompilationUnit file, String name) {
    return file.descendants()
        .crossFindBoundaries()
        .any(part ->
            (part instanceof ASTMethodCall call
                    && call.getMethodName().equals(name)
                    && call.getArguments().size() == 0)
                || (part instanceof ASTMethodReference reference
                    && reference.getMethodName().equals(name))
                || (part instanceof ASTNamedReferenceExpr named && named.getName().equals(name))
                || part instanceof ASTRecordPattern);
  }
}
