package sorte.analyser.rules;

import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.AccessType;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;

/// A field that nothing in the file reads.
public class UnreadField extends AbstractJavaRulechainRule {

  private final boolean lines;

  public UnreadField() {
    this(false);
  }

  /// @param lines whether it looks at lines, or at all that are none
  UnreadField(boolean lines) {
    super(ASTVariableId.class);
    this.lines = lines;
  }

  @Override
  public Object visit(ASTVariableId node, Object data) {
    if (node.isField()
        && Tree.line(node) == lines
        && node.getLocalUsages().stream()
            .noneMatch(usage -> usage.getAccessType() == AccessType.READ)) {
      asCtx(data).addViolation(node);
    }
    return data;
  }
}
