package sorte.change.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Takes the operands that mention an indicator out of a rule, one at a time.
final class Removal {
  /// More operands than this in one rule are not taken out one by one.
  private static final int MOST = 200;

  /// What becomes of one expression.
  private sealed interface Fate {
    /// It does not mention the indicator.
    record Kept() implements Fate {}

    /// All of it speaks of the indicator.
    record Gone() implements Fate {}

    /// One operand of a junction within it goes.
    record Part(ExpressionTree junction, int index, boolean stands) implements Fate {}
  }

  private final String indicator;
  private final RuleMethod rule;

  Removal(RuleMethod rule, String indicator) {
    this.rule = rule;
    this.indicator = indicator;
  }

  /// The text of a rule's method without the operands that mention the indicator.
  String from(String text) throws Stop {
    String now = text;
    for (int i = 0; i < MOST; i++) {
      Shape shape = Shape.read(now);
      MethodTree method =
          shape.method(rule.method()).orElseThrow(() -> Stop.notPossible("no-rule", rule.phrase()));
      ExpressionTree slot = Logic.stripped(Logic.onlyReturn(method).getExpression());
      Set<String> names = Indicators.mentioning(shape, indicator);
      switch (fate(shape, method, slot, names, true)) {
        case Fate.Kept() -> {
          return now;
        }
        case Fate.Gone() ->
            throw Stop.ask(
                Phrase.of("last-condition", rule.phrase(), indicator),
                List.of(
                    Phrase.of("last-condition.replace", rule.phrase()),
                    Phrase.of("last-condition.keep")));
        case Fate.Part(ExpressionTree junction, int index, boolean stands) ->
            now = new Operands(shape).without(junction, index, stands);
      }
    }
    throw Stop.notPossible("too-many-conditions", Integer.toString(MOST));
  }

  /// Whether the rule mentions the indicator at all.
  static boolean mentioned(Shape shape, MethodTree method, String indicator) {
    return mentions(shape, method.getBody(), Indicators.mentioning(shape, indicator), 0);
  }

  private static boolean mentions(Shape shape, Tree tree, Set<String> names, int depth) {
    Set<String> used = new TreeSet<>(Names.used(tree));
    if (used.stream().anyMatch(names::contains)) {
      return true;
    }
    if (depth > 8) {
      return false;
    }
    for (MethodTree helper : shape.methods()) {
      if (helper.getBody() != null
          && used.contains(helper.getName() + "()")
          && mentions(shape, helper.getBody(), names, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private Fate fate(
      Shape shape, MethodTree method, ExpressionTree tree, Set<String> names, boolean stands)
      throws Stop {
    ExpressionTree e = Logic.stripped(tree);
    boolean alone = stands || e != tree;
    if (!mentions(shape, e, names, 0)
        && !throughLocals(shape, method.getBody().getStatements(), e, names)) {
      return new Fate.Kept();
    }
    return switch (e.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR -> junction(shape, method, e, names, alone);
      case LOGICAL_COMPLEMENT -> fate(shape, method, ((UnaryTree) e).getExpression(), names, false);
      case METHOD_INVOCATION -> call(shape, (MethodInvocationTree) e, names);
      case IDENTIFIER -> {
        Optional<VariableTree> local = local(method, e);
        yield local.isPresent() && local.get().getInitializer() != null
            ? once(
                shape,
                fate(shape, method, local.get().getInitializer(), names, true),
                Names.counted(method.getBody()).getOrDefault(e.toString(), 0),
                e.toString())
            : new Fate.Gone();
      }
      case LESS_THAN,
          LESS_THAN_EQUAL,
          GREATER_THAN,
          GREATER_THAN_EQUAL,
          EQUAL_TO,
          NOT_EQUAL_TO,
          MEMBER_SELECT ->
          new Fate.Gone();
      default -> throw Stop.notPossible("form", rule.phrase(), shape.source().of(e).strip());
    };
  }

  private Fate junction(
      Shape shape, MethodTree method, ExpressionTree e, Set<String> names, boolean stands)
      throws Stop {
    List<ExpressionTree> operands = Logic.operands(e, e.getKind());
    int gone = 0;
    int first = -1;
    for (int i = 0; i < operands.size(); i++) {
      Fate fate = fate(shape, method, operands.get(i), names, false);
      switch (fate) {
        case Fate.Kept() -> {}
        case Fate.Part part -> {
          return part;
        }
        case Fate.Gone() -> {
          gone++;
          first = first < 0 ? i : first;
        }
      }
    }
    if (gone == operands.size()) {
      return new Fate.Gone();
    }
    return gone == 0 ? new Fate.Kept() : new Fate.Part(e, first, stands);
  }

  /// A condition of the indicator itself, or a helper method of the strategy's own.
  private Fate call(Shape shape, MethodInvocationTree call, Set<String> names) throws Stop {
    if (call.getMethodSelect() instanceof IdentifierTree name && call.getArguments().isEmpty()) {
      Optional<MethodTree> helper = shape.method(name.getName().toString());
      if (helper.isPresent()) {
        Fate inside =
            fate(shape, helper.get(), Logic.onlyReturn(helper.get()).getExpression(), names, true);
        int uses = Names.counted(shape.type()).getOrDefault(name.getName() + "()", 0);
        return once(shape, inside, uses, name.getName().toString());
      }
    }
    return new Fate.Gone();
  }

  /// What several places share is only taken out whole.
  private Fate once(Shape shape, Fate inside, int uses, String name) throws Stop {
    if (inside instanceof Fate.Part && uses > 1) {
      throw Stop.notPossible("shared-helper", name, indicator, shape.className());
    }
    return inside;
  }

  /// Whether a variable that stands before `e` in the method, and that it uses, mentions the
  /// indicator.
  private static boolean throughLocals(
      Shape shape, List<? extends Tree> before, Tree e, Set<String> names) {
    Set<String> used = Names.used(e);
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i) instanceof VariableTree local
          && used.contains(local.getName().toString())
          && local.getInitializer() != null
          && (mentions(shape, local.getInitializer(), names, 0)
              || throughLocals(shape, before.subList(0, i), local.getInitializer(), names))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<VariableTree> local(MethodTree method, ExpressionTree e) {
    if (!(e instanceof IdentifierTree name)) {
      return Optional.empty();
    }
    VariableTree[] found = new VariableTree[1];
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree node, Void unused) {
        if (node.getName().equals(name.getName())) {
          found[0] = node;
        }
        return super.visitVariable(node, unused);
      }
    }.scan(method.getBody(), null);
    return Optional.ofNullable(found[0]);
  }
}
