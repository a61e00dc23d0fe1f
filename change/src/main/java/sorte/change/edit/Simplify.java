package sorte.change.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says the same in fewer signs: `!!a`, `a == true`, `a ? true : false`, `a && true` and
/// parentheses without need. What holds a comment stays as it is.
final class Simplify {
  /// More places than this in one file are not simplified at once.
  private static final int MOST = 200;

  private record Shorter(Tree place, String text) {}

  private final Set<String> touched;

  Simplify(Set<String> touched) {
    this.touched = touched;
  }

  String of(String text, List<Phrase> facts) throws Stop {
    String now = text;
    for (int i = 0; i < MOST; i++) {
      Shape shape = Shape.read(now);
      Optional<Shorter> shorter = first(shape);
      if (shorter.isEmpty()) {
        if (i == 0) {
          throw Stop.alreadySo("simple-so", shape.className());
        }
        facts.add(Phrase.of("simplified", i));
        return now;
      }
      int from = shape.source().start(shorter.get().place());
      int to = shape.source().end(shorter.get().place());
      touched.add(new Owners(shape).of(from));
      String gap = from > 0 && Character.isJavaIdentifierPart(now.charAt(from - 1)) ? " " : "";
      now = new Splices().replace(from, to, gap + shorter.get().text()).on(now);
    }
    throw Stop.notPossible("too-many-conditions", MOST);
  }

  private static Optional<Shorter> first(Shape shape) {
    Finder finder = new Finder(shape.source());
    for (MethodTree method : shape.methods()) {
      finder.scan(method, null);
    }
    return Optional.ofNullable(finder.found);
  }

  private static final class Finder extends TreeScanner<Void, Void> {
    private final JavaSource source;
    private @Nullable Shorter found;

    Finder(JavaSource source) {
      this.source = source;
    }

    private void take(Tree place, String text) {
      if (found == null && !source.layout().hasComment(source.start(place), source.end(place))) {
        found = new Shorter(place, text);
      }
    }

    @Override
    public Void visitUnary(UnaryTree not, Void unused) {
      if (not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
        ExpressionTree inner = Logic.stripped(not.getExpression());
        if (inner instanceof UnaryTree second && second.getKind() == not.getKind()) {
          take(not, source.of(second.getExpression()));
        } else if (not.getExpression() instanceof ParenthesizedTree && isPrimary(inner)) {
          take(not.getExpression(), source.of(inner));
        }
      }
      return super.visitUnary(not, unused);
    }

    @Override
    public Void visitBinary(BinaryTree two, Void unused) {
      ExpressionTree left = two.getLeftOperand();
      ExpressionTree right = two.getRightOperand();
      switch (two.getKind()) {
        case EQUAL_TO, NOT_EQUAL_TO -> {
          boolean same = two.getKind() == Tree.Kind.EQUAL_TO;
          compared(two, left, right, same);
          compared(two, right, left, same);
        }
        case CONDITIONAL_AND, CONDITIONAL_OR -> {
          boolean neutral = two.getKind() == Tree.Kind.CONDITIONAL_AND;
          if (Logic.isLiteral(right, neutral)) {
            take(two, source.of(left));
          } else if (Logic.isLiteral(left, neutral)) {
            take(two, source.of(right));
          }
          bare(left, two.getKind());
          bare(right, two.getKind());
        }
        default -> {}
      }
      return super.visitBinary(two, unused);
    }

    private void compared(Tree place, ExpressionTree with, ExpressionTree other, boolean same) {
      for (boolean value : new boolean[] {true, false}) {
        if (Logic.isLiteral(with, value)) {
          take(place, same == value ? source.of(other) : denied(other));
        }
      }
    }

    private String denied(ExpressionTree tree) {
      return isPrimary(tree) ? "!" + source.of(tree) : "!(" + source.of(tree) + ")";
    }

    /// An operand in parentheses that holds no junction needs none.
    private void bare(ExpressionTree operand, Tree.Kind kind) {
      if (operand instanceof ParenthesizedTree parens
          && (isPrimary(parens.getExpression()) || parens.getExpression().getKind() == kind)) {
        take(parens, source.of(parens.getExpression()));
      }
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree choice, Void unused) {
      boolean yes = Logic.isLiteral(choice.getTrueExpression(), true);
      boolean no = Logic.isLiteral(choice.getFalseExpression(), false);
      if (yes && no) {
        take(choice, source.of(choice.getCondition()));
      } else if (Logic.isLiteral(choice.getTrueExpression(), false)
          && Logic.isLiteral(choice.getFalseExpression(), true)) {
        take(choice, denied(choice.getCondition()));
      }
      return super.visitConditionalExpression(choice, unused);
    }

    @Override
    public Void visitParenthesized(ParenthesizedTree parens, Void unused) {
      if (parens.getExpression() instanceof ParenthesizedTree inner) {
        take(parens, source.of(inner));
      }
      return super.visitParenthesized(parens, unused);
    }

    @Override
    public Void visitReturn(ReturnTree returned, Void unused) {
      whole(returned.getExpression());
      return super.visitReturn(returned, unused);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void unused) {
      whole(variable.getInitializer());
      return super.visitVariable(variable, unused);
    }

    private void whole(@Nullable ExpressionTree tree) {
      if (tree instanceof ParenthesizedTree parens
          && !(parens.getExpression() instanceof LambdaExpressionTree)) {
        take(parens, source.of(parens.getExpression()));
      }
    }

    private static boolean isPrimary(ExpressionTree tree) {
      return switch (tree.getKind()) {
        case IDENTIFIER, MEMBER_SELECT, METHOD_INVOCATION, BOOLEAN_LITERAL -> true;
        default -> false;
      };
    }
  }
}
