package sorte.change.edit;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a strategy's file holds, for those who try it out: its name, its parameters, and every
/// place where it could be wrong, as a [Twist].
///
/// @param packageName empty where the file names none
/// @param numbers that stand in its code, in order
/// @param names every name that its code uses
/// @param timeframes of the slower bars that it looks at
/// @param rules those that it has
public record Dissection(
    String packageName,
    String className,
    List<Parameter> parameters,
    List<Twist> twists,
    List<BigDecimal> numbers,
    Set<String> names,
    List<String> timeframes,
    List<RuleMethod> rules) {

  public Dissection {
    parameters = List.copyOf(parameters);
    twists = List.copyOf(twists);
    numbers = List.copyOf(numbers);
    names = Set.copyOf(names);
    timeframes = List.copyOf(timeframes);
    rules = List.copyOf(rules);
  }

  /// One parameter with its default and its bounds.
  ///
  /// @param unit `Bars`, `Fraction`, `Level`, `Multiple` or `Money`
  /// @param decides whether anything but the terms of holding reads it
  public record Parameter(
      String name, String unit, BigDecimal value, BigDecimal min, BigDecimal max, boolean decides) {

    public boolean whole() {
      return unit.equals("Bars");
    }
  }

  /// A file taken apart, or why it was not.
  public sealed interface Reading {
    record Read(Dissection dissection) implements Reading {}

    record Not(EditOutcome why) implements Reading {}
  }

  /// Takes a strategy's file apart.
  public static Reading of(String text) {
    try {
      return new Reading.Read(read(Shape.read(text)));
    } catch (Stop stop) {
      return new Reading.Not(stop.outcome());
    }
  }

  private static Dissection read(Shape shape) {
    Tree named = shape.source().unit().getPackageName();
    Set<String> names = new TreeSet<>();
    Set<BigDecimal> numbers = new TreeSet<>();
    Set<String> timeframes = new TreeSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree node, Void unused) {
        return node == shape.record() ? null : super.visitClass(node, unused);
      }

      @Override
      public Void visitIdentifier(IdentifierTree node, Void unused) {
        names.add(node.getName().toString());
        return super.visitIdentifier(node, unused);
      }

      @Override
      public Void visitLiteral(LiteralTree node, Void unused) {
        if (node.getValue() instanceof Number number) {
          numbers.add(BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros());
        } else if (node.getValue() instanceof String word
            && word.matches("[1-9][0-9]{0,3}[mhdw]")) {
          timeframes.add(word);
        }
        return super.visitLiteral(node, unused);
      }
    }.scan(shape.type().getMembers(), null);
    List<RuleMethod> rules = new ArrayList<>();
    for (RuleMethod rule : RuleMethod.values()) {
      shape.method(rule.method()).ifPresent(_ -> rules.add(rule));
    }
    return new Dissection(
        named == null ? "" : named.toString(),
        shape.className(),
        parameters(shape),
        new Twists(shape).all(),
        List.copyOf(numbers),
        names,
        List.copyOf(timeframes),
        rules);
  }

  /// Those whose default and bounds can be read; another is not spoken of.
  private static List<Parameter> parameters(Shape shape) {
    Constants constants = new Constants(shape);
    Set<String> deciding = readOutsideOfTerms(shape);
    List<Parameter> all = new ArrayList<>();
    for (Shape.Component component : shape.components()) {
      Optional<BigDecimal> value = constants.of(component.value());
      Optional<BigDecimal> min = constants.of(component.min());
      Optional<BigDecimal> max = constants.of(component.max());
      if (value.isPresent() && min.isPresent() && max.isPresent()) {
        all.add(
            new Parameter(
                component.name(),
                component.unit(),
                value.get(),
                min.get(),
                max.get(),
                deciding.contains(component.name())));
      }
    }
    return all;
  }

  private static Set<String> readOutsideOfTerms(Shape shape) {
    Set<String> read = new TreeSet<>();
    TreeScanner<Void, Void> scanner =
        new TreeScanner<>() {
          @Override
          public Void visitMethodInvocation(
              com.sun.source.tree.MethodInvocationTree node, Void unused) {
            String name = Constants.parameterOf(node);
            if (name != null) {
              read.add(name);
            }
            return super.visitMethodInvocation(node, unused);
          }
        };
    for (Tree member : shape.type().getMembers()) {
      boolean terms =
          member instanceof MethodTree method && method.getName().contentEquals("terms");
      if (!terms) {
        scanner.scan(member, null);
      }
    }
    for (VariableTree component : shape.componentTrees()) {
      boolean known = shape.source().word("." + component.getName(), 0) >= 0;
      if (!known) {
        read.add(component.getName().toString());
      }
    }
    return read;
  }

  /// The same source under another class name, so that both can stand side by side.
  public static String renamed(String text, String from, String to) {
    Layout layout = new Layout(text);
    StringBuilder out = new StringBuilder(text.length() + 64);
    int at = 0;
    for (int found = text.indexOf(from); found >= 0; found = text.indexOf(from, found + 1)) {
      int end = found + from.length();
      boolean whole =
          (found == 0 || !Character.isJavaIdentifierPart(text.charAt(found - 1)))
              && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
      if (whole && layout.at(found) == Layout.Piece.CODE) {
        out.append(text, at, found).append(to);
        at = end;
      }
    }
    return out.append(text, at, text.length()).toString();
  }
}
