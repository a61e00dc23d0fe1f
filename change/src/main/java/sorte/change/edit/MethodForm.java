package sorte.change.edit;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/// How this file's author writes a rule that only returns something: the annotation above or in the
/// line, the brace in the line or in one of its own, all of it in one line or in several. A new one
/// takes the form of one that is there.
final class MethodForm {
  private final Shape shape;
  private final JavaSource source;
  private final Members members;

  MethodForm(Shape shape) {
    this.shape = shape;
    this.source = shape.source();
    this.members = new Members(shape);
  }

  /// A method's lines, joined by `\n`, without the indentation of a member. It returns the pieces,
  /// one a line where the form has room for lines.
  String of(String type, String name, List<String> pieces, String joint) {
    for (MethodTree method : shape.methods()) {
      Optional<String> like = like(method, type, name, pieces, joint);
      if (like.isPresent()) {
        return like.get();
      }
    }
    return "@Override\npublic "
        + type
        + " "
        + name
        + "() {\n"
        + members.unit()
        + "return "
        + String.join("\n" + members.unit() + members.continuation(), pieces)
        + ";\n}";
  }

  private Optional<String> like(
      MethodTree method, String type, String name, List<String> pieces, String joint) {
    int start = source.start(method);
    int end = source.end(method);
    if (!isPlainRule(method) || source.layout().hasComment(start, end)) {
      return Optional.empty();
    }
    ReturnTree returned = (ReturnTree) method.getBody().getStatements().getFirst();
    ExpressionTree slot = returned.getExpression();
    Tree is = method.getReturnType();
    int named = source.layout().nextCode(source.end(is));
    String indent = source.layout().indentAt(start);
    String text = source.text();
    boolean oneLine = !source.layout().breaksBetween(start, end);
    String joined = String.join(joint, pieces);
    if (oneLine && indent.length() + end - start + joined.length() > Members.WIDTH + 20) {
      return Optional.empty();
    }
    String inner = source.layout().indentAt(source.start(returned)) + members.continuation();
    String expression = oneLine ? joined : String.join("\n" + inner, pieces);
    String form =
        text.substring(start, source.start(is))
            + type
            + text.substring(source.end(is), named)
            + name
            + text.substring(named + method.getName().length(), source.start(slot))
            + expression
            + text.substring(source.end(slot), end);
    List<String> lines = new ArrayList<>();
    form.lines().forEach(line -> lines.add(stripped(line, indent).stripTrailing()));
    return Optional.of(String.join("\n", lines));
  }

  private static String stripped(String line, String indent) {
    return line.startsWith(indent) ? line.substring(indent.length()) : line;
  }

  /// `@Override public`, no arguments, and nothing in it but a return, all of it in the lines where
  /// one looks for it.
  private boolean isPlainRule(MethodTree method) {
    if (method.getReturnType() == null
        || method.getBody() == null
        || method.getBody().getStatements().size() != 1
        || !method.getParameters().isEmpty()
        || !method.getModifiers().getFlags().equals(Set.of(Modifier.PUBLIC))
        || method.getModifiers().getAnnotations().size() != 1
        || !isOverride(method.getModifiers().getAnnotations().getFirst())
        || !(method.getBody().getStatements().getFirst() instanceof ReturnTree returned)
        || returned.getExpression() == null) {
      return false;
    }
    Layout layout = source.layout();
    int type = source.start(method.getReturnType());
    int slot = source.start(returned.getExpression());
    return !layout.breaksBetween(type, source.end(method.getReturnType()) + 1)
        && !layout.breaksBetween(source.start(returned), slot)
        && source.start(method) < type;
  }

  /// By the tree: how javac prints one differs from JDK to JDK.
  private static boolean isOverride(AnnotationTree annotation) {
    return Shape.last(annotation.getAnnotationType()).equals("Override");
  }
}
