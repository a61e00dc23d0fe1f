package sorte.analyser.rules;

import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;
import net.sourceforge.pmd.lang.java.types.TypeTestUtil;

/// `==` or `!=` over a number that was computed: two ways to the same number differ in their last
/// bit. Prices as they came, and what only picks one of them (the highest of some bars), are exact,
/// and so is zero.
public final class ComputedEquality extends AbstractJavaRulechainRule {

  private static final Set<BinaryOp> ARITHMETIC =
      Set.of(BinaryOp.ADD, BinaryOp.SUB, BinaryOp.MUL, BinaryOp.DIV);

  private static final Set<String> COMPUTED =
      Set.of(
          "Accumulation",
          "Adx",
          "Affine",
          "Arithmetic",
          "Atr",
          "Bollinger",
          "Cci",
          "Deviation",
          "Directional",
          "Ema",
          "Macd",
          "Roc",
          "Rsi",
          "Sma",
          "Stochastic",
          "Vwap",
          "Williams",
          "Wma");

  public ComputedEquality() {
    super(ASTInfixExpression.class);
  }

  @Override
  public Object visit(ASTInfixExpression node, Object data) {
    boolean equality = node.getOperator() == BinaryOp.EQ || node.getOperator() == BinaryOp.NE;
    ASTExpression left = node.getLeftOperand();
    ASTExpression right = node.getRightOperand();
    if (equality
        && left.getTypeMirror().isNumeric()
        && right.getTypeMirror().isNumeric()
        && (computed(left) || computed(right))
        && !zero(left)
        && !zero(right)) {
      asCtx(data).addViolation(node);
    }
    return data;
  }

  private static boolean computed(ASTExpression side) {
    if (side instanceof ASTInfixExpression infix) {
      return ARITHMETIC.contains(infix.getOperator()) && infix.getTypeMirror().isFloatingPoint();
    }
    return side instanceof ASTMethodCall call
        && call.getQualifier() != null
        && call.getTypeMirror().isFloatingPoint()
        && COMPUTED.stream()
            .anyMatch(name -> TypeTestUtil.isA("sorte.strategy." + name, call.getQualifier()));
  }

  private static boolean zero(ASTExpression side) {
    return side.getConstValue() instanceof Number number && number.doubleValue() == 0;
  }
}
