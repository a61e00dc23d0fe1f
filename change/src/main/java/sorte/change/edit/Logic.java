package sorte.change.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/// The expression that a rule returns, and the operands it is made of.
final class Logic {
  private Logic() {}

  /// The one `return` of a method.
  static ReturnTree onlyReturn(MethodTree method) throws Stop {
    List<ReturnTree> returns = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree node, Void unused) {
        returns.add(node);
        return super.visitReturn(node, unused);
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree node, Void unused) {
        return null;
      }
    }.scan(method.getBody(), null);
    BlockTree body = method.getBody();
    if (returns.size() != 1
        || body == null
        || body.getStatements().getLast() != returns.getFirst()) {
      throw Stop.notPossible("not-one-return", method.getName().toString());
    }
    return returns.getFirst();
  }

  /// `tree` without the parentheses around all of it.
  static ExpressionTree stripped(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parens) {
      inner = parens.getExpression();
    }
    return inner;
  }

  static boolean isJunction(Tree tree) {
    return tree.getKind() == Tree.Kind.CONDITIONAL_AND
        || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
  }

  /// The operands that `kind` joins in `tree`, from left to right; `tree` itself where it joins
  /// nothing.
  static List<ExpressionTree> operands(ExpressionTree tree, Tree.Kind kind) {
    List<ExpressionTree> operands = new ArrayList<>();
    ExpressionTree rest = tree;
    while (rest.getKind() == kind) {
      BinaryTree binary = (BinaryTree) rest;
      operands.addFirst(binary.getRightOperand());
      rest = binary.getLeftOperand();
    }
    operands.addFirst(rest);
    return operands;
  }

  /// Whether an operand of `kind` needs parentheses: by the language, or, for `&&` within `||`, for
  /// the reader.
  static boolean needsParens(ExpressionTree operand, Tree.Kind kind) {
    return switch (operand.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR -> operand.getKind() != kind;
      case CONDITIONAL_EXPRESSION, ASSIGNMENT, LAMBDA_EXPRESSION, SWITCH_EXPRESSION -> true;
      default -> false;
    };
  }

  static boolean isLiteral(ExpressionTree tree, boolean value) {
    return tree instanceof LiteralTree literal && Boolean.valueOf(value).equals(literal.getValue());
  }

  static String operator(Tree.Kind kind) {
    return kind == Tree.Kind.CONDITIONAL_AND ? "&&" : "||";
  }
}
