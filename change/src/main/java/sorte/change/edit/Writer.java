package sorte.change.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.change.request.Comparison;
import sorte.change.request.Condition;
import sorte.change.request.IndicatorKind;
import sorte.change.request.Operand;

/// Conditions as Java: finds or makes the fields and parameters they need, and gives the
/// expressions of the conditions that `rule` does not hold yet.
final class Writer {
  private static final String HALF_OF_RSI = "50";

  private String text;
  private final Set<String> touched;
  private final List<String> expressions = new ArrayList<>();

  Writer(String text, Set<String> touched) {
    this.text = text;
    this.touched = touched;
  }

  String text() {
    return text;
  }

  List<String> expressions() {
    return List.copyOf(expressions);
  }

  /// Adds what `condition` needs and its expression. `held` are the operands that are there
  /// already, in normal form.
  void write(Condition condition, List<String> held) throws Stop {
    Operand left = condition.left();
    Operand right = condition.right();
    Comparison op = condition.op();
    if (left instanceof Operand.Level && right != null && condition.times() == 1) {
      Operand swapped = left;
      left = right;
      right = swapped;
      op = mirrored(op);
    }
    if (left instanceof Operand.Level) {
      throw Stop.notPossible("number-on-the-left");
    }
    String preferredLeft = preferred(left, right, true);
    String preferredRight = preferred(left, right, false);
    String before = text;
    String subject = line(left, preferredLeft);
    if (right == null) {
      add(subject + "." + method(op) + "()", held);
      return;
    }
    if (right instanceof Operand.Level level) {
      BigDecimal number =
          Numbers.decimal(level.number()).multiply(Numbers.decimal(condition.times()));
      String plain = subject + "." + method(op) + "(" + Numbers.written(number) + ")";
      if (text.equals(before) && held.contains(plain)) {
        return;
      }
      expressions.add(subject + "." + method(op) + "(" + threshold(left, number) + ")");
      return;
    }
    String object = line(right, preferredRight);
    if (subject.equals(object)) {
      throw Stop.notPossible("with-itself", subject);
    }
    String factor =
        condition.times() == 1
            ? ""
            : ".times(" + Numbers.written(Numbers.decimal(condition.times())) + ")";
    add(subject + "." + method(op) + "(" + object + factor + ")", held);
  }

  private void add(String expression, List<String> held) {
    if (!held.contains(expression) && !expressions.contains(expression)) {
      expressions.add(expression);
    }
  }

  private static Comparison mirrored(Comparison op) {
    return switch (op) {
      case BELOW -> Comparison.ABOVE;
      case AT_OR_BELOW -> Comparison.AT_OR_ABOVE;
      case ABOVE -> Comparison.BELOW;
      case AT_OR_ABOVE -> Comparison.AT_OR_BELOW;
      case CROSSES_ABOVE -> Comparison.CROSSES_BELOW;
      case CROSSES_BELOW -> Comparison.CROSSES_ABOVE;
      case RISING, FALLING -> op;
    };
  }

  private static String method(Comparison op) {
    return switch (op) {
      case BELOW -> "below";
      case AT_OR_BELOW -> "atOrBelow";
      case ABOVE -> "above";
      case AT_OR_ABOVE -> "atOrAbove";
      case CROSSES_ABOVE -> "crossesAbove";
      case CROSSES_BELOW -> "crossesBelow";
      case RISING -> "rising";
      case FALLING -> "falling";
    };
  }

  /// `fast` and `slow` for two averages that are compared; nothing otherwise.
  private static String preferred(Operand left, @Nullable Operand right, boolean ofLeft) {
    if (left instanceof Operand.Indicator a
        && right instanceof Operand.Indicator b
        && IndicatorForm.of(a.kind()).isAverage()
        && IndicatorForm.of(b.kind()).isAverage()
        && a.period() instanceof Integer m
        && b.period() instanceof Integer n
        && !m.equals(n)) {
      return m < n == ofLeft ? "fast" : "slow";
    }
    return "";
  }

  private String line(Operand operand, String preferred) throws Stop {
    return switch (operand) {
      case Operand.Price price -> inSight(price.price().code());
      case Operand.Volume _ -> inSight("volume");
      case Operand.Level level -> Numbers.written(Numbers.decimal(level.number()));
      case Operand.Indicator indicator -> {
        IndicatorForm form = IndicatorForm.of(indicator.kind());
        String suffix =
            form.line(indicator.line())
                .orElseThrow(() ->
                    Stop.ask(
                        Phrase.of("which-line", indicator.kind().code()),
                        List.of(
                            Phrase.of("plain", "upper"),
                            Phrase.of("plain", "middle"),
                            Phrase.of("plain", "lower"))));
        String field = field(form, indicator, preferred);
        if (Shape.read(text).locals().contains(field)) {
          throw Stop.notPossible("hidden", field, Shape.read(text).className());
        }
        yield field + suffix;
      }
    };
  }

  /// A line that every strategy has, unless something of this one's own has its name.
  private String inSight(String line) throws Stop {
    Shape shape = Shape.read(text);
    boolean field = shape.fields().stream().anyMatch(f -> f.getName().contentEquals(line));
    if (field || shape.locals().contains(line)) {
      throw Stop.notPossible("hidden", line, shape.className());
    }
    return line;
  }

  /// The field that holds the indicator, made where there is none.
  private String field(IndicatorForm form, Operand.Indicator operand, String preferred)
      throws Stop {
    Shape shape = Shape.read(text);
    List<Indicators.Held> held = Indicators.of(shape, form.kind());
    List<@Nullable BigDecimal> said = form.said(operand);
    boolean anySaid = said.stream().anyMatch(s -> s != null);
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = 0; i < form.knobs().size(); i++) {
      BigDecimal number = said.get(i);
      numbers.add(number == null ? new BigDecimal(form.knobs().get(i).usual()) : number);
    }
    List<Indicators.Held> fitting =
        anySaid ? held.stream().filter(h -> fits(h, said)).toList() : held;
    if (fitting.size() == 1) {
      return fitting.getFirst().name();
    }
    if (fitting.size() > 1) {
      List<Indicators.Held> exact = fitting.stream().filter(h -> h.is(numbers)).toList();
      if (anySaid && exact.size() == 1) {
        return exact.getFirst().name();
      }
      throw Stop.ask(
          Phrase.of("which-indicator", form.kind().code()),
          fitting.stream().map(Writer::option).toList());
    }
    return made(shape, form, numbers, preferred);
  }

  private static boolean fits(Indicators.Held held, List<@Nullable BigDecimal> said) {
    for (int i = 0; i < said.size(); i++) {
      BigDecimal number = said.get(i);
      if (number != null
          && (i >= held.arguments().size()
              || held.arguments().size() != said.size()
              || held.arguments().get(i).isEmpty()
              || held.arguments().get(i).get().compareTo(number) != 0)) {
        return false;
      }
    }
    return true;
  }

  static Phrase option(Indicators.Held held) {
    List<String> numbers = new ArrayList<>();
    for (var argument : held.arguments()) {
      numbers.add(argument.map(Numbers::written).orElse("?"));
    }
    return Phrase.of("plain", held.name() + " (" + String.join(", ", numbers) + ")");
  }

  private String made(Shape before, IndicatorForm form, List<BigDecimal> numbers, String preferred)
      throws Stop {
    Set<String> taken = Names.declared(before.source().unit());
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      IndicatorForm.Knob knob = form.knobs().get(i);
      String number = Numbers.written(numbers.get(i)).replace('.', '_');
      String usual = preferred.isEmpty() ? knob.name() : preferred + "MaPeriod";
      String numbered = form.method() + number + knob.name().substring(form.knobStem().length());
      String name = free(taken, usual, numbered);
      taken.add(name);
      component(IndicatorForm.component(knob, name, numbers.get(i)), name, knob.unit());
      arguments.add("p." + name + "()");
    }
    String usual = preferred.isEmpty() ? form.method() : preferred;
    String numbered =
        numbers.isEmpty()
            ? form.method() + "Line"
            : form.method() + Numbers.written(numbers.getFirst()).replace('.', '_');
    String field = free(taken, usual, numbered);
    imported(form.type());
    Members members = new Members(Shape.read(text));
    text =
        members.withField(
            "%s %s %s = %s(%s);"
                .formatted(
                    members.fieldWords(),
                    form.type(),
                    field,
                    form.method(),
                    String.join(", ", arguments)));
    touched.add("field:" + field);
    return field;
  }

  private static String free(Set<String> taken, String usual, String numbered) {
    if (!taken.contains(usual)) {
      return usual;
    }
    String name = numbered;
    for (char letter = 'b'; taken.contains(name) && letter <= 'z'; letter++) {
      name = numbered + letter;
    }
    return name;
  }

  private void component(String declaration, String name, String unit) throws Stop {
    text = new Components(Shape.read(text)).withComponent(declaration);
    touched.add("component:" + name);
    imported(unit);
  }

  private void imported(String type) throws Stop {
    String with = new Members(Shape.read(text)).withImport(type);
    if (!with.equals(text)) {
      text = with;
      touched.add("import:sorte.strategy." + type);
    }
  }

  /// A threshold with a name in the plan's schema becomes a parameter of that name, or the one that
  /// has this value; any other number is written as it is.
  private String threshold(Operand subject, BigDecimal number) throws Stop {
    String literal = Numbers.written(number);
    if (!(subject instanceof Operand.Indicator indicator)) {
      return literal;
    }
    boolean low = number.compareTo(new BigDecimal(HALF_OF_RSI)) <= 0;
    String name;
    String min;
    String max;
    if (indicator.kind() == IndicatorKind.RSI) {
      name = low ? "rsiOversold" : "rsiOverbought";
      min = low ? "5" : HALF_OF_RSI;
      max = low ? HALF_OF_RSI : "95";
    } else if (indicator.kind() == IndicatorKind.ADX) {
      name = "adxThreshold";
      min = "5";
      max = "60";
    } else {
      return literal;
    }
    Shape shape = Shape.read(text);
    var there = shape.component(name);
    if (there.isPresent()) {
      boolean same =
          new Constants(shape)
              .of(there.get().value())
              .filter(v -> v.compareTo(number) == 0)
              .isPresent();
      return same ? "p." + there.get().name() + "()" : literal;
    }
    boolean within =
        number.compareTo(new BigDecimal(min)) >= 0 && number.compareTo(new BigDecimal(max)) <= 0;
    if (!within
        || Names.declared(shape.source().unit()).contains(name)
        || shape.parametersAreBuiltHere()) {
      return literal;
    }
    component(
        "@Level(value = %s, min = %s, max = %s) double %s".formatted(literal, min, max, name),
        name,
        "Level");
    return "p." + name + "()";
  }
}
