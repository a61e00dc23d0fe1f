package sorte.change.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The chain of calls that `terms()` returns: `Terms.allIn().stopLoss(…).takeProfit(…)`.
final class TermsMethod {
  private final Shape shape;
  private final List<MethodInvocationTree> calls = new ArrayList<>();

  private TermsMethod(Shape shape) {
    this.shape = shape;
  }

  /// The chain; empty where the strategy has no `terms()` of its own.
  static Optional<TermsMethod> of(Shape shape) throws Stop {
    Optional<MethodTree> method = shape.method("terms");
    if (method.isEmpty()) {
      return Optional.empty();
    }
    TermsMethod chain = new TermsMethod(shape);
    ExpressionTree e = Logic.stripped(Logic.onlyReturn(method.get()).getExpression());
    while (e instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      chain.calls.addFirst(call);
      e = select.getExpression();
    }
    if (chain.calls.isEmpty() || !Shape.last(e).equals("Terms")) {
      throw Stop.notPossible("terms-form", shape.className());
    }
    return Optional.of(chain);
  }

  /// `allIn`, `invest` or `investMoney`.
  MethodInvocationTree root() {
    return calls.getFirst();
  }

  Optional<MethodInvocationTree> call(String name) {
    return calls.stream().filter(c -> name(c).equals(name)).reduce((_, last) -> last);
  }

  static String name(MethodInvocationTree call) {
    return ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
  }

  /// With one more call at the end of the chain.
  String with(String call) {
    JavaSource source = shape.source();
    Layout layout = source.layout();
    MethodInvocationTree last = calls.getLast();
    int end = source.end(last);
    Members members = new Members(shape);
    int dot = dot(last);
    boolean ownLine = calls.size() > 1 && layout.firstInLine(dot);
    boolean inline =
        calls.size() > 1
            && !ownLine
            && end - layout.startOfLine(end) + call.length() < Members.WIDTH;
    String gap =
        inline
            ? ""
            : layout.breakNear(end)
                + (ownLine
                    ? layout.indentAt(dot)
                    : layout.indentAt(source.start(last)) + members.continuation());
    int anchor = inline ? end : layout.afterComments(end);
    Tail tail = Tail.of(source, anchor);
    if (!inline && tail.isCommented(layout)) {
      return new Splices()
          .delete(tail.from(), tail.closed())
          .insert(tail.end(), gap + call + tail.closing(source.text()))
          .on(source.text());
    }
    return new Splices().insert(anchor, gap + call).on(source.text());
  }

  private int dot(MethodInvocationTree call) {
    MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
    return shape.source().layout().nextCode(shape.source().end(select.getExpression()));
  }

  /// The root's `allIn()` becomes another call; `Terms` stays as its author wrote it.
  String rooted(String call) {
    JavaSource source = shape.source();
    int name = source.end(root().getMethodSelect()) - name(root()).length();
    return new Splices().replace(name, source.end(root()), call).on(source.text());
  }

  /// `terms()` made anew, at the end of the rules.
  static String created(Shape shape, String root, Optional<String> call, Set<String> touched) {
    Members members = new Members(shape);
    Tree last = shape.record();
    for (MethodTree method : shape.methods()) {
      String name = method.getName().toString();
      if (method.getReturnType() == null || isRule(name)) {
        last = method;
      }
    }
    touched.add("method:terms");
    List<String> pieces = new ArrayList<>(List.of(root));
    call.ifPresent(pieces::add);
    return members.after(
        last, new MethodForm(shape).of("Terms", "terms", pieces, ""), members.betweenMethods());
  }

  private static boolean isRule(String name) {
    for (RuleMethod rule : RuleMethod.values()) {
      if (rule.method().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
