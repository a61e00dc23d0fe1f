package sorte.change.edit;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Numbers in rules, terms and indicators become constants with a name from where they stand:
/// `rsi.below(30)` makes `RSI_BELOW`. Zero and one say enough by themselves.
final class ExtractConstants {
  private record Found(Tree place, String type, String number, String stem) {}

  private final @Nullable String within;
  private final Set<String> touched;

  ExtractConstants(@Nullable String within, Set<String> touched) {
    this.within = within;
    this.touched = touched;
  }

  String of(String text, List<Phrase> facts) throws Stop {
    if (within != null) {
      Names.checked(within);
    }
    Shape shape = Shape.read(text);
    List<Found> numbers = numbers(shape);
    if (numbers.isEmpty()) {
      throw Stop.alreadySo("no-numbers", within == null ? shape.className() : within);
    }
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> taken = Names.declared(shape.source().unit());
    taken.addAll(Names.used(shape.type()));
    Splices splices = new Splices();
    Owners owners = new Owners(shape);
    List<String> lines = new ArrayList<>();
    for (Found found : numbers) {
      String key = found.stem() + " " + found.type() + " " + found.number();
      String name = names.get(key);
      if (name == null) {
        name = free(found.stem(), taken);
        taken.add(name);
        names.put(key, name);
        lines.add("private static final %s %s = %s;".formatted(found.type(), name, found.number()));
        touched.add("field:" + name);
      }
      int from = shape.source().start(found.place());
      touched.add(owners.of(from));
      splices.replace(from, shape.source().end(found.place()), name);
    }
    facts.add(Phrase.of("constants-extracted", lines.size(), String.join(", ", names.values())));
    return new Members(Shape.read(splices.on(text))).withConstants(lines);
  }

  private List<Found> numbers(Shape shape) throws Stop {
    List<Found> found = new ArrayList<>();
    boolean there = within == null || within.equals(shape.className());
    for (Tree member : shape.type().getMembers()) {
      boolean constant =
          member instanceof VariableTree field
              && field.getModifiers().getFlags().contains(Modifier.STATIC);
      boolean asked = within == null || within.equals(shape.className()) || isNamed(member);
      there |= asked;
      if (asked && !constant && !(member instanceof ClassTree)) {
        new Finder(shape.source(), found).scan(member, null);
      }
    }
    if (!there) {
      throw Stop.notPossible("no-such-name", String.valueOf(within), shape.className());
    }
    return found;
  }

  private boolean isNamed(Tree member) {
    return switch (member) {
      case MethodTree method -> method.getName().contentEquals(String.valueOf(within));
      case VariableTree field -> field.getName().contentEquals(String.valueOf(within));
      default -> false;
    };
  }

  private static String free(String stem, Set<String> taken) {
    String name = stem;
    for (int n = 2; taken.contains(name); n++) {
      name = stem + "_" + n;
    }
    return name;
  }

  private static final class Finder extends TreeScanner<Void, Void> {
    private final JavaSource source;
    private final List<Found> found;
    private String stem = "NUMBER";

    Finder(JavaSource source, List<Found> found) {
      this.source = source;
      this.found = found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      scan(call.getMethodSelect(), null);
      String before = stem;
      stem = name(call);
      scan(call.getArguments(), null);
      stem = before;
      return null;
    }

    /// `RSI_BELOW` for `rsi.below(…)`, `STOP_LOSS` for a call of a chain, `EMA` for `ema(…)`.
    private static String name(MethodInvocationTree call) {
      String method = Shape.last(call.getMethodSelect());
      String of =
          call.getMethodSelect() instanceof MemberSelectTree select
                  && !(select.getExpression() instanceof MethodInvocationTree)
              ? Shape.last(select.getExpression()) + "_"
              : "";
      boolean plain = of.equals("this_") || of.equals("Terms_");
      return upper((plain ? "" : of) + method);
    }

    private static String upper(String camel) {
      return camel
          .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
          .toUpperCase(Locale.ROOT)
          .replaceAll("[^A-Z0-9_]", "")
          .replaceAll("^([0-9_]|$)", "NUMBER_");
    }

    @Override
    public Void visitVariable(VariableTree variable, Void unused) {
      String before = stem;
      stem = upper(variable.getName().toString());
      super.visitVariable(variable, unused);
      stem = before;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      stem = upper(method.getName().toString());
      return method.getReturnType() == null ? null : scan(method.getBody(), null);
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
      return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
      return null; // its own variables have names of their own
    }

    @Override
    public Void visitSwitchExpression(com.sun.source.tree.SwitchExpressionTree node, Void unused) {
      return null; // a label is not a number to name
    }

    @Override
    public Void visitSwitch(com.sun.source.tree.SwitchTree node, Void unused) {
      return null;
    }

    @Override
    public Void visitUnary(UnaryTree unary, Void unused) {
      if (unary.getKind() == Tree.Kind.UNARY_MINUS
          && unary.getExpression() instanceof LiteralTree literal
          && !source.layout().hasComment(source.start(unary), source.end(unary))) {
        take(unary, literal);
        return null;
      }
      return super.visitUnary(unary, unused);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void unused) {
      take(literal, literal);
      return null;
    }

    private void take(Tree place, LiteralTree literal) {
      String type =
          switch (literal.getValue()) {
            case Integer _ -> "int";
            case Long _ -> "long";
            case Double _ -> "double";
            case Float _ -> "float";
            case null, default -> "";
          };
      if (!type.isEmpty()
          && literal.getValue() instanceof Number number
          && number.doubleValue() != 0
          && number.doubleValue() != 1) {
        found.add(new Found(place, type, source.of(place), stem));
      }
    }
  }
}
