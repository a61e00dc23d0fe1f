package sorte.change.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sorte.change.request.Parameter;

/// New values for parameters: within bounds, written as a person writes numbers.
final class Values {
  /// Digits that a computed value keeps.
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);

  /// How the new value follows from the old one.
  interface Change {
    BigDecimal of(BigDecimal old);
  }

  private final Set<String> touched;
  private final List<Phrase> facts;

  Values(Set<String> touched, List<Phrase> facts) {
    this.touched = touched;
    this.facts = facts;
  }

  /// `relative`: computed from the old value, so that it is rounded; a value said is not.
  String changed(String text, Parameter parameter, Change change, boolean relative) throws Stop {
    Shape shape = Shape.read(text);
    return switch (ParameterPlace.find(shape, parameter)) {
      case ParameterPlace.InComponent(Shape.Component component) -> {
        touched.add("component:" + component.name());
        BigDecimal old = known(shape, component.value(), parameter);
        BigDecimal min = known(shape, component.min(), parameter);
        BigDecimal max = known(shape, component.max(), parameter);
        yield written(
            shape,
            component.value(),
            parameter.code(),
            component.unit(),
            old,
            min,
            max,
            change,
            relative);
      }
      case ParameterPlace.InPlace(ExpressionTree number, IndicatorForm.Knob knob, String label) -> {
        touched.add(owner(shape, number));
        yield written(
            shape,
            number,
            label,
            knob.unit(),
            known(shape, number, parameter),
            new BigDecimal(knob.min()),
            new BigDecimal(knob.max()),
            change,
            relative);
      }
      case ParameterPlace.InNoTerms(TermForm form, Optional<BigDecimal> implied) -> {
        if (relative && implied.isEmpty()) {
          throw Stop.notPossible("nothing-to-change", parameter.code(), shape.className());
        }
        BigDecimal value = change.of(implied.orElse(BigDecimal.ZERO));
        if (implied.filter(v -> v.compareTo(value) == 0).isPresent()) {
          throw Stop.alreadySo("value-so", parameter.code(), said(form.knob().unit(), value));
        }
        yield added(text, form, value);
      }
    };
  }

  private static BigDecimal known(
      Shape shape, @org.jspecify.annotations.Nullable ExpressionTree tree, Parameter parameter)
      throws Stop {
    Optional<BigDecimal> value = new Constants(shape).of(tree);
    if (value.isEmpty()) {
      throw Stop.notPossible(
          "computed", parameter.code(), tree == null ? "-" : shape.source().of(tree));
    }
    return value.get();
  }

  /// The member in which an expression stands.
  private static String owner(Shape shape, ExpressionTree number) {
    int at = shape.source().start(number);
    for (var field : shape.fields()) {
      if (shape.source().start(field) <= at && at < shape.source().end(field)) {
        return "field:" + field.getName();
      }
    }
    for (var method : shape.methods()) {
      if (shape.source().start(method) <= at && at < shape.source().end(method)) {
        return "method:" + method.getName();
      }
    }
    throw new IllegalStateException("a number outside of every member");
  }

  private String written(
      Shape shape,
      ExpressionTree place,
      String name,
      String unit,
      BigDecimal old,
      BigDecimal min,
      BigDecimal max,
      Change change,
      boolean relative)
      throws Stop {
    boolean whole = unit.equals("Bars");
    BigDecimal value = change.of(old);
    if (relative) {
      value = whole ? value.setScale(0, RoundingMode.HALF_UP) : value.round(DIGITS);
    }
    if (whole && !Numbers.isWhole(value)) {
      throw Stop.notPossible("whole-bars", name, value);
    }
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new Stop(new EditOutcome.OutOfBounds(name, value, min, max));
    }
    if (value.compareTo(old) == 0) {
      throw Stop.alreadySo("value-so", name, said(unit, value));
    }
    facts.add(Phrase.of("value-changed", name, said(unit, old), said(unit, value)));
    String text = shape.source().text();
    int from = shape.source().start(place);
    int to = shape.source().end(place);
    if (shape.source().layout().hasComment(from, to)) {
      throw Stop.notPossible("comment-within", name, shape.source().of(place));
    }
    String number = Numbers.written(value);
    boolean needsParens =
        value.signum() < 0
            && !(place instanceof LiteralTree)
            && from > 0
            && "-+*/".indexOf(text.charAt(from - 1)) >= 0;
    return new Splices().replace(from, to, needsParens ? "(" + number + ")" : number).on(text);
  }

  private static Object said(String unit, BigDecimal value) {
    return unit.equals("Fraction") ? new Phrase.Percent(value) : value;
  }

  /// A parameter that the terms know and the strategy does not have yet.
  private String added(String text, TermForm asked, BigDecimal value) throws Stop {
    TermForm form =
        asked == TermForm.POSITION_SIZE && value.compareTo(BigDecimal.ONE) > 0
            ? TermForm.POSITION_MONEY
            : asked;
    IndicatorForm.Knob knob = form.knob();
    if (knob.unit().equals("Bars") && !Numbers.isWhole(value)) {
      throw Stop.notPossible("whole-bars", knob.name(), value);
    }
    String now =
        new Components(Shape.read(text))
            .withComponent(IndicatorForm.component(knob, knob.name(), value));
    touched.add("component:" + knob.name());
    now = imported(now, knob.unit());
    String argument = "(p." + knob.name() + "())";
    boolean root = asked == TermForm.POSITION_SIZE;
    Optional<TermsMethod> terms = TermsMethod.of(Shape.read(now));
    facts.add(Phrase.of("value-added", asked.parameter().code(), said(knob.unit(), value)));
    String call = form.call() + argument;
    return chained(now, terms, root ? Optional.of(call) : Optional.empty(), "." + call);
  }

  /// One more call in the chain of `terms()`, or another root of it.
  ///
  /// @param root the call that `Terms` itself is asked
  private String chained(
      String text, Optional<TermsMethod> terms, Optional<String> root, String call) throws Stop {
    if (terms.isEmpty()) {
      String with = imported(text, "Terms");
      return TermsMethod.created(
          Shape.read(with),
          "Terms." + root.orElse("allIn()"),
          root.isPresent() ? Optional.empty() : Optional.of(call),
          touched);
    }
    touched.add("method:terms");
    return root.isPresent() ? terms.get().rooted(root.get()) : terms.get().with(call);
  }

  private String imported(String text, String type) throws Stop {
    String with = new Members(Shape.read(text)).withImport(type);
    if (!with.equals(text)) {
      touched.add("import:sorte.strategy." + type);
    }
    return with;
  }

  /// The hours in which a trade may be entered.
  String hours(String text, String hours) throws Stop {
    if (!hours.matches("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]")) {
      throw Stop.notPossible("bad-hours");
    }
    Optional<TermsMethod> terms = TermsMethod.of(Shape.read(text));
    var call = terms.flatMap(t -> t.call("tradingHours"));
    if (call.isEmpty()) {
      facts.add(Phrase.of("value-added", "trading-hours", hours));
      return chained(text, terms, Optional.empty(), ".tradingHours(\"" + hours + "\")");
    }
    JavaSource source = Shape.read(text).source();
    ExpressionTree argument = call.get().getArguments().getFirst();
    if (!(argument instanceof LiteralTree literal && literal.getValue() instanceof String old)) {
      throw Stop.notPossible("computed", "trading-hours", argument.toString());
    }
    if (old.equals(hours)) {
      throw Stop.alreadySo("value-so", "trading-hours", hours);
    }
    touched.add("method:terms");
    facts.add(Phrase.of("value-changed", "trading-hours", old, hours));
    return hoursIn(text, hours, source);
  }

  private static String hoursIn(String text, String hours, JavaSource source) throws Stop {
    Shape shape = Shape.of(source);
    ExpressionTree argument =
        TermsMethod.of(shape)
            .flatMap(t -> t.call("tradingHours"))
            .orElseThrow()
            .getArguments()
            .getFirst();
    return new Splices()
        .replace(source.start(argument), source.end(argument), "\"" + hours + "\"")
        .on(text);
  }
}
