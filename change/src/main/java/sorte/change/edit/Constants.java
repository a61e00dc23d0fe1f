package sorte.change.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// What a constant expression of a strategy comes to: literals, signs, the four operations,
/// constants of the same file, and parameters at their defaults.
final class Constants {
  /// How many names may stand for one another before it counts as unknown.
  private static final int LONGEST_CHAIN = 16;

  private final Shape shape;

  Constants(Shape shape) {
    this.shape = shape;
  }

  Optional<BigDecimal> of(@Nullable ExpressionTree tree) {
    return tree == null ? Optional.empty() : value(tree, 0).map(Num::decimal);
  }

  private record Num(double real, boolean whole) {
    BigDecimal decimal() {
      return whole ? BigDecimal.valueOf((long) real) : BigDecimal.valueOf(real);
    }
  }

  private Optional<Num> value(ExpressionTree tree, int depth) {
    if (depth > LONGEST_CHAIN) {
      return Optional.empty();
    }
    return switch (tree) {
      case LiteralTree literal when literal.getValue() instanceof Number number ->
          finite(
              number instanceof Float f ? Double.parseDouble(f.toString()) : number.doubleValue(),
              number instanceof Integer || number instanceof Long);
      case ParenthesizedTree inner -> value(inner.getExpression(), depth + 1);
      case UnaryTree unary when unary.getKind() == Tree.Kind.UNARY_MINUS ->
          value(unary.getExpression(), depth + 1).flatMap(n -> finite(-n.real, n.whole));
      case BinaryTree binary ->
          value(binary.getLeftOperand(), depth + 1)
              .flatMap(a ->
                  value(binary.getRightOperand(), depth + 1)
                      .flatMap(b -> combined(binary.getKind(), a, b)));
      case IdentifierTree name -> constant(name.getName().toString(), depth);
      case MemberSelectTree select -> constant(select.getIdentifier().toString(), depth);
      case MethodInvocationTree call when parameterOf(call) != null ->
          shape
              .component(String.valueOf(parameterOf(call)))
              .flatMap(c -> value(c.value(), depth + 1));
      default -> Optional.empty();
    };
  }

  /// The parameter that a call reads, `p.name()`; null where it is another call.
  static @Nullable String parameterOf(Tree tree) {
    return tree instanceof MethodInvocationTree call
            && call.getArguments().isEmpty()
            && call.getMethodSelect() instanceof MemberSelectTree select
            && (Shape.last(select.getExpression()).equals("p")
                || Shape.last(select.getExpression()).equals("parameters"))
        ? select.getIdentifier().toString()
        : null;
  }

  private Optional<Num> constant(String name, int depth) {
    List<ExpressionTree> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree node, Void unused) {
        if (node.getName().contentEquals(name)
            && node.getModifiers().getFlags().contains(Modifier.STATIC)
            && node.getModifiers().getFlags().contains(Modifier.FINAL)
            && node.getInitializer() != null) {
          found.add(node.getInitializer());
        }
        return super.visitVariable(node, unused);
      }
    }.scan(shape.source().unit(), null);
    return found.size() == 1 ? value(found.getFirst(), depth + 1) : Optional.empty();
  }

  private static Optional<Num> combined(Tree.Kind kind, Num a, Num b) {
    boolean whole = a.whole && b.whole;
    return switch (kind) {
      case PLUS -> finite(a.real + b.real, whole);
      case MINUS -> finite(a.real - b.real, whole);
      case MULTIPLY -> finite(a.real * b.real, whole);
      case DIVIDE -> {
        if (b.real == 0) {
          yield Optional.empty();
        }
        double ratio = a.real / b.real;
        yield finite(whole ? (ratio < 0 ? Math.ceil(ratio) : Math.floor(ratio)) : ratio, whole);
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Num> finite(double real, boolean whole) {
    return Double.isFinite(real) && (!whole || Math.abs(real) < 1e15)
        ? Optional.of(new Num(real, whole))
        : Optional.empty();
  }
}
