package sorte.change.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A rule as logic: what is joined, what is denied, and what cannot be taken apart further.
sealed interface Formula {
  record All(List<Formula> of) implements Formula {
    @Override
    public String toString() {
      return of.stream().map(Object::toString).collect(Collectors.joining(" & ", "(", ")"));
    }
  }

  record Any(List<Formula> of) implements Formula {
    @Override
    public String toString() {
      return of.stream().map(Object::toString).collect(Collectors.joining(" | ", "(", ")"));
    }
  }

  record Not(Formula of) implements Formula {
    @Override
    public String toString() {
      return "!" + of;
    }
  }

  /// A condition: how it reads, and the names in it.
  record Atom(String text, Set<String> names) implements Formula {
    @Override
    public String toString() {
      return text;
    }
  }

  /// The operands joined by `all` at the top; none where it is a constant.
  default List<Formula> operands(boolean all) {
    return switch (this) {
      case All(List<Formula> of) when all -> of;
      case Any(List<Formula> of) when !all -> of;
      case Atom(String text, Set<String> _) when text.equals("true") || text.equals("false") ->
          List.of();
      default -> List.of(this);
    };
  }

  /// Without the conditions that `gone` takes; null where nothing is left.
  default @Nullable Formula without(Function<Atom, Boolean> gone) {
    return switch (this) {
      case Atom atom -> gone.apply(atom) ? null : atom;
      case Not(Formula of) -> {
        Formula left = of.without(gone);
        yield left == null ? null : new Not(left);
      }
      case All(List<Formula> of) -> joined(left(of, gone), true);
      case Any(List<Formula> of) -> joined(left(of, gone), false);
    };
  }

  private static List<Formula> left(List<Formula> of, Function<Atom, Boolean> gone) {
    List<Formula> left = new ArrayList<>();
    for (Formula formula : of) {
      Formula rest = formula.without(gone);
      if (rest != null) {
        left.add(rest);
      }
    }
    return left;
  }

  static @Nullable Formula joined(List<Formula> of, boolean all) {
    List<Formula> flat = new ArrayList<>();
    for (Formula formula : of) {
      switch (formula) {
        case All(List<Formula> inner) when all -> flat.addAll(inner);
        case Any(List<Formula> inner) when !all -> flat.addAll(inner);
        default -> flat.add(formula);
      }
    }
    return flat.isEmpty()
        ? null
        : flat.size() == 1 ? flat.getFirst() : all ? new All(flat) : new Any(flat);
  }

  /// Reads what a method returns. `deep`: locals and the strategy's own methods without arguments
  /// stand for what they are.
  static Optional<Formula> of(Outline outline, Meaning meaning, String method, boolean deep) {
    MethodTree tree = outline.methods().get(method);
    return outline.returned(tree).map(e -> new Reader(outline, meaning, tree, deep, 0).read(e));
  }

  record Reader(Outline outline, Meaning meaning, MethodTree method, boolean deep, int depth) {
    Formula read(ExpressionTree e) {
      return switch (e) {
        case ParenthesizedTree inner -> read(inner.getExpression());
        case UnaryTree not when not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT ->
            new Not(read(not.getExpression()));
        case BinaryTree two
            when two.getKind() == Tree.Kind.CONDITIONAL_AND
                || two.getKind() == Tree.Kind.CONDITIONAL_OR ->
            joined(
                List.of(read(two.getLeftOperand()), read(two.getRightOperand())),
                two.getKind() == Tree.Kind.CONDITIONAL_AND);
        case IdentifierTree name when deep && depth < 9 && local(name) != null ->
            read(local(name).getInitializer());
        case MethodInvocationTree call when deep && depth < 9 && own(call).isPresent() ->
            new Reader(outline, meaning, own(call).get(), true, depth + 1)
                .read(outline.returned(own(call).get()).orElseThrow());
        case LiteralTree literal -> new Atom(String.valueOf(literal.getValue()), Set.of());
        default -> new Atom(meaning.condition(e), names(e));
      };
    }

    /// The names in it; a local speaks of what its value speaks of.
    private Set<String> names(ExpressionTree e) {
      Set<String> names = new TreeSet<>(meaning.names(e));
      if (deep) {
        for (StatementTree statement : method.getBody().getStatements()) {
          if (statement instanceof VariableTree v
              && v.getInitializer() != null
              && meaning.names(e).contains(v.getName().toString())) {
            names.addAll(meaning.names(v.getInitializer()));
          }
        }
      }
      return names;
    }

    private @Nullable VariableTree local(IdentifierTree name) {
      return method.getBody().getStatements().stream()
          .filter(s -> s instanceof VariableTree v && v.getName().equals(name.getName()))
          .map(s -> (VariableTree) s)
          .filter(v -> v.getInitializer() != null)
          .findFirst()
          .orElse(null);
    }

    private Optional<MethodTree> own(MethodInvocationTree call) {
      return call.getArguments().isEmpty()
              && call.getMethodSelect() instanceof IdentifierTree name
              && outline.fields().get(name.getName().toString()) == null
          ? Optional.ofNullable(outline.methods().get(name.getName().toString()))
              .filter(m -> outline.returned(m).isPresent())
          : Optional.empty();
    }
  }
}
