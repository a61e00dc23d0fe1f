package sorte.change.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An expression of a strategy as the words of a test's name: `rsi_is_below_rsi_overbought`.
final class Spoken {
  /// A longer name is no sentence any more.
  static final int LONGEST = 56;

  private static final Map<Tree.Kind, String> SIGNS =
      Map.ofEntries(
          Map.entry(Tree.Kind.LESS_THAN, "is_below"),
          Map.entry(Tree.Kind.LESS_THAN_EQUAL, "is_at_most"),
          Map.entry(Tree.Kind.GREATER_THAN, "is_above"),
          Map.entry(Tree.Kind.GREATER_THAN_EQUAL, "is_at_least"),
          Map.entry(Tree.Kind.EQUAL_TO, "is"),
          Map.entry(Tree.Kind.NOT_EQUAL_TO, "is_not"),
          Map.entry(Tree.Kind.PLUS, "plus"),
          Map.entry(Tree.Kind.MINUS, "minus"),
          Map.entry(Tree.Kind.MULTIPLY, "times"),
          Map.entry(Tree.Kind.DIVIDE, "over"),
          Map.entry(Tree.Kind.REMAINDER, "modulo"));

  private static final Map<String, String> COMPARISONS =
      Map.of(
          "above", "is_above",
          "below", "is_below",
          "atOrAbove", "is_at_or_above",
          "atOrBelow", "is_at_or_below",
          "crossesAbove", "crosses_above",
          "crossesBelow", "crosses_below",
          "rising", "is_rising",
          "falling", "is_falling");

  private final Shape shape;

  private Spoken(Shape shape) {
    this.shape = shape;
  }

  /// The words; empty where there are none that a person would say.
  static String of(Shape shape, ExpressionTree tree) {
    String said = new Spoken(shape).said(tree);
    return said == null || said.length() > LONGEST ? "" : said;
  }

  /// The opposite: `rsi_is_not_above_80`.
  static String not(String said) {
    if (said.isEmpty()) {
      return said;
    }
    String opposite =
        said.contains("_is_")
            ? said.replaceFirst("_is_", "_is_not_")
            : said.replaceFirst("_crosses_", "_does_not_cross_");
    return opposite.equals(said) ? "not_" + said : opposite;
  }

  /// `EmaCross` or `emaCross` as `ema_cross`.
  static String snake(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return plain
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  private @Nullable String said(ExpressionTree tree) {
    return switch (Logic.stripped(tree)) {
      case IdentifierTree name -> orNull(snake(name.getName().toString()));
      case LiteralTree literal when literal.getValue() instanceof Number ->
          shape.source().of(literal).replaceAll("[dDfFlL_]", "").replace(".", "_point_");
      case LiteralTree literal -> String.valueOf(literal.getValue());
      case MemberSelectTree select -> joined(said(select.getExpression()), select.getIdentifier());
      case UnaryTree not when not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT ->
          prefixed("not_", said(not.getExpression()));
      case UnaryTree minus when minus.getKind() == Tree.Kind.UNARY_MINUS ->
          prefixed("minus_", said(minus.getExpression()));
      case BinaryTree binary when SIGNS.containsKey(binary.getKind()) ->
          both(
              said(binary.getLeftOperand()),
              String.valueOf(SIGNS.get(binary.getKind())),
              said(binary.getRightOperand()));
      case MethodInvocationTree call -> call(call);
      default -> null;
    };
  }

  private static @Nullable String orNull(String word) {
    return word.isEmpty() ? null : word;
  }

  private static @Nullable String prefixed(String prefix, @Nullable String said) {
    return said == null ? null : prefix + said;
  }

  private static @Nullable String joined(@Nullable String of, CharSequence name) {
    String word = snake(name.toString());
    return of == null || word.isEmpty() ? null : of.equals("this") ? word : of + "_" + word;
  }

  private static @Nullable String both(@Nullable String left, String sign, @Nullable String right) {
    return left == null || right == null ? null : left + "_" + sign + "_" + right;
  }

  private @Nullable String call(MethodInvocationTree call) {
    String parameter = Constants.parameterOf(call);
    if (parameter != null) {
      return orNull(snake(parameter));
    }
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return call.getMethodSelect() instanceof IdentifierTree name && call.getArguments().isEmpty()
          ? orNull(snake(name.getName().toString()))
          : null;
    }
    String method = select.getIdentifier().toString();
    String subject = said(select.getExpression());
    String comparison = COMPARISONS.get(method);
    if (comparison != null && subject != null) {
      return call.getArguments().isEmpty()
          ? subject + "_" + comparison
          : both(subject, comparison, said(call.getArguments().getFirst()));
    }
    if (method.equals("value") && call.getArguments().isEmpty()) {
      return subject;
    }
    if (method.equals("previous") && call.getArguments().isEmpty()) {
      return prefixed("previous_", subject);
    }
    return call.getArguments().isEmpty() ? joined(subject, method) : worded(call, method);
  }

  private @Nullable String worded(MethodInvocationTree call, String method) {
    List<String> words = new ArrayList<>(List.of(snake(method)));
    for (ExpressionTree argument : call.getArguments()) {
      String said = said(argument);
      if (said == null) {
        return null;
      }
      words.add(said);
    }
    return String.join("_", words);
  }
}
