package sorte.change.edit;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;

/// In which part of the file something stands, by the names that [SecondReading] gives them.
final class Owners {
  private final Shape shape;
  private final JavaSource source;

  Owners(Shape shape) {
    this.shape = shape;
    this.source = shape.source();
  }

  private boolean holds(Tree tree, int at) {
    return source.start(tree) <= at && at < source.end(tree);
  }

  String of(int at) {
    if (holds(shape.record(), at)) {
      return ofRecord(at);
    }
    if (!holds(shape.type(), at)) {
      for (Tree top : source.unit().getTypeDecls()) {
        if (top instanceof ClassTree type && holds(type, at)) {
          return "top:" + type.getSimpleName();
        }
      }
      return "import";
    }
    VariableTree first = null;
    for (Tree member : shape.type().getMembers()) {
      if (member instanceof VariableTree field) {
        if (first == null || source.start(field) >= source.end(first)) {
          first = field; // of its own, or the first of a group
        }
        if (holds(field, at)) {
          return "field:" + first.getName();
        }
      } else if (holds(member, at)) {
        return label(member);
      }
    }
    return "header";
  }

  private static String label(Tree member) {
    return switch (member) {
      case MethodTree method when method.getReturnType() == null -> "method:<init>";
      case MethodTree method -> "method:" + method.getName();
      case ClassTree type -> "type:" + type.getSimpleName();
      default -> "member";
    };
  }

  private String ofRecord(int at) {
    for (VariableTree component : shape.componentTrees()) {
      if (holds(component, at)) {
        return "component:" + component.getName();
      }
    }
    for (Tree inner : shape.record().getMembers()) {
      if (source.end(inner) > source.start(inner) && holds(inner, at)) {
        return "inner:" + shape.record().getSimpleName();
      }
    }
    return "record:" + shape.record().getSimpleName();
  }
}
