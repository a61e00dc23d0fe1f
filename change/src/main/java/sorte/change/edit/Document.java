package sorte.change.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.UnaryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes above each rule that has no comment what it says, in English, as the code is.
final class Document {
  private static final String DOC = "/// ";

  private final Set<String> touched;

  Document(Set<String> touched) {
    this.touched = touched;
  }

  String of(String text, List<Phrase> facts) throws Stop {
    String now = text;
    int written = 0;
    for (RuleMethod rule : RuleMethod.values()) {
      Shape shape = Shape.read(now);
      var method = shape.method(rule.method());
      if (method.isEmpty() || isCommented(shape, method.get())) {
        continue;
      }
      List<String> lines = lines(shape, rule, method.get());
      if (lines.isEmpty()) {
        continue;
      }
      int start = shape.source().start(method.get());
      Layout layout = shape.source().layout();
      String eol = layout.breakNear(start) + layout.indentAt(start);
      now = new Splices().insert(start, String.join(eol, lines) + eol).on(now);
      written++;
    }
    if (written == 0) {
      throw Stop.alreadySo("documented-so", Shape.read(text).className());
    }
    touched.add("comments");
    facts.add(Phrase.of("documented", written));
    return now;
  }

  /// Whether a comment speaks of it already, or it has no line of its own to put one above.
  private static boolean isCommented(Shape shape, MethodTree method) {
    Layout layout = shape.source().layout();
    int start = shape.source().start(method);
    int above = layout.afterPrevious(start);
    boolean comment = above > 0 && layout.hasComment(above - 1, above);
    return !layout.firstInLine(start)
        || comment && layout.firstInLine(layout.startOfComment(above - 1));
  }

  private static List<String> lines(Shape shape, RuleMethod rule, MethodTree method) {
    ExpressionTree returned;
    try {
      returned = Logic.onlyReturn(method).getExpression();
    } catch (Stop _) {
      return List.of();
    }
    if (method.getBody().getStatements().size() != 1) {
      return List.of();
    }
    String what =
        switch (rule) {
          case ENTER_LONG -> "Buys";
          case EXIT_LONG -> "Leaves a long position";
          case ENTER_SHORT -> "Sells short";
          case EXIT_SHORT -> "Leaves a short position";
        };
    String sentence = what + " when " + said(shape, returned, false) + ".";
    int width =
        Members.WIDTH - shape.source().layout().indentAt(shape.source().start(method)).length();
    return wrapped(sentence, width);
  }

  private static List<String> wrapped(String sentence, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(DOC);
    for (String word : sentence.split(" ", -1)) {
      if (line.length() > DOC.length() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(DOC);
      }
      line.append(line.length() == DOC.length() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String said(Shape shape, ExpressionTree tree, boolean within) {
    ExpressionTree e = Logic.stripped(tree);
    if (Logic.isJunction(e)) {
      List<String> parts = new ArrayList<>();
      Logic.operands(e, e.getKind()).forEach(o -> parts.add(said(shape, o, true)));
      String joined =
          String.join(Logic.operator(e.getKind()).equals("&&") ? " and " : " or ", parts);
      return within ? "(" + joined + ")" : joined;
    }
    if (e instanceof UnaryTree not
        && not.getKind() == com.sun.source.tree.Tree.Kind.LOGICAL_COMPLEMENT) {
      return "not " + said(shape, not.getExpression(), true);
    }
    if (e instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && call.getArguments().size() <= 1) {
      String words =
          select
              .getIdentifier()
              .toString()
              .replaceAll("([A-Z])", " $1")
              .toLowerCase(Locale.ROOT)
              .replace("at or", "is at or")
              .replaceFirst("^(above|below|rising|falling)", "is $1");
      String subject = code(shape, select.getExpression());
      return call.getArguments().isEmpty()
          ? subject + " " + words
          : subject + " " + words + " " + code(shape, call.getArguments().getFirst());
    }
    return "`" + code(shape, e) + "`";
  }

  /// As it is written, in one line; a parameter by its name.
  private static String code(Shape shape, ExpressionTree tree) {
    String read = Constants.parameterOf(tree);
    return read != null ? read : Rules.squeezed(shape, tree);
  }
}
