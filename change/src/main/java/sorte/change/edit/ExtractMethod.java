package sorte.change.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/// Gives a name to what several rules say, else to the longest group in parentheses: a private
/// method that returns it, called in all its places.
final class ExtractMethod {
  /// A strategy has not more conditions with a name than this.
  private static final int MOST = 32;

  private final @Nullable String to;
  private final Set<String> touched;

  ExtractMethod(@Nullable String to, Set<String> touched) {
    this.to = to;
    this.touched = touched;
  }

  /// Without a name said, all that could have one; with one said, the first.
  String of(String text, List<Phrase> facts) throws Stop {
    String now = text;
    for (int i = 0; i < MOST; i++) {
      Shape shape = Shape.read(now);
      List<ExpressionTree> places = best(shape.source(), candidates(shape));
      if (places.isEmpty() && i == 0) {
        throw Stop.alreadySo("nothing-to-extract", shape.className());
      }
      if (places.isEmpty()) {
        return now;
      }
      now = one(shape, places, facts);
      if (to != null) {
        return now;
      }
    }
    return now;
  }

  private String one(Shape shape, List<ExpressionTree> places, List<Phrase> facts) throws Stop {
    JavaSource source = shape.source();
    ExpressionTree meant = Logic.stripped(places.getFirst());
    String name = name(shape, meant);
    Owners owners = new Owners(shape);
    Splices splices = new Splices();
    for (ExpressionTree place : places) {
      touched.add(owners.of(source.start(place)));
      splices.replace(source.start(place), source.end(place), name + "()");
    }
    touched.add("method:" + name);
    facts.add(Phrase.of("method-extracted", name, places.size()));
    List<String> pieces = pieces(source, meant);
    Shape now = Shape.read(splices.on(source.text()));
    String code = new MethodForm(now).of("boolean", name, pieces, " ");
    String own = code.replaceFirst("@Override\\s*", "").replaceFirst("public", "private");
    return new Members(now).after(lastRule(now), own, new Members(now).betweenMethods());
  }

  private static MethodTree lastRule(Shape shape) throws Stop {
    MethodTree last = null;
    for (MethodTree method : shape.methods()) {
      if (isRule(method)) {
        last = method;
      }
    }
    if (last == null) {
      throw Stop.alreadySo("nothing-to-extract", shape.className());
    }
    return last;
  }

  private static boolean isRule(MethodTree method) {
    for (RuleMethod rule : RuleMethod.values()) {
      if (method.getName().contentEquals(rule.method())) {
        return true;
      }
    }
    return false;
  }

  private static List<String> pieces(JavaSource source, ExpressionTree meant) {
    if (!Logic.isJunction(meant)) {
      return List.of(source.of(meant));
    }
    List<String> pieces = new ArrayList<>();
    for (ExpressionTree operand : Logic.operands(meant, meant.getKind())) {
      String sign = pieces.isEmpty() ? "" : Logic.operator(meant.getKind()) + " ";
      pieces.add(sign + source.of(operand));
    }
    return pieces;
  }

  /// By how they read, the expressions in rules that could have a name: conditions that take a
  /// line, and groups in parentheses.
  private static Map<String, List<ExpressionTree>> candidates(Shape shape) {
    Map<String, List<ExpressionTree>> found = new LinkedHashMap<>();
    JavaSource source = shape.source();
    Set<String> locals = shape.locals();
    for (MethodTree method : shape.methods()) {
      if (!isRule(method) || method.getBody() == null) {
        continue;
      }
      new TreeScanner<Void, Void>() {
        private void take(ExpressionTree tree) {
          if (!source.layout().hasComment(source.start(tree), source.end(tree))
              && Names.used(tree).stream().noneMatch(locals::contains)
              && !Purity.acts(tree)
              && !source.layout().breaksBetween(source.start(tree), source.end(tree))) {
            found
                .computeIfAbsent(
                    Rules.squeezed(shape, Logic.stripped(tree)), _ -> new ArrayList<>())
                .add(tree);
          }
        }

        @Override
        public Void visitReturn(ReturnTree node, Void unused) {
          operand(node.getExpression());
          return null;
        }

        private void operand(ExpressionTree tree) {
          if (tree instanceof ParenthesizedTree parens
              && Logic.isJunction(parens.getExpression())) {
            take(parens);
          }
          ExpressionTree inner = Logic.stripped(tree);
          if (Logic.isJunction(inner)) {
            Logic.operands(inner, inner.getKind()).forEach(this::operand);
          } else if (inner instanceof MethodInvocationTree call
              && (!call.getArguments().isEmpty() || call.getMethodSelect().toString().contains("."))
              && !Names.used(call).stream().anyMatch(n -> n.equals("super"))) {
            take(inner);
          }
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
          return null;
        }
      }.scan(method.getBody(), null);
    }
    return found;
  }

  private static List<ExpressionTree> best(
      JavaSource source, Map<String, List<ExpressionTree>> candidates) {
    Optional<Map.Entry<String, List<ExpressionTree>>> repeated =
        candidates.entrySet().stream()
            .filter(e -> e.getValue().size() > 1)
            .reduce((a, b) -> b.getKey().length() > a.getKey().length() ? b : a);
    return repeated
        .or(() ->
            candidates.entrySet().stream()
                .filter(e -> e.getValue().getFirst() instanceof ParenthesizedTree)
                .reduce((a, b) -> b.getKey().length() > a.getKey().length() ? b : a))
        .map(Map.Entry::getValue)
        .filter(places -> isWhole(source, places))
        .orElse(List.of());
  }

  /// None of the places lies within another.
  private static boolean isWhole(JavaSource source, List<ExpressionTree> places) {
    int end = -1;
    for (ExpressionTree place : places) {
      if (source.start(place) < end) {
        return false;
      }
      end = source.end(place);
    }
    return true;
  }

  private String name(Shape shape, ExpressionTree meant) throws Stop {
    String asked = to;
    if (asked != null) {
      Names.checked(asked);
      if (Uses.isWritten(shape.source(), asked) || Declared.ofTheHouse().contains(asked)) {
        throw Stop.notPossible("name-in-use", asked, shape.className());
      }
      return asked;
    }
    String stem = stem(meant);
    String name = stem;
    for (int n = 2;
        Uses.isWritten(shape.source(), name) || Declared.ofTheHouse().contains(name);
        n++) {
      name = stem + n;
    }
    return name;
  }

  /// `adxAbove` for `adx.above(…)`, both joined for a group.
  private static String stem(ExpressionTree meant) {
    if (Logic.isJunction(meant)) {
      List<ExpressionTree> operands = Logic.operands(meant, meant.getKind());
      String joint = meant.getKind() == Tree.Kind.CONDITIONAL_AND ? "And" : "Or";
      return stem(Logic.stripped(operands.getFirst()))
          + joint
          + capital(stem(Logic.stripped(operands.get(1))));
    }
    if (meant instanceof MethodInvocationTree call) {
      String select = call.getMethodSelect().toString();
      StringBuilder words = new StringBuilder();
      for (String word : select.replaceAll("\\(.*?\\)|this\\.", "").split("[^\\p{L}\\p{N}_]+")) {
        words.append(words.isEmpty() ? word : capital(word));
      }
      return SourceVersion.isIdentifier(words) ? words.toString() : "holds";
    }
    return "holds";
  }

  private static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
