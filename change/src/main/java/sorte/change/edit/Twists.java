package sorte.change.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the twists of a strategy's file: its conditions, limits and arithmetic, from top to
/// bottom.
final class Twists extends TreeScanner<Void, Void> {
  private static final Map<Tree.Kind, String> MOVED =
      Map.of(
          Tree.Kind.LESS_THAN, "<=",
          Tree.Kind.LESS_THAN_EQUAL, "<",
          Tree.Kind.GREATER_THAN, ">=",
          Tree.Kind.GREATER_THAN_EQUAL, ">");

  private static final Map<Tree.Kind, String> OTHER =
      Map.ofEntries(
          Map.entry(Tree.Kind.PLUS, "-"),
          Map.entry(Tree.Kind.MINUS, "+"),
          Map.entry(Tree.Kind.MULTIPLY, "/"),
          Map.entry(Tree.Kind.DIVIDE, "*"),
          Map.entry(Tree.Kind.REMAINDER, "*"),
          Map.entry(Tree.Kind.LEFT_SHIFT, ">>"),
          Map.entry(Tree.Kind.RIGHT_SHIFT, "<<"),
          Map.entry(Tree.Kind.AND, "|"),
          Map.entry(Tree.Kind.OR, "&"),
          Map.entry(Tree.Kind.XOR, "&"),
          Map.entry(Tree.Kind.PLUS_ASSIGNMENT, "-="),
          Map.entry(Tree.Kind.MINUS_ASSIGNMENT, "+="),
          Map.entry(Tree.Kind.MULTIPLY_ASSIGNMENT, "/="),
          Map.entry(Tree.Kind.DIVIDE_ASSIGNMENT, "*="),
          Map.entry(Tree.Kind.REMAINDER_ASSIGNMENT, "*="),
          Map.entry(Tree.Kind.RIGHT_SHIFT_ASSIGNMENT, "<<="),
          Map.entry(Tree.Kind.LEFT_SHIFT_ASSIGNMENT, ">>="),
          Map.entry(Tree.Kind.PREFIX_INCREMENT, "--"),
          Map.entry(Tree.Kind.POSTFIX_INCREMENT, "--"),
          Map.entry(Tree.Kind.PREFIX_DECREMENT, "++"),
          Map.entry(Tree.Kind.POSTFIX_DECREMENT, "++"));

  private final Shape shape;
  private final JavaSource source;
  private final List<Twist> found = new ArrayList<>();
  private String type = "";
  private @Nullable MethodTree method;

  Twists(Shape shape) {
    this.shape = shape;
    this.source = shape.source();
  }

  List<Twist> all() {
    for (Tree member : shape.type().getMembers()) {
      if (source.end(member) > source.start(member)) {
        scan(member, null);
      }
    }
    return found;
  }

  @Override
  public Void visitClass(ClassTree node, Void unused) {
    String outer = type;
    MethodTree around = method;
    type = node.getSimpleName().toString();
    method = null;
    if (node != shape.record()) {
      super.visitClass(node, unused);
    }
    type = outer;
    method = around;
    return null;
  }

  @Override
  public Void visitMethod(MethodTree node, Void unused) {
    if (source.end(node) <= source.start(node)) {
      return null;
    }
    MethodTree around = method;
    method = node;
    super.visitMethod(node, unused);
    method = around;
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree node, Void unused) {
    Tree result = method == null ? null : method.getReturnType();
    if (node.getExpression() != null && result != null && result.toString().equals("boolean")) {
      condition(node.getExpression());
    }
    return super.visitReturn(node, unused);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
    MethodTree around = method;
    method = null;
    super.visitLambdaExpression(node, unused);
    method = around;
    return null;
  }

  @Override
  public Void visitIf(IfTree node, Void unused) {
    condition(node.getCondition());
    return super.visitIf(node, unused);
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree node, Void unused) {
    condition(node.getCondition());
    return super.visitWhileLoop(node, unused);
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree node, Void unused) {
    condition(node.getCondition());
    return super.visitDoWhileLoop(node, unused);
  }

  @Override
  public Void visitForLoop(ForLoopTree node, Void unused) {
    if (node.getCondition() != null) {
      condition(node.getCondition());
    }
    return super.visitForLoop(node, unused);
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree node, Void unused) {
    condition(node.getCondition());
    return super.visitConditionalExpression(node, unused);
  }

  @Override
  public Void visitCase(CaseTree node, Void unused) {
    if (node.getGuard() != null) {
      condition(node.getGuard());
    }
    return super.visitCase(node, unused);
  }

  /// The operands that a condition is made of; those within another kind of expression are found
  /// when that is visited.
  private void condition(ExpressionTree tree) {
    condition(tree, false);
  }

  /// @param turned whether it is asked for the opposite
  private void condition(ExpressionTree tree, boolean turned) {
    ExpressionTree bare = Logic.stripped(tree);
    if (Logic.isJunction(bare)) {
      Logic.operands(bare, bare.getKind()).forEach(operand -> condition(operand, turned));
    } else if (bare instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      condition(not.getExpression(), !turned);
    } else if (bare instanceof ConditionalExpressionTree choice) {
      condition(choice.getTrueExpression(), turned);
      condition(choice.getFalseExpression(), turned);
    } else if (!(bare instanceof LiteralTree) && isPlain(bare)) {
      String said = Spoken.of(shape, bare);
      Splices slip = new Splices().insert(source.start(bare), "!(").insert(source.end(bare), ")");
      add(Twist.Kind.CONDITION, turned ? Spoken.not(said) : said, slip);
    }
  }

  /// A switch is judged by what stands in it.
  private static boolean isPlain(ExpressionTree tree) {
    return tree.getKind() != Tree.Kind.SWITCH_EXPRESSION
        && tree.getKind() != Tree.Kind.ASSIGNMENT
        && tree.getKind() != Tree.Kind.LAMBDA_EXPRESSION;
  }

  @Override
  public Void visitBinary(BinaryTree node, Void unused) {
    int left = source.end(node.getLeftOperand());
    int at = source.layout().nextCode(left);
    String moved = MOVED.get(node.getKind());
    String other = OTHER.get(node.getKind());
    boolean numbers =
        !(node.getLeftOperand() instanceof LiteralTree
            && node.getRightOperand() instanceof LiteralTree);
    if (moved != null) {
      replace(Twist.Kind.LIMIT, node, at, sign(at), moved);
    } else if (other != null && numbers) {
      replace(Twist.Kind.ARITHMETIC, node, at, sign(at), other);
    }
    return super.visitBinary(node, unused);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree node, Void unused) {
    int at = source.layout().nextCode(source.end(node.getVariable()));
    String other = OTHER.get(node.getKind());
    if (other != null) {
      replace(Twist.Kind.ARITHMETIC, node, at, sign(at), other);
    }
    return super.visitCompoundAssignment(node, unused);
  }

  @Override
  public Void visitUnary(UnaryTree node, Void unused) {
    String other = OTHER.get(node.getKind());
    boolean after =
        node.getKind() == Tree.Kind.POSTFIX_INCREMENT
            || node.getKind() == Tree.Kind.POSTFIX_DECREMENT;
    if (other != null) {
      int at = after ? source.end(node) - 2 : source.start(node);
      replace(Twist.Kind.ARITHMETIC, node, at, at + 2, other);
    } else if (node.getKind() == Tree.Kind.UNARY_MINUS
        && !(node.getExpression() instanceof LiteralTree)) {
      replace(Twist.Kind.ARITHMETIC, node, source.start(node), source.start(node) + 1, "+");
    }
    return super.visitUnary(node, unused);
  }

  /// Where an operator that begins at `from` ends.
  private int sign(int from) {
    int end = from;
    while (end < source.text().length() && "<>=+-*/%&|^".indexOf(source.text().charAt(end)) >= 0) {
      end++;
      if (source.layout().at(end) != Layout.Piece.CODE) {
        break;
      }
    }
    // `a - -b` is two signs, written together or not
    String sign = source.text().substring(from, end);
    return sign.length() > 1 && sign.endsWith("-") ? end - 1 : end;
  }

  private void replace(Twist.Kind kind, ExpressionTree tree, int from, int to, String with) {
    add(kind, Spoken.of(shape, tree), new Splices().replace(from, to, with));
  }

  private void add(Twist.Kind kind, String words, Splices splices) {
    Optional<RuleMethod> rule = Optional.empty();
    String within = type;
    if (method != null) {
      String name = method.getName().contentEquals("<init>") ? "" : method.getName().toString();
      within = type.isEmpty() ? name : name.isEmpty() ? type : type + "." + name;
      if (type.isEmpty() && method.getParameters().isEmpty()) {
        for (RuleMethod candidate : RuleMethod.values()) {
          if (candidate.method().equals(name)) {
            rule = Optional.of(candidate);
          }
        }
      }
    }
    found.add(new Twist(kind, within, rule, words, splices.on(source.text())));
  }
}
