package sorte.change.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.List;

/// Operands put into a rule's expression and taken out again, each the exact inverse of the other.
final class Operands {
  private final Shape shape;
  private final JavaSource source;
  private final Layout layout;
  private final String text;
  private final Members members;

  Operands(Shape shape) {
    this.shape = shape;
    this.source = shape.source();
    this.layout = source.layout();
    this.text = source.text();
    this.members = new Members(shape);
  }

  private enum Style {
    INLINE,
    LEADING,
    TRAILING
  }

  /// `operand` as the last one that `kind` joins in what `method` returns.
  String with(MethodTree method, Tree.Kind kind, String operand) throws Stop {
    var returned = Logic.onlyReturn(method);
    ExpressionTree slot = Logic.stripped(returned.getExpression());
    if (Logic.isLiteral(slot, kind == Tree.Kind.CONDITIONAL_AND) || Logic.isLiteral(slot, false)) {
      return new Splices().replace(source.start(slot), source.end(slot), operand).on(text);
    }
    if (Logic.isLiteral(slot, true)) {
      throw Stop.alreadySo("always-true", method.getName().toString());
    }
    Splices splices = new Splices();
    boolean wrap = Logic.needsParens(slot, kind);
    List<ExpressionTree> operands = wrap ? List.of(slot) : Logic.operands(slot, kind);
    ExpressionTree last = operands.getLast();
    int end = source.end(last);
    String behind = "";
    if (wrap) {
      splices.insert(source.start(slot), "(");
      behind = ")";
    }
    int anchor = layout.afterComments(end);
    String sign = Logic.operator(kind);
    Style style = style(method, returned, operands, anchor, operand);
    String eol = layout.breakNear(anchor);
    String indent = indent(returned, operands, style);
    String before = style == Style.TRAILING ? behind + " " + sign : behind;
    String added =
        switch (style) {
          case INLINE -> " " + sign + " " + operand;
          case LEADING -> eol + indent + sign + " " + operand;
          case TRAILING -> eol + indent + operand;
        };
    if (anchor == end) {
      splices.insert(end, before + added);
    } else {
      splices.insert(end, before).insert(anchor, added);
    }
    return splices.on(text);
  }

  private Style style(
      MethodTree method, Tree returned, List<ExpressionTree> operands, int anchor, String operand) {
    boolean fits =
        !layout.endsInLineComment(anchor)
            && anchor - layout.startOfLine(anchor) + 4 + operand.length() < Members.WIDTH;
    if (operands.size() == 1) {
      boolean oneLine =
          !layout.breaksBetween(source.start(method.getBody()), source.start(returned));
      return oneLine && fits ? Style.INLINE : Style.LEADING;
    }
    int before = source.end(operands.get(operands.size() - 2));
    int sign = layout.nextCode(before);
    if (layout.breaksBetween(before, sign)) {
      return Style.LEADING;
    }
    if (layout.breaksBetween(sign, source.start(operands.getLast()))) {
      return Style.TRAILING;
    }
    return fits ? Style.INLINE : Style.LEADING;
  }

  private String indent(Tree returned, List<ExpressionTree> operands, Style style) {
    if (operands.size() > 1) {
      ExpressionTree last = operands.getLast();
      int before = source.end(operands.get(operands.size() - 2));
      int sign = layout.nextCode(before);
      if (style == Style.LEADING && layout.firstInLine(sign)) {
        return layout.indentAt(sign);
      }
      if (style == Style.TRAILING && layout.firstInLine(source.start(last))) {
        return layout.indentAt(source.start(last));
      }
    }
    return layout.indentAt(source.start(returned)) + members.continuation();
  }

  /// Without one operand of a junction. Where one operand is left and its parentheses were only
  /// there for the junction, they go too; `stands` says that the junction is nobody's operand.
  String without(ExpressionTree junction, int index, boolean stands) {
    Tree.Kind kind = junction.getKind();
    List<ExpressionTree> operands = Logic.operands(junction, kind);
    Splices splices = new Splices();
    int size = operands.size();
    int start = source.start(operands.get(index));
    int end = source.end(operands.get(index));
    if (index == 0) {
      splices.delete(start, source.start(operands.get(1)));
    } else {
      int previous = source.end(operands.get(index - 1));
      int sign = layout.nextCode(previous);
      int from;
      if (layout.breaksBetween(previous, sign)) {
        from = layout.afterComments(previous);
        splices.delete(from, middle(index, size, operands, end));
      } else {
        from = layout.afterComments(sign + 2);
        boolean trailing = layout.breaksBetween(sign, start);
        if (trailing && index < size - 1) {
          int next = layout.nextCode(end);
          splices.delete(from, layout.afterComments(next + 2));
        } else if (trailing) {
          int free = previous;
          int comments = layout.afterComments(previous);
          if (comments > previous) {
            splices.delete(comments, sign + 2);
          } else {
            splices.delete(free, sign + 2);
          }
          splices.delete(from, end);
        } else {
          splices.delete(layout.afterComments(previous), middle(index, size, operands, end));
        }
      }
    }
    if (size == 2 && stands) {
      unwrap(splices, operands.get(1 - index));
    }
    return splices.on(text);
  }

  /// How far an operand between others reaches: with its own comments, where it has lines of its
  /// own.
  private int middle(int index, int size, List<ExpressionTree> operands, int end) {
    if (index == size - 1) {
      return end;
    }
    int next = layout.nextCode(source.end(operands.get(index)));
    return layout.breaksBetween(end, next) ? layout.afterComments(end) : end;
  }

  private void unwrap(Splices splices, ExpressionTree left) {
    if (left instanceof ParenthesizedTree parens
        && (Logic.needsParens(parens.getExpression(), Tree.Kind.CONDITIONAL_AND)
            || Logic.needsParens(parens.getExpression(), Tree.Kind.CONDITIONAL_OR))) {
      int open = source.start(parens);
      int close = source.end(parens) - 1;
      splices.delete(open, open + 1).delete(close, close + 1);
    }
  }

  /// The expression of a rule becomes `operands`, joined by `&&`, one a line.
  String replaced(MethodTree method, List<String> operands) {
    var body = method.getBody();
    Tree first = body.getStatements().getFirst();
    Tree last = body.getStatements().getLast();
    int at = source.start(first);
    String eol = layout.breakNear(at);
    String joined =
        String.join(eol + layout.indentAt(at) + members.continuation() + "&& ", operands);
    if (first == last && first instanceof com.sun.source.tree.ReturnTree returned) {
      ExpressionTree slot = returned.getExpression();
      return new Splices().replace(source.start(slot), source.end(slot), joined).on(text);
    }
    return new Splices().replace(at, source.end(last), "return " + joined + ";").on(text);
  }
}
