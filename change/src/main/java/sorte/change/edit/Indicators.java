package sorte.change.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sorte.change.request.IndicatorKind;

/// The indicators that a strategy's fields hold, read from how they are made.
final class Indicators {
  private Indicators() {}

  /// A field `private final Rsi rsi = rsi(p.rsiPeriod());`; `arguments` are what its arguments come
  /// to, empty where one is not known or where it reads another line than its usual one.
  record Held(VariableTree field, IndicatorForm form, List<Optional<BigDecimal>> arguments) {
    String name() {
      return field.getName().toString();
    }

    /// Whether it is made with these numbers.
    boolean is(List<BigDecimal> numbers) {
      if (numbers.size() != arguments.size()) {
        return false;
      }
      for (int i = 0; i < numbers.size(); i++) {
        if (arguments.get(i).isEmpty() || arguments.get(i).get().compareTo(numbers.get(i)) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  static List<Held> of(Shape shape) {
    Constants constants = new Constants(shape);
    List<Held> all = new ArrayList<>();
    for (VariableTree field : shape.fields()) {
      Optional<MethodInvocationTree> call = made(field);
      Optional<IndicatorForm> form = call.flatMap(c -> IndicatorForm.madeBy(methodOf(c)));
      if (call.isPresent() && form.isPresent()) {
        List<Optional<BigDecimal>> arguments = new ArrayList<>();
        for (ExpressionTree argument : call.get().getArguments()) {
          if (!isUsual(argument, form.get())) {
            arguments.add(constants.of(argument));
          }
        }
        all.add(new Held(field, form.get(), arguments));
      }
    }
    return all;
  }

  /// A seed does not make it another indicator to the owner; nor does naming the close.
  private static boolean isUsual(ExpressionTree argument, IndicatorForm form) {
    return argument instanceof MemberSelectTree select
            && Shape.last(select.getExpression()).equals("Seed")
        || argument instanceof IdentifierTree name
            && name.getName().contentEquals("close")
            && form.kind() != IndicatorKind.HIGHEST
            && form.kind() != IndicatorKind.LOWEST;
  }

  static List<Held> of(Shape shape, IndicatorKind kind) {
    return of(shape).stream().filter(h -> h.form().kind() == kind).toList();
  }

  private static Optional<MethodInvocationTree> made(VariableTree field) {
    return field.getInitializer() instanceof MethodInvocationTree call
        ? Optional.of(call)
        : Optional.empty();
  }

  /// The expressions of the parameters of an indicator, without its source and its seed.
  static List<ExpressionTree> argumentsOf(Held held) {
    List<ExpressionTree> arguments = new ArrayList<>();
    for (ExpressionTree argument : made(held.field()).orElseThrow().getArguments()) {
      if (!isUsual(argument, held.form())) {
        arguments.add(argument);
      }
    }
    return arguments;
  }

  private static @Nullable String methodOf(MethodInvocationTree call) {
    return switch (call.getMethodSelect()) {
      case IdentifierTree name -> name.getName().toString();
      case MemberSelectTree select
          when Shape.last(select.getExpression()).equals("this")
              || Shape.last(select.getExpression()).equals("super") ->
          select.getIdentifier().toString();
      default -> null;
    };
  }

  /// The names whose use mentions an indicator: its fields, fields made from those, calls that make
  /// it in place.
  static Set<String> mentioning(Shape shape, String indicator) {
    Set<String> names = new TreeSet<>();
    switch (indicator) {
      case "price" -> names.addAll(List.of("open", "high", "low", "close"));
      case "volume" -> {
        names.add("volume");
        add(shape, "volume-sma", names);
      }
      default -> add(shape, indicator, names);
    }
    boolean more = true;
    while (more) {
      more = false;
      for (VariableTree field : shape.fields()) {
        String name = field.getName().toString();
        if (!names.contains(name)
            && field.getInitializer() != null
            && !isHeldOtherwise(shape, field)
            && Names.used(field.getInitializer()).stream().anyMatch(names::contains)) {
          names.add(name);
          more = true;
        }
      }
    }
    return names;
  }

  /// An indicator of another kind that merely reads a price or the volume is not one of them.
  private static boolean isHeldOtherwise(Shape shape, VariableTree field) {
    return of(shape).stream().anyMatch(h -> h.field() == field);
  }

  private static void add(Shape shape, String code, Set<String> names) {
    for (Held held : of(shape)) {
      if (held.form().kind().code().equals(code)) {
        names.add(held.name());
      }
    }
    for (IndicatorForm form : IndicatorForm.values()) {
      if (form.kind().code().equals(code)) {
        names.add(form.method() + "()");
        shape.fields().stream()
            .filter(field -> overSlowerBars(field, form))
            .forEach(field -> names.add(field.getName().toString()));
      }
    }
  }

  /// `private final Rsi rsi = fourHours.rsi(p.rsiPeriod());`
  private static boolean overSlowerBars(VariableTree field, IndicatorForm form) {
    return field.getInitializer() instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals(form.method());
  }
}
