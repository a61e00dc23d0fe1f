package sorte.guardian.child;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sorte.guardian.child.MutateAnswer.Slip;

/// Finds, in a strategy's syntax tree, the slips that could have been made where it changed.
final class Slips extends TreeScanner<Void, Void> {

  private static final Map<Tree.Kind, String> FLIPPED =
      Map.of(
          Tree.Kind.LESS_THAN, ">",
          Tree.Kind.LESS_THAN_EQUAL, ">=",
          Tree.Kind.GREATER_THAN, "<",
          Tree.Kind.GREATER_THAN_EQUAL, "<=",
          Tree.Kind.EQUAL_TO, "!=",
          Tree.Kind.NOT_EQUAL_TO, "==");

  private static final Map<Tree.Kind, String> AT_THE_LIMIT =
      Map.of(
          Tree.Kind.LESS_THAN, "<=",
          Tree.Kind.LESS_THAN_EQUAL, "<",
          Tree.Kind.GREATER_THAN, ">=",
          Tree.Kind.GREATER_THAN_EQUAL, ">");

  private static final Map<Tree.Kind, String> COUNTED =
      Map.of(
          Tree.Kind.PLUS, "-",
          Tree.Kind.MINUS, "+",
          Tree.Kind.MULTIPLY, "/",
          Tree.Kind.DIVIDE, "*");

  private static final Map<String, String> COMPARED =
      Map.of(
          "above", "below",
          "below", "above",
          "atOrAbove", "atOrBelow",
          "atOrBelow", "atOrAbove",
          "crossesAbove", "crossesBelow",
          "crossesBelow", "crossesAbove",
          "rising", "falling",
          "falling", "rising");

  private static final Map<String, String> TOUCHED =
      Map.of(
          "above", "atOrAbove", "below", "atOrBelow", "atOrAbove", "above", "atOrBelow", "below");

  private static final Map<String, String> SHIFTED =
      Map.of("value", "previous", "previous", "value");

  private static final Map<String, String> SIDES =
      Map.of(
          "enterLong", "enterShort",
          "enterShort", "enterLong",
          "exitLong", "exitShort",
          "exitShort", "exitLong");

  private static final Set<String> TERMS =
      Set.of(
          "stopLoss",
          "takeProfit",
          "takeProfitByStop",
          "risk",
          "trailingStop",
          "trailingStopByStop",
          "timeStop",
          "cooldown",
          "tradingHours",
          "renewing",
          "withoutReversing");

  private static final BigDecimal TENTH_MORE = new BigDecimal("1.1");
  private static final BigDecimal TENTH_LESS = new BigDecimal("0.9");

  private final MutateTask task;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Found> found = new ArrayList<>();
  private @Nullable MethodTree method;

  /// One slip: what stands instead of a stretch of the source.
  record Found(Slip slip, int from, int to, String with) {
    String on(String source) {
      return source.substring(0, from) + with + source.substring(to);
    }
  }

  Slips(MutateTask task, CompilationUnitTree unit, SourcePositions positions) {
    this.task = task;
    this.unit = unit;
    this.positions = positions;
  }

  /// From top to bottom, each once.
  List<Found> all() {
    scan(unit, null);
    return found.stream().distinct().toList();
  }

  /// Whether a stretch, or the place between two characters, lies on a line that changed.
  static boolean touches(MutateTask task, int from, int to) {
    int first = 1 + (int) task.source().substring(0, from).chars().filter(c -> c == '\n').count();
    int last =
        first + (int) task.source().substring(from, to).chars().filter(c -> c == '\n').count();
    return !task.lines().subSet(first, last + 1).isEmpty();
  }

  @Override
  public Void visitClass(ClassTree node, Void unused) {
    Map<String, MethodTree> rules = new TreeMap<>();
    for (Tree member : node.getMembers()) {
      if (member instanceof MethodTree one && one.getParameters().isEmpty()) {
        rules.put(one.getName().toString(), one);
      }
    }
    rules.forEach((name, rule) ->
        Optional.ofNullable(SIDES.get(name))
            .filter(_ -> touches(task, start(rule), end(rule)))
            .ifPresent(other -> otherSide(rule, other, Optional.ofNullable(rules.get(other)))));
    return super.visitClass(node, unused);
  }

  /// The rule of one side becomes the other's; where both have one, they change places.
  private void otherSide(MethodTree rule, String other, Optional<MethodTree> taken) {
    int mine = name(rule);
    int from = taken.map(one -> Math.min(mine, name(one))).orElse(mine);
    int to = taken.map(one -> Math.max(end(rule), end(one))).orElse(end(rule));
    StringBuilder said = new StringBuilder(task.source().substring(from, to));
    int last = taken.map(one -> Math.max(mine, name(one))).orElse(mine);
    boolean mineIsLast = last == mine;
    String mineSaid = rule.getName().toString();
    String atLast = mineIsLast ? mineSaid : other;
    said.replace(last - from, last - from + atLast.length(), mineIsLast ? other : mineSaid);
    if (taken.isPresent()) {
      String atFirst = mineIsLast ? other : mineSaid;
      said.replace(0, atFirst.length(), mineIsLast ? mineSaid : other);
    }
    add(Slip.SIDE, from, to, said.toString());
  }

  private int name(MethodTree rule) {
    return task.source().indexOf(rule.getName().toString(), start(rule));
  }

  @Override
  public Void visitMethod(MethodTree node, Void unused) {
    MethodTree around = method;
    method = node;
    super.visitMethod(node, unused);
    method = around;
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree node, Void unused) {
    ExpressionTree said = node.getExpression();
    boolean rule =
        method != null
            && method.getReturnType() != null
            && method.getReturnType().toString().equals("boolean");
    if (rule && said != null && !(said instanceof LiteralTree)) {
      add(Slip.RULE, start(said), end(said), "false");
      add(Slip.RULE, start(said), end(said), "true");
    }
    return super.visitReturn(node, unused);
  }

  @Override
  public Void visitIf(IfTree node, Void unused) {
    ExpressionTree condition = node.getCondition();
    add(Slip.CONDITION, start(condition), start(condition) + 1, "(1 < 2 || ");
    add(Slip.CONDITION, start(condition), start(condition) + 1, "(1 > 2 && ");
    return super.visitIf(node, unused);
  }

  @Override
  public Void visitUnary(UnaryTree node, Void unused) {
    if (node.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      replace(Slip.COMPARISON, node, text(node.getExpression()));
    }
    return super.visitUnary(node, unused);
  }

  @Override
  public Void visitBinary(BinaryTree node, Void unused) {
    ExpressionTree left = node.getLeftOperand();
    ExpressionTree right = node.getRightOperand();
    Tree.Kind kind = node.getKind();
    if (kind == Tree.Kind.CONDITIONAL_AND || kind == Tree.Kind.CONDITIONAL_OR) {
      operator(Slip.JUNCTION, node, kind == Tree.Kind.CONDITIONAL_AND ? "||" : "&&");
      add(Slip.CONDITION, start(left), start(right), "");
      add(Slip.CONDITION, end(left), end(right), "");
    }
    Optional.ofNullable(FLIPPED.get(kind)).ifPresent(sign -> operator(Slip.COMPARISON, node, sign));
    Optional.ofNullable(AT_THE_LIMIT.get(kind)).ifPresent(sign -> operator(Slip.LIMIT, node, sign));
    Optional.ofNullable(COUNTED.get(kind)).ifPresent(sign -> operator(Slip.ARITHMETIC, node, sign));
    return super.visitBinary(node, unused);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
    if (node.getMethodSelect() instanceof MemberSelectTree select) {
      String name = select.getIdentifier().toString();
      renamed(Slip.COMPARISON, select, COMPARED.get(name));
      renamed(Slip.LIMIT, select, TOUCHED.get(name));
      renamed(Slip.OFF_BY_ONE, select, SHIFTED.get(name));
      if (TERMS.contains(name) && chained(select.getExpression())) {
        add(Slip.TERM, end(select.getExpression()), end(node), "");
      }
      if (COMPARED.containsKey(name) && node.getArguments().size() == 1) {
        level(node.getArguments().getFirst());
      }
    }
    node.getArguments().forEach(this::counted);
    return super.visitMethodInvocation(node, unused);
  }

  /// Whether a term hangs on what terms hang on, and is no method of somebody's own.
  private static boolean chained(ExpressionTree on) {
    return on.toString().startsWith("Terms.");
  }

  /// A level that a line is compared with: another a tenth away.
  private void level(ExpressionTree level) {
    if (level instanceof MethodInvocationTree parameter && parameter.getArguments().isEmpty()) {
      replace(Slip.THRESHOLD, level, "1.1 * " + text(level));
    }
  }

  /// A number of bars that something is made with: one more.
  private void counted(ExpressionTree argument) {
    if (argument instanceof MethodInvocationTree parameter
        && parameter.getArguments().isEmpty()
        && text(argument).startsWith("p.")) {
      replace(Slip.OFF_BY_ONE, argument, text(argument) + " + 1");
    }
  }

  @Override
  public Void visitLiteral(LiteralTree node, Void unused) {
    if (node.getValue() instanceof Integer number && number < Integer.MAX_VALUE) {
      replace(Slip.OFF_BY_ONE, node, Integer.toString(number + 1));
    } else if (node.getValue() instanceof Double number && Double.isFinite(number)) {
      BigDecimal moved =
          number == 0 ? BigDecimal.ONE : BigDecimal.valueOf(number).multiply(TENTH_MORE);
      replace(Slip.THRESHOLD, node, moved.stripTrailingZeros().toPlainString() + "d");
    }
    return super.visitLiteral(node, unused);
  }

  /// A parameter's default, moved within its bounds; the bounds themselves decide nothing.
  @Override
  public Void visitAnnotation(AnnotationTree node, Void unused) {
    ExpressionTree value = null;
    double most = Double.POSITIVE_INFINITY;
    for (ExpressionTree argument : node.getArguments()) {
      if (argument instanceof AssignmentTree one
          && one.getExpression() instanceof LiteralTree number
          && number.getValue() instanceof Number bound) {
        value = one.getVariable().toString().equals("value") ? number : value;
        most = one.getVariable().toString().equals("max") ? bound.doubleValue() : most;
      }
    }
    if (value instanceof LiteralTree number && number.getValue() instanceof Integer whole) {
      replace(Slip.OFF_BY_ONE, number, Integer.toString(whole < most ? whole + 1 : whole - 1));
    } else if (value instanceof LiteralTree number && number.getValue() instanceof Double amount) {
      BigDecimal more = BigDecimal.valueOf(amount).multiply(TENTH_MORE);
      BigDecimal less = BigDecimal.valueOf(amount).multiply(TENTH_LESS);
      BigDecimal moved = more.doubleValue() <= most ? more : less;
      replace(Slip.THRESHOLD, number, moved.stripTrailingZeros().toPlainString());
    }
    return null;
  }

  private void renamed(Slip slip, MemberSelectTree select, @Nullable String other) {
    if (other != null) {
      int to = end(select);
      add(slip, to - select.getIdentifier().length(), to, other);
    }
  }

  private void operator(Slip slip, BinaryTree node, String sign) {
    int from = end(node.getLeftOperand());
    int to = start(node.getRightOperand());
    // what stands between two operands: blanks, signs and comments; the sign is replaced where it
    // stands alone
    String between = task.source().substring(from, to);
    String plain = between.strip();
    if (plain.length() <= 2 && !plain.isEmpty()) {
      int at = from + between.indexOf(plain);
      add(slip, at, at + plain.length(), sign);
    }
  }

  private void replace(Slip slip, Tree tree, String with) {
    add(slip, start(tree), end(tree), with);
  }

  private void add(Slip slip, int from, int to, String with) {
    if (from >= 0 && to >= from && touches(task, from, to)) {
      found.add(new Found(slip, from, to, with));
    }
  }

  private String text(Tree tree) {
    return task.source().substring(start(tree), end(tree));
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }
}
