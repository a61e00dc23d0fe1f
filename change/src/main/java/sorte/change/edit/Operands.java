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
    Tail tail = Tail.of(source, anchor);
    if (style != Style.INLINE && tail.isCommented(layout)) {
      return splices
          .insert(end, before)
          .delete(tail.from(), tail.closed())
          .insert(tail.end(), added + tail.closing(text))
          .on(text);
    }
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
    if (index == 0) {
      first(splices, operands);
    } else {
      later(splices, operands, index);
    }
    if (operands.size() == 2 && stands) {
      unwrap(splices, operands.get(1 - index));
    }
    return splices.on(text);
  }

  /// The first goes with its comments; those that stand in lines of their own above the second
  /// speak of that one and stay.
  private void first(Splices splices, List<ExpressionTree> operands) {
    int start = source.start(operands.getFirst());
    int next = source.start(operands.get(1));
    int behind = layout.afterComments(source.end(operands.getFirst()));
    int sign = layout.nextCode(behind);
    int comment = layout.skipSpace(behind);
    if (comment == sign || !layout.firstInLine(comment)) {
      splices.delete(start, next);
      return;
    }
    boolean alone = layout.firstInLine(start);
    splices.delete(alone ? start : layout.afterPrevious(start), alone ? comment : behind);
    splices.delete(sign, layout.skipSpace(sign + 2));
  }

  private void later(Splices splices, List<ExpressionTree> operands, int index) {
    boolean last = index == operands.size() - 1;
    int start = source.start(operands.get(index));
    int end = source.end(operands.get(index));
    int previous = source.end(operands.get(index - 1));
    int sign = layout.nextCode(previous);
    if (layout.breaksBetween(previous, sign)) {
      int from = layout.afterComments(previous);
      if (last) {
        ofOwnLine(splices, previous, from, sign, end);
      } else {
        splices.delete(from, middle(operands, index, end));
      }
      return;
    }
    if (!layout.breaksBetween(sign, start)) {
      // it shares its line with the one before, and the comment behind speaks of the line
      splices.delete(layout.afterComments(previous), end);
      return;
    }
    int from = layout.afterComments(sign + 2);
    if (!last) {
      splices.delete(from, layout.afterComments(layout.nextCode(end) + 2));
      return;
    }
    int kept = layout.afterComments(previous);
    splices.delete(kept, sign + 2);
    ofOwnLine(splices, previous, from, start, end);
  }

  /// The last operand, in a line of its own, with the comments of that line. What closes the
  /// statement behind it goes up before the comments of the line above.
  private void ofOwnLine(Splices splices, int previous, int from, int start, int end) {
    int behind = layout.afterComments(end);
    Tail tail = Tail.of(source, behind);
    boolean commented = from > previous && !text.substring(previous, from).isBlank();
    boolean closes = tail.closed() > tail.from() && tail.endsLine(layout);
    if (closes && commented && layout.at(from - 1) != Layout.Piece.CODE) {
      boolean inLine = layout.endsInLineComment(from);
      splices
          .insert(previous, tail.closing(text))
          .delete(from, inLine ? layout.endOfLine(tail.end()) : tail.end());
    } else if (closes) {
      splices.delete(from, behind).delete(tail.closed(), tail.end());
    } else if (layout.lastInLine(behind)) {
      splices.delete(from, behind);
    } else if (layout.endsInLineComment(from)) {
      splices.delete(start, end);
    } else {
      splices.delete(from, end);
    }
  }

  /// How far an operand between others reaches: with its own comments, where it has lines of its
  /// own.
  private int middle(List<ExpressionTree> operands, int index, int end) {
    int next = layout.nextCode(source.end(operands.get(index)));
    return layout.breaksBetween(end, next) ? layout.afterComments(end) : end;
  }

  private void unwrap(Splices splices, ExpressionTree left) {
    if (left instanceof ParenthesizedTree parens
        && (Logic.needsParens(parens.getExpression(), Tree.Kind.CONDITIONAL_AND)
            || Logic.needsParens(parens.getExpression(), Tree.Kind.CONDITIONAL_OR))) {
      int open = source.start(parens);
      int close = source.end(parens) - 1;
      splices.replace(open, open + 1, gapBefore(open)).delete(close, close + 1);
    }
  }

  /// What keeps `return` apart from what takes the place of a parenthesis.
  private String gapBefore(int at) {
    return at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1)) ? " " : "";
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
    boolean only = first == last && first instanceof com.sun.source.tree.ReturnTree;
    Tree slot = only ? ((com.sun.source.tree.ReturnTree) first).getExpression() : first;
    Tail tail = Tail.of(source, layout.afterComments(source.end(only ? slot : last)));
    Splices splices = new Splices();
    if (tail.isCommented(layout)) {
      splices.delete(tail.closed(), tail.end());
    }
    return splices
        .replace(
            source.start(slot),
            tail.from(),
            only ? gapBefore(source.start(slot)) + joined : "return " + joined + ";")
        .on(text);
  }
}
