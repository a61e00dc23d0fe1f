package sorte.change.edit;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Members put in and taken out again, each the exact inverse of the other.
final class Members {
  /// Lines longer than this are not made by joining.
  static final int WIDTH = 100;

  private static final String API = "sorte.strategy";

  private final Shape shape;
  private final JavaSource source;
  private final Layout layout;
  private final String text;

  Members(Shape shape) {
    this.shape = shape;
    this.source = shape.source();
    this.layout = source.layout();
    this.text = source.text();
  }

  /// The indentation of a member of the class.
  String indent() {
    for (Tree member : shape.type().getMembers()) {
      int start = source.start(member);
      if (start >= 0 && source.end(member) > start && layout.firstInLine(start)) {
        return layout.indentAt(start);
      }
    }
    return layout.indentAt(source.start(shape.type())) + "  ";
  }

  /// One step of indentation, as this file's author makes it.
  String unit() {
    String outer = layout.indentAt(source.start(shape.type()));
    String inner = indent();
    return inner.length() > outer.length() && inner.startsWith(outer)
        ? inner.substring(outer.length())
        : "  ";
  }

  /// What continues a line: what continues one that is returned here, else two steps.
  String continuation() {
    for (MethodTree method : shape.methods()) {
      if (method.getBody() != null
          && !method.getBody().getStatements().isEmpty()
          && method.getBody().getStatements().getLast() instanceof ReturnTree returned) {
        String more = continued(source.start(returned), source.end(returned));
        if (!more.isEmpty()) {
          return more;
        }
      }
    }
    return unit().repeat(2);
  }

  /// By how much the second line of a statement is indented more than its first.
  private String continued(int from, int to) {
    int end = layout.endOfLine(from);
    if (end >= to || !layout.breaksBetween(from, to)) {
      return "";
    }
    String first = layout.indentAt(from);
    String second = layout.indentAt(layout.afterBreak(end));
    return second.startsWith(first) ? second.substring(first.length()) : "";
  }

  /// What sets methods apart here: a blank line, unless those there are stand close together.
  Gap betweenMethods() {
    Tree above = null;
    boolean close = false;
    for (MethodTree method : shape.methods()) {
      if (above != null) {
        String between = text.substring(source.end(above), source.start(method));
        if (between.lines().filter(String::isBlank).count() > 2) {
          return Gap.BLANK;
        }
        close = true;
      }
      above = method;
    }
    return close ? Gap.NONE : Gap.BLANK;
  }

  /// `private final`, unless the fields there are leave the first word out.
  String fieldWords() {
    boolean any = false;
    for (VariableTree field : shape.fields()) {
      var flags = field.getModifiers().getFlags();
      if (flags.contains(Modifier.PRIVATE)) {
        return "private final";
      }
      any |= flags.equals(Set.of(Modifier.FINAL));
    }
    return any ? "final" : "private final";
  }

  /// A field after the last one; where there is none, after the parameters.
  String withField(String declaration) throws Stop {
    List<VariableTree> fields = shape.fields();
    @Nullable VariableTree last = null;
    for (VariableTree field : fields) {
      if (!field.getModifiers().getFlags().contains(Modifier.STATIC)) {
        last = field;
      }
    }
    if (last != null) {
      return after(last, declaration, Gap.NONE);
    }
    if (!fields.isEmpty()) {
      return after(fields.getLast(), declaration, Gap.AS_BELOW);
    }
    if (shape.type().getMembers().contains(shape.record())) {
      return after(shape.record(), declaration, Gap.AS_BELOW);
    }
    int brace = text.indexOf('{', source.end(shape.type().getExtendsClause()));
    int anchor = layout.afterComments(brace + 1);
    return new Splices().insert(anchor, layout.breakNear(anchor) + indent() + declaration).on(text);
  }

  /// Constants behind those there are; where there is none, as the first members.
  String withConstants(List<String> declarations) {
    @Nullable VariableTree last = null;
    for (VariableTree field : shape.fields()) {
      if (field.getModifiers().getFlags().contains(Modifier.STATIC)) {
        last = field;
      }
    }
    if (last != null) {
      return after(last, String.join("\n", declarations), Gap.NONE);
    }
    int brace = text.indexOf('{', source.end(shape.type().getExtendsClause()));
    int anchor = layout.afterComments(brace + 1);
    if (!layout.lastInLine(anchor)) {
      return new Splices().insert(anchor, " " + String.join(" ", declarations)).on(text);
    }
    int end = layout.endOfLine(anchor);
    int next = layout.afterBreak(end);
    String eol = layout.breakNear(end);
    boolean blankFollows = next < text.length() && layout.lastInLine(next);
    String lines = eol + indent() + String.join(eol + indent(), declarations);
    return new Splices().insert(end, blankFollows ? lines : lines + eol).on(text);
  }

  /// With `type` of strategy-api imported, where it is not in sight already.
  String withImport(String type) {
    String wanted = API + "." + type;
    @Nullable ImportTree smaller = null;
    @Nullable ImportTree larger = null;
    @Nullable ImportTree any = null;
    for (ImportTree line : source.unit().getImports()) {
      String name = line.getQualifiedIdentifier().toString();
      if (line.isModule() || name.equals(wanted) || name.equals(API + ".*")) {
        return text;
      }
      if (line.isStatic()) {
        continue;
      }
      any = line;
      if (name.startsWith(API + ".")) {
        if (name.compareTo(wanted) < 0) {
          smaller = line;
        } else if (larger == null) {
          larger = line;
        }
      }
    }
    var own = source.unit().getPackageName();
    if (own != null && own.toString().equals(API)) {
      return text;
    }
    String line = "import " + wanted + ";";
    if (smaller != null) {
      return after(smaller, line, Gap.NONE);
    }
    if (larger != null) {
      int at = source.start(larger);
      String gap = layout.firstInLine(at) ? layout.breakNear(at) + layout.indentAt(at) : " ";
      return new Splices().insert(at, line + gap).on(text);
    }
    if (any != null) {
      return after(any, line, Gap.NONE);
    }
    if (source.unit().getPackage() != null) {
      return after(source.unit().getPackage(), line, Gap.AS_BELOW);
    }
    return line + layout.breakNear(0) + text;
  }

  /// Whether a field has a declaration of its own, not one shared by several names.
  boolean endsItself(VariableTree field) {
    int end = source.end(field);
    if (end <= 0 || text.charAt(end - 1) != ';') {
      return false;
    }
    for (VariableTree other : shape.fields()) {
      if (other != field && source.start(other) < end && source.end(other) > source.start(field)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a blank line sets a new member apart from the one above.
  enum Gap {
    NONE,
    AS_BELOW,
    BLANK
  }

  /// `code` (lines joined by `\n`) behind `member`, on lines of its own where members have them.
  String after(Tree member, String code, Gap apart) {
    int anchor = layout.afterComments(source.end(member));
    String eol = layout.breakNear(anchor);
    if (!layout.lastInLine(anchor)) {
      return new Splices().insert(anchor, " " + code.replaceAll("\\s*\n\\s*", " ")).on(text);
    }
    int end = layout.endOfLine(anchor);
    int next = layout.afterBreak(end);
    boolean blankFollows = next < text.length() && layout.lastInLine(next);
    String indent = layout.indentAt(source.start(member));
    String lines = code.replace("\n", eol + indent).replace(eol + indent + eol, eol + eol);
    boolean blank = apart == Gap.BLANK || apart == Gap.AS_BELOW && blankFollows;
    String gap = blank ? eol + eol : eol;
    return new Splices().insert(end, gap + indent + lines).on(text);
  }

  /// Without `member`, the comments that speak of it and the blank line that set it apart.
  String without(Tree member) {
    int start = source.start(member);
    int end = layout.afterComments(source.end(member));
    boolean ownLines = layout.firstInLine(start) && layout.lastInLine(end);
    if (!ownLines) {
      return inlineWithout(start, end);
    }
    if (!(member instanceof ImportTree)) {
      start = withComments(start, end);
    }
    if (layout.startOfLine(start) == 0) {
      return new Splices().delete(0, layout.afterBreak(layout.endOfLine(end))).on(text);
    }
    int from = layout.beforeBreak(layout.startOfLine(start));
    int to = layout.endOfLine(end);
    int above = layout.startOfLine(from);
    int below = layout.afterBreak(to);
    boolean blankAbove = from > above ? text.substring(above, from).isBlank() : from == above;
    boolean blankBelow = below < text.length() && layout.lastInLine(below);
    if (blankAbove && blankBelow && above > 0) {
      from = layout.beforeBreak(above);
    }
    return new Splices().delete(from, to).on(text);
  }

  private String inlineWithout(int start, int end) {
    int from = start;
    int to = end;
    if (layout.firstInLine(start)) {
      while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
        to++;
      }
    } else {
      while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
        from--;
      }
    }
    return new Splices().delete(from, to).on(text);
  }

  /// Where the comments right above begin. A plain comment above several members that stand close
  /// together is their heading and stays.
  private int withComments(int start, int end) {
    int next = layout.afterBreak(layout.endOfLine(end));
    boolean closeBelow = next < text.length() && !layout.lastInLine(next);
    int from = start;
    while (true) {
      int line = layout.startOfLine(from);
      if (line == 0) {
        return from;
      }
      int endAbove = layout.beforeBreak(line);
      int startAbove = layout.startOfLine(endAbove);
      if (text.substring(startAbove, endAbove).isBlank()) {
        return from;
      }
      int last = endAbove - 1;
      while (last > startAbove && layout.at(last) == Layout.Piece.SPACE) {
        last--;
      }
      int comment = layout.startOfComment(last);
      if (comment < 0 || !layout.firstInLine(comment)) {
        return from;
      }
      boolean doc = text.startsWith("/**", comment) || text.startsWith("///", comment);
      if (!doc && closeBelow) {
        return from;
      }
      from = comment;
    }
  }
}
