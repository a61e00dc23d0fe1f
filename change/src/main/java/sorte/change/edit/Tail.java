package sorte.change.edit;

/// What closes a statement behind an expression, `)` and `;` in the same line, and the comments
/// behind that in the line. Such a comment speaks of the line it stands in: where a line is added,
/// it is the closing that moves.
///
/// @param from behind the expression and its own comments
/// @param closed behind the last `)` or `;`
/// @param end behind the comments; `closed` where there are none
record Tail(int from, int closed, int end) {
  static Tail of(JavaSource source, int from) {
    Layout layout = source.layout();
    int closed = from;
    for (int at = from; at < source.text().length(); at++) {
      char c = source.text().charAt(at);
      boolean closes = layout.at(at) == Layout.Piece.CODE && (c == ')' || c == ';');
      if (closes) {
        closed = at + 1;
      } else if (layout.at(at) != Layout.Piece.SPACE || Layout.isBreak(c)) {
        break;
      }
    }
    return new Tail(from, closed, layout.afterComments(closed));
  }

  /// Whether it closes something, and a comment behind that is the last of the line.
  boolean isCommented(Layout layout) {
    return closed > from && end > closed && layout.lastInLine(end);
  }

  /// Whether nothing else stands in the line.
  boolean endsLine(Layout layout) {
    return layout.lastInLine(end);
  }

  String closing(String text) {
    return text.substring(from, closed);
  }
}
