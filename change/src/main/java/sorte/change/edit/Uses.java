package sorte.change.edit;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The places where one declared name is used in its file. Names are compared as written; the name
/// is declared once ([Declared]), so that a plain use can mean nothing else.
final class Uses {
  /// A use: where the name stands, the tree it is all of, and what it stands in.
  record Use(int at, Tree tree, TreePath path) {}

  private final Shape shape;
  private final JavaSource source;
  private final String name;

  Uses(Shape shape, String name) {
    this.shape = shape;
    this.source = shape.source();
    this.name = name;
  }

  List<Use> of(Declared declared) throws Stop {
    List<Use> uses = new ArrayList<>();
    Set<String> holders = declared instanceof Declared.Component ? parameterHolders() : Set.of();
    Stop[] unclear = new Stop[1];
    new TreePathScanner<Void, Void>() {
      private void take(int at, Tree tree) {
        uses.add(new Use(at, tree, getCurrentPath()));
      }

      private boolean isCalled() {
        return getCurrentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
            && call.getMethodSelect() == getCurrentPath().getLeaf();
      }

      @Override
      public Void visitIdentifier(IdentifierTree node, Void unused) {
        if (node.getName().contentEquals(name)
            && source.end(node) > source.start(node)
            && !isOfAnnotation(node)) {
          boolean fits =
              switch (declared) {
                case Declared.Variable _ -> !isCalled();
                case Declared.Method _ -> isCalled();
                case Declared.Component _ -> !isCalled() && isInRecord();
                case Declared.Type _, Declared.Strategy _ -> true;
              };
          if (fits) {
            take(source.start(node), node);
          }
        }
        return super.visitIdentifier(node, unused);
      }

      /// The `value` of `@Bars(value = 14)` is nobody's variable.
      private boolean isOfAnnotation(IdentifierTree node) {
        TreePath parent = getCurrentPath().getParentPath();
        return parent.getLeaf() instanceof AssignmentTree assignment
            && assignment.getVariable() == node
            && parent.getParentPath().getLeaf() instanceof AnnotationTree;
      }

      private boolean isInRecord() {
        for (Tree tree : getCurrentPath()) {
          if (tree == shape.record()) {
            return true;
          }
        }
        return false;
      }

      @Override
      public Void visitMemberSelect(MemberSelectTree node, Void unused) {
        if (node.getIdentifier().contentEquals(name)) {
          String of = Shape.last(node.getExpression());
          boolean own = of.equals("this") || of.equals(shape.className());
          boolean fits =
              switch (declared) {
                case Declared.Variable _ -> {
                  if (!isCalled() && !own) {
                    unclear[0] = Stop.notPossible("unclear-use", name, source.of(node));
                  }
                  yield !isCalled() && own;
                }
                case Declared.Method _ -> isCalled() && own;
                case Declared.Component _ -> isRead(node, of);
                case Declared.Type _ -> !isCalled() && own;
                case Declared.Strategy _ -> !isCalled();
              };
          if (fits) {
            take(source.end(node) - name.length(), node);
          }
        }
        return super.visitMemberSelect(node, unused);
      }

      private boolean isRead(MemberSelectTree node, String of) {
        if (isCalled()) {
          MethodInvocationTree call =
              (MethodInvocationTree) getCurrentPath().getParentPath().getLeaf();
          return call.getArguments().isEmpty()
              && (holders.contains(of)
                  || of.equals("this") && isInRecord()
                  || node.getExpression() instanceof MethodInvocationTree made
                      && holders.contains(Shape.last(made.getMethodSelect()) + "()"));
        }
        return (of.equals("this") || holders.contains(of)) && isInRecord();
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree node, Void unused) {
        if (node.getName().contentEquals(name)) {
          String of = Shape.last(node.getQualifierExpression());
          boolean own = of.equals("this") || of.equals(shape.className());
          boolean fits =
              switch (declared) {
                case Declared.Method _ -> own;
                case Declared.Component _ ->
                    of.contentEquals(shape.record().getSimpleName()) || holders.contains(of);
                default -> false;
              };
          if (fits) {
            take(source.end(node) - name.length(), node);
          }
        }
        return super.visitMemberReference(node, unused);
      }
    }.scan(new TreePath(source.unit()), null);
    if (unclear[0] != null) {
      throw unclear[0];
    }
    return uses;
  }

  /// The variables, and methods as `name()`, that hold the record of the parameters.
  private Set<String> parameterHolders() {
    String record = shape.record().getSimpleName().toString();
    Set<String> names = new TreeSet<>(Set.of("p"));
    new com.sun.source.util.TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree node, Void unused) {
        if (node.getType() != null && Shape.last(node.getType()).equals(record)) {
          names.add(node.getName().toString());
        }
        return super.visitVariable(node, unused);
      }

      @Override
      public Void visitMethod(MethodTree node, Void unused) {
        if (node.getReturnType() != null && Shape.last(node.getReturnType()).equals(record)) {
          names.add(node.getName() + "()");
        }
        return super.visitMethod(node, unused);
      }
    }.scan(source.unit(), null);
    return names;
  }

  /// Where the name stands in its declaration.
  int declaration(Declared declared) {
    return switch (declared) {
      case Declared.Variable variable -> ofVariable(variable.tree());
      case Declared.Component component -> ofVariable(component.tree());
      case Declared.Method method -> source.word(name, source.end(method.tree().getReturnType()));
      case Declared.Type type -> ofType(type.tree());
      case Declared.Strategy _ -> ofType(shape.type());
    };
  }

  private int ofVariable(VariableTree tree) {
    boolean typed = tree.getType() != null && source.end(tree.getType()) > 0;
    int from = typed ? source.end(tree.getType()) : source.start(tree);
    return source.word(name, from);
  }

  private int ofType(ClassTree tree) {
    int mods = source.end(tree.getModifiers());
    return source.word(name, mods > 0 ? mods : source.start(tree));
  }

  /// Where the constructors of a type are called by its name.
  List<Integer> constructors(ClassTree type) {
    List<Integer> at = new ArrayList<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method
          && method.getReturnType() == null
          && source.end(method) > source.start(method)) {
        int mods = source.end(method.getModifiers());
        at.add(source.word(name, mods > 0 ? mods : source.start(method)));
      }
    }
    return at;
  }

  /// Whether a name is written anywhere in the code of the file.
  static boolean isWritten(JavaSource source, String name) {
    return source.word(name, 0) >= 0;
  }

  static ExpressionTree expression(Use use) {
    return use.path().getParentPath().getLeaf() instanceof MethodInvocationTree call
            && call.getMethodSelect() == use.tree()
        ? call
        : (ExpressionTree) use.tree();
  }
}
