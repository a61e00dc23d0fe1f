package sorte.analyser.rules;

import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr;
import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.ASTNamedReferenceExpr;
import net.sourceforge.pmd.lang.java.ast.ASTAssignmentExpression;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTMethodDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTUnaryExpression;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.ast.TypeNode;
import net.sourceforge.pmd.lang.java.symbols.JFieldSymbol;
import net.sourceforge.pmd.lang.java.types.TypeTestUtil;

/// What several rules ask of the syntax tree.
final class Tree {

  private static final String LINE = "sorte.strategy.Line";

  private Tree() {}

  /// Whether it is a line of the strategy API, or an indicator of one's own.
  static boolean line(TypeNode node) {
    return TypeTestUtil.isA(LINE, node);
  }

  /// The parts of a chain of one operator, nested as they may be.
  static List<ASTExpression> parts(ASTExpression whole, BinaryOp operator) {
    List<ASTExpression> parts = new ArrayList<>();
    gather(whole, operator, parts);
    return parts;
  }

  private static void gather(ASTExpression at, BinaryOp operator, List<ASTExpression> parts) {
    if (at instanceof ASTInfixExpression infix && infix.getOperator() == operator) {
      gather(infix.getLeftOperand(), operator, parts);
      gather(infix.getRightOperand(), operator, parts);
    } else {
      parts.add(at);
    }
  }

  /// Whether it is the top of a chain of its operator.
  static boolean top(ASTInfixExpression node) {
    return !(node.getParent() instanceof ASTInfixExpression parent
        && parent.getOperator() == node.getOperator());
  }

  /// What it says, without blanks and the brackets around it.
  static String text(ASTExpression node) {
    StringBuilder text = new StringBuilder();
    String source = node.getText().toString();
    source.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> text.append((char) c));
    String said = text.toString();
    for (int i = 0; i < node.getParenthesisDepth() && said.startsWith("("); i++) {
      said = said.substring(1, said.length() - 1);
    }
    return said;
  }

  /// Whether asking it twice may give two answers: it writes, or calls what writes.
  static boolean writes(ASTExpression node) {
    return node.descendantsOrSelf()
        .any(part ->
            part instanceof ASTAssignmentExpression
                || (part instanceof ASTUnaryExpression unary && !unary.getOperator().isPure())
                || (part instanceof ASTMethodCall call && keepsState(call)));
  }

  /// Whether the method called is one of the file's own that writes a field.
  static boolean keepsState(ASTMethodCall call) {
    return call.getRoot()
        .descendants(ASTMethodDeclaration.class)
        .crossFindBoundaries()
        .any(method ->
            method.getSymbol().equals(call.getMethodType().getSymbol()) && writesField(method));
  }

  private static boolean writesField(ASTMethodDeclaration method) {
    return method
        .descendants(ASTAssignableExpr.class)
        .any(written ->
            written.getAccessType() == ASTAssignableExpr.AccessType.WRITE && field(written));
  }

  private static boolean field(JavaNode node) {
    return node instanceof ASTNamedReferenceExpr named
        && named.getReferencedSym() instanceof JFieldSymbol;
  }
}
