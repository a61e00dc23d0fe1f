package sorte.change.edit;

import com.sun.source.tree.VariableTree;
import java.util.List;

/// Components of the parameters' record put in and taken out again, each the exact inverse of the
/// other.
final class Components {
  private final Shape shape;
  private final JavaSource source;
  private final Layout layout;
  private final String text;
  private final Members members;

  Components(Shape shape) {
    this.shape = shape;
    this.source = shape.source();
    this.layout = source.layout();
    this.text = source.text();
    this.members = new Members(shape);
  }

  /// A component after the last one.
  String withComponent(String declaration) throws Stop {
    if (shape.parametersAreBuiltHere()) {
      throw Stop.notPossible("parameters-built-here", shape.className());
    }
    List<VariableTree> components = shape.componentTrees();
    if (components.isEmpty()) {
      int brace = headerParen();
      return new Splices()
          .insert(
              brace + 1,
              layout.breakNear(brace)
                  + layout.indentAt(source.start(shape.record()))
                  + members.continuation()
                  + declaration)
          .on(text);
    }
    VariableTree last = components.getLast();
    int start = source.start(last);
    int end = source.end(last);
    int anchor = layout.afterComments(end);
    String eol = layout.breakNear(anchor);
    boolean fits =
        anchor - layout.startOfLine(anchor) + 2 + declaration.length() <= Members.WIDTH
            && !layout.endsInLineComment(anchor);
    String gap;
    if (layout.firstInLine(start)) {
      gap = eol + layout.indentAt(start);
    } else if (fits) {
      gap = " ";
    } else {
      gap = eol + layout.indentAt(source.start(shape.record())) + members.continuation();
    }
    return new Splices().insert(end, ",").insert(anchor, gap + declaration).on(text);
  }

  private int headerParen() {
    int at = source.start(shape.record());
    while (text.charAt(at) != '(' || layout.at(at) != Layout.Piece.CODE || inAnnotation(at)) {
      at++;
    }
    return at;
  }

  private boolean inAnnotation(int at) {
    int mods = source.end(shape.record().getModifiers());
    return mods > 0 && at < mods;
  }

  /// Without the component of that name.
  String withoutComponent(String name) {
    List<VariableTree> components = shape.componentTrees();
    int i = 0;
    while (!components.get(i).getName().contentEquals(name)) {
      i++;
    }
    int start = source.start(components.get(i));
    int end = source.end(components.get(i));
    boolean last = i == components.size() - 1;
    if (i == 0 && last) {
      return new Splices()
          .delete(layout.afterPreviousCode(start), layout.afterComments(end))
          .on(text);
    }
    if (i == 0) {
      int to = layout.afterComments(layout.nextCode(end) + 1);
      if (layout.firstInLine(start) && layout.lastInLine(to)) {
        return new Splices()
            .delete(layout.beforeBreak(layout.startOfLine(start)), layout.endOfLine(to))
            .on(text);
      }
      while (layout.at(to) == Layout.Piece.SPACE) {
        to++;
      }
      return new Splices().delete(start, to).on(text);
    }
    int comma = layout.nextCode(source.end(components.get(i - 1)));
    int keep = layout.afterComments(comma + 1);
    int to = layout.afterComments(last ? end : layout.nextCode(end) + 1);
    if (layout.endsInLineComment(keep) && layout.lastInLine(to)) {
      to = layout.endOfLine(to);
    }
    Splices splices = new Splices().delete(keep, to);
    return last ? splices.delete(comma, comma + 1).on(text) : splices.on(text);
  }
}
