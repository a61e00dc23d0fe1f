package sorte.change.edit;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// What a name stands for in a strategy's file: the one thing declared by it.
sealed interface Declared {
  /// A field, a constant or a variable of a method.
  record Variable(VariableTree tree, @Nullable MethodTree within) implements Declared {
    boolean isConstant() {
      return tree.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
    }
  }

  /// A parameter of the strategy.
  record Component(VariableTree tree) implements Declared {}

  record Method(MethodTree tree) implements Declared {}

  /// A type within the strategy.
  record Type(ClassTree tree) implements Declared {}

  /// The strategy itself.
  record Strategy() implements Declared {}

  /// Names that every strategy has from the house: not to be taken, and not anybody's to change.
  static Set<String> ofTheHouse() {
    Set<String> names =
        new TreeSet<>(
            List.of(
                "p",
                "open",
                "high",
                "low",
                "close",
                "volume",
                "terms",
                "series",
                "use",
                "equals",
                "hashCode",
                "toString",
                "getClass",
                "clone",
                "finalize",
                "notify",
                "notifyAll",
                "wait"));
    for (RuleMethod rule : RuleMethod.values()) {
      names.add(rule.method());
    }
    for (IndicatorForm form : IndicatorForm.values()) {
      names.add(form.method());
      names.add(form.type());
    }
    return names;
  }

  /// The one thing of that name; refused where there is none or more than one.
  static Declared of(Shape shape, String name) throws Stop {
    Names.checked(name);
    List<Declared> found = new ArrayList<>();
    int[] declarations = {0};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree node, Void unused) {
        declarations[0] += node.getName().contentEquals(name) ? 1 : 0;
        return super.visitVariable(node, unused);
      }

      @Override
      public Void visitMethod(MethodTree node, Void unused) {
        boolean written = shape.source().end(node) > shape.source().start(node);
        declarations[0] += written && node.getName().contentEquals(name) ? 1 : 0;
        return super.visitMethod(node, unused);
      }

      @Override
      public Void visitClass(ClassTree node, Void unused) {
        declarations[0] += node.getSimpleName().contentEquals(name) ? 1 : 0;
        return super.visitClass(node, unused);
      }

      @Override
      public Void visitTypeParameter(TypeParameterTree node, Void unused) {
        declarations[0] += node.getName().contentEquals(name) ? 1 : 0;
        return super.visitTypeParameter(node, unused);
      }
    }.scan(shape.source().unit(), null);
    collect(shape, name, found);
    if (declarations[0] > 1) {
      throw Stop.notPossible("named-twice", name, shape.className());
    }
    if (found.isEmpty()) {
      throw Stop.notPossible("no-such-name", name, shape.className());
    }
    return found.getFirst();
  }

  private static void collect(Shape shape, String name, List<Declared> found) {
    if (shape.className().equals(name)) {
      found.add(new Strategy());
    }
    for (VariableTree component : shape.componentTrees()) {
      if (component.getName().contentEquals(name)) {
        found.add(new Component(component));
      }
    }
    for (Tree member : shape.type().getMembers()) {
      switch (member) {
        case VariableTree field when field.getName().contentEquals(name) ->
            found.add(new Variable(field, null));
        case MethodTree method -> {
          if (method.getName().contentEquals(name)) {
            found.add(new Method(method));
          }
          local(method, name, found);
        }
        case ClassTree type when type.getSimpleName().contentEquals(name) ->
            found.add(new Type(type));
        default -> {}
      }
    }
  }

  private static void local(MethodTree method, String name, List<Declared> found) {
    if (method.getBody() != null) {
      for (Tree statement : method.getBody().getStatements()) {
        if (statement instanceof VariableTree local && local.getName().contentEquals(name)) {
          found.add(new Variable(local, method));
        }
      }
    }
  }
}
