package sorte.change.edit;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Writes what a variable, a constant or a method without arguments stands for where it is used,
/// and takes its declaration out.
final class Inline {
  private final String name;
  private final Set<String> touched;

  Inline(String name, Set<String> touched) {
    this.name = name;
    this.touched = touched;
  }

  String of(String text, List<Phrase> facts) throws Stop {
    Shape shape = Shape.read(text);
    Declared declared = Declared.of(shape, name);
    ExpressionTree meant = meant(shape, declared);
    JavaSource source = shape.source();
    if (source.layout().hasComment(source.start(meant), source.end(meant))) {
      throw Stop.notPossible("comment-within", name, source.of(meant));
    }
    List<Uses.Use> uses = new Uses(shape, name).of(declared);
    if (uses.isEmpty()) {
      throw Stop.notPossible("nobody-uses", name);
    }
    Owners owners = new Owners(shape);
    Splices splices = new Splices();
    for (Uses.Use use : uses) {
      if (use.tree() instanceof MemberReferenceTree) {
        throw Stop.notPossible("unclear-use", name, source.of(use.tree()));
      }
      ExpressionTree place = Uses.expression(use);
      Tree parent = parent(use, place);
      boolean parens = needsParens(meant, parent);
      touched.add(owners.of(source.start(place)));
      splices.replace(
          source.start(place),
          source.end(place),
          parens ? "(" + source.of(meant) + ")" : source.of(meant));
    }
    touched.add(owners.of(source.start(tree(declared))));
    Shape now = Shape.read(splices.on(text));
    facts.add(Phrase.of("inlined", name, uses.size()));
    return new Members(now).without(tree(Declared.of(now, name)));
  }

  private static Tree tree(Declared declared) {
    return switch (declared) {
      case Declared.Variable variable -> variable.tree();
      case Declared.Method method -> method.tree();
      case Declared.Component component -> component.tree();
      case Declared.Type type -> type.tree();
      case Declared.Strategy _ -> throw new IllegalStateException("nothing to inline");
    };
  }

  private static Tree parent(Uses.Use use, ExpressionTree place) {
    var path = use.path().getParentPath();
    return path.getLeaf() == place ? path.getParentPath().getLeaf() : path.getLeaf();
  }

  private ExpressionTree meant(Shape shape, Declared declared) throws Stop {
    return switch (declared) {
      case Declared.Variable variable -> ofVariable(shape, variable);
      case Declared.Method method -> ofMethod(shape, method.tree());
      case Declared.Component _, Declared.Type _, Declared.Strategy _ ->
          throw Stop.notPossible("not-inlined", name);
    };
  }

  private ExpressionTree ofVariable(Shape shape, Declared.Variable variable) throws Stop {
    VariableTree tree = variable.tree();
    ExpressionTree meant = tree.getInitializer();
    MethodTree within = variable.within();
    boolean own = within != null || variable.isConstant();
    if (!own || meant == null || !isPlain(meant)) {
      throw Stop.notPossible("not-inlined", name);
    }
    if (within == null && !new Members(shape).endsItself(tree)) {
      throw Stop.notPossible("grouped-fields", name);
    }
    if (within == null && !tree.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
      throw Stop.notPossible("used-elsewhere", name);
    }
    Tree scope = within == null ? shape.type() : within;
    Set<String> assigned = Purity.assigned(scope);
    Set<String> used = Names.used(meant);
    if (Purity.acts(meant)
        || assigned.contains(name)
        || used.stream().anyMatch(assigned::contains)) {
      throw Stop.notPossible("side-effects", name);
    }
    return meant;
  }

  private ExpressionTree ofMethod(Shape shape, MethodTree method) throws Stop {
    BlockTree body = method.getBody();
    if (!method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
      throw Stop.notPossible("used-elsewhere", name);
    }
    if (body == null
        || !method.getParameters().isEmpty()
        || body.getStatements().size() != 1
        || !(body.getStatements().getFirst() instanceof ReturnTree returned)
        || returned.getExpression() == null
        || !isPlain(returned.getExpression())) {
      throw Stop.notPossible("not-inlined", name);
    }
    ExpressionTree meant = returned.getExpression();
    Set<String> used = Names.used(meant);
    if (used.contains(name + "()") || Purity.acts(meant)) {
      throw Stop.notPossible("side-effects", name);
    }
    for (String local : shape.locals()) {
      if (used.contains(local)) {
        throw Stop.notPossible("hidden", local, shape.className());
      }
    }
    return meant;
  }

  /// Whether an expression reads the same wherever it stands.
  private static boolean isPlain(ExpressionTree tree) {
    return switch (tree.getKind()) {
      case LAMBDA_EXPRESSION, MEMBER_REFERENCE, SWITCH_EXPRESSION, NEW_ARRAY, NEW_CLASS -> false;
      default -> true;
    };
  }

  private static boolean needsParens(ExpressionTree meant, @Nullable Tree parent) {
    boolean closed =
        switch (meant.getKind()) {
          case IDENTIFIER,
              MEMBER_SELECT,
              METHOD_INVOCATION,
              PARENTHESIZED,
              INT_LITERAL,
              LONG_LITERAL,
              DOUBLE_LITERAL,
              FLOAT_LITERAL,
              BOOLEAN_LITERAL,
              CHAR_LITERAL,
              STRING_LITERAL ->
              true;
          default -> false;
        };
    return switch (parent) {
      case null -> false;
      case ParenthesizedTree _, ReturnTree _, VariableTree _ -> false;
      case MethodInvocationTree _ -> false; // as an argument
      case Tree junction when Logic.isJunction(junction) && !closed ->
          Logic.needsParens(meant, junction.getKind());
      default -> !closed;
    };
  }
}
