package sorte.change.edit;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// A source file seen as a strategy: its class, the record of its parameters, its fields and its
/// methods, with where each of them stands.
final class Shape {
  private static final Set<String> UNITS = Set.of("Bars", "Fraction", "Level", "Multiple", "Money");

  private final JavaSource source;
  private final ClassTree type;
  private final ClassTree parameters;

  /// One parameter: a component of the record with its unit, its value and its bounds.
  record Component(
      VariableTree tree,
      String name,
      String unit,
      ExpressionTree value,
      @Nullable ExpressionTree min,
      @Nullable ExpressionTree max) {}

  private Shape(JavaSource source, ClassTree type, ClassTree parameters) {
    this.source = source;
    this.type = type;
    this.parameters = parameters;
  }

  static Shape read(String text) throws Stop {
    return of(JavaSource.read(text));
  }

  static Shape of(JavaSource source) throws Stop {
    List<ClassTree> strategies = new ArrayList<>();
    for (Tree tree : source.unit().getTypeDecls()) {
      if (tree instanceof ClassTree type && isStrategy(type)) {
        strategies.add(type);
      }
    }
    if (strategies.size() != 1) {
      throw Stop.notPossible("not-one-strategy", Integer.toString(strategies.size()));
    }
    ClassTree type = strategies.getFirst();
    String record = recordName(type);
    List<ClassTree> found = new ArrayList<>();
    for (Tree member : type.getMembers()) {
      addRecord(member, record, found);
    }
    for (Tree top : source.unit().getTypeDecls()) {
      addRecord(top, record, found);
    }
    if (found.size() != 1) {
      throw Stop.notPossible("no-parameters", record);
    }
    return new Shape(source, type, found.getFirst());
  }

  private static void addRecord(Tree tree, String name, List<ClassTree> found) {
    if (tree instanceof ClassTree type
        && type.getKind() == Tree.Kind.RECORD
        && type.getSimpleName().contentEquals(name)) {
      found.add(type);
    }
  }

  private static boolean isStrategy(ClassTree type) {
    return type.getExtendsClause() instanceof ParameterizedTypeTree base
        && last(base.getType()).equals("Strategy")
        && base.getTypeArguments().size() == 1;
  }

  private static String recordName(ClassTree type) {
    return last(((ParameterizedTypeTree) type.getExtendsClause()).getTypeArguments().getFirst());
  }

  static String last(Tree name) {
    return switch (name) {
      case IdentifierTree simple -> simple.getName().toString();
      case MemberSelectTree select -> select.getIdentifier().toString();
      default -> name.toString();
    };
  }

  JavaSource source() {
    return source;
  }

  ClassTree type() {
    return type;
  }

  ClassTree record() {
    return parameters;
  }

  String className() {
    return type.getSimpleName().toString();
  }

  /// The components of the record, in order.
  List<VariableTree> componentTrees() {
    List<VariableTree> trees = new ArrayList<>();
    for (Tree member : parameters.getMembers()) {
      if (member instanceof VariableTree variable
          && !variable.getModifiers().getFlags().contains(Modifier.STATIC)) {
        trees.add(variable);
      }
    }
    return trees;
  }

  /// The components that carry a unit.
  List<Component> components() {
    List<Component> all = new ArrayList<>();
    for (VariableTree tree : componentTrees()) {
      for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
        String unit = last(annotation.getAnnotationType());
        ExpressionTree value = argument(annotation, "value");
        if (UNITS.contains(unit) && value != null) {
          all.add(
              new Component(
                  tree,
                  tree.getName().toString(),
                  unit,
                  value,
                  argument(annotation, "min"),
                  argument(annotation, "max")));
        }
      }
    }
    return all;
  }

  private static @Nullable ExpressionTree argument(AnnotationTree annotation, String name) {
    for (ExpressionTree argument : annotation.getArguments()) {
      if (argument instanceof AssignmentTree named) {
        if (last(named.getVariable()).equals(name)) {
          return named.getExpression();
        }
      } else if (name.equals("value")) {
        return argument;
      }
    }
    return null;
  }

  /// The component of that name, both folded to lower-case letters and digits.
  Optional<Component> component(String name) {
    String wanted = folded(name);
    return components().stream().filter(c -> folded(c.name()).equals(wanted)).findFirst();
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /// The fields of the strategy itself, constants included, in order.
  List<VariableTree> fields() {
    List<VariableTree> fields = new ArrayList<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree field) {
        fields.add(field);
      }
    }
    return fields;
  }

  List<MethodTree> methods() {
    List<MethodTree> methods = new ArrayList<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method && source.start(method) >= 0 && !isMade(method)) {
        methods.add(method);
      }
    }
    return methods;
  }

  /// A constructor that the compiler would make and nobody wrote.
  private boolean isMade(MethodTree method) {
    return source.end(method) <= source.start(method);
  }

  /// The names of the variables that stand in the bodies of the strategy's methods.
  Set<String> locals() {
    Set<String> names = new TreeSet<>();
    for (MethodTree method : methods()) {
      if (method.getBody() != null) {
        for (Tree statement : method.getBody().getStatements()) {
          if (statement instanceof VariableTree local) {
            names.add(local.getName().toString());
          }
        }
      }
    }
    return names;
  }

  /// The method of that name that takes nothing.
  Optional<MethodTree> method(String name) {
    return methods().stream()
        .filter(m -> m.getName().contentEquals(name) && m.getParameters().isEmpty())
        .findFirst();
  }

  /// Whether the file builds or takes apart its parameters itself: then their number is not the
  /// editor's to change.
  boolean parametersAreBuiltHere() {
    String name = parameters.getSimpleName().toString();
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitNewClass(NewClassTree node, Void unused) {
        found[0] |= last(node.getIdentifier()).equals(name);
        return super.visitNewClass(node, unused);
      }

      @Override
      public Void visitDeconstructionPattern(DeconstructionPatternTree node, Void unused) {
        found[0] |= last(node.getDeconstructor()).equals(name);
        return super.visitDeconstructionPattern(node, unused);
      }

      @Override
      public Void visitMethod(MethodTree node, Void unused) {
        return super.visitMethod(node, unused);
      }
    }.scan(source.unit(), null);
    for (Tree member : parameters.getMembers()) {
      if (member instanceof MethodTree method
          && method.getReturnType() == null
          && source.layout().nextCode(source.start(method)) < source.end(method)
          && isFullConstructor(method)) {
        found[0] = true;
      }
    }
    return found[0];
  }

  /// A constructor with a parameter list of its own; the compact one has none in the source.
  private boolean isFullConstructor(MethodTree method) {
    int brace = method.getBody() == null ? source.end(method) : source.start(method.getBody());
    return source.text().substring(source.start(method), brace).contains("(");
  }
}
