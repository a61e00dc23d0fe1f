package sorte.change.edit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sorte.change.request.IndicatorKind;
import sorte.change.request.Parameter;

/// Where the value of a parameter of the plan stands in a strategy.
sealed interface ParameterPlace {

  /// The `value` of a component of the record.
  record InComponent(Shape.Component component) implements ParameterPlace {}

  /// A number written in place; bounds are the usual ones.
  record InPlace(ExpressionTree number, IndicatorForm.Knob knob, String label)
      implements ParameterPlace {}

  /// Nowhere, but the terms of holding know it. `implied` is what it is while nothing is said.
  record InNoTerms(TermForm form, Optional<BigDecimal> implied) implements ParameterPlace {}

  static ParameterPlace find(Shape shape, Parameter parameter) throws Stop {
    if (parameter == Parameter.TRADING_HOURS) {
      throw Stop.notPossible("bad-hours");
    }
    Optional<Shape.Component> named = shape.component(parameter.code());
    if (named.isPresent()) {
      return new InComponent(named.get());
    }
    Optional<TermForm> term = TermForm.of(parameter);
    if (term.isPresent()) {
      return inTerms(shape, term.get());
    }
    return switch (parameter) {
      case FAST_MA_PERIOD -> average(shape, parameter, true);
      case SLOW_MA_PERIOD -> average(shape, parameter, false);
      case MA_PERIOD -> argument(shape, parameter, averages(shape), 0);
      case RSI_PERIOD -> argument(shape, parameter, held(shape, IndicatorKind.RSI), 0);
      case MACD_FAST -> argument(shape, parameter, held(shape, IndicatorKind.MACD), 0);
      case MACD_SLOW -> argument(shape, parameter, held(shape, IndicatorKind.MACD), 1);
      case MACD_SIGNAL -> argument(shape, parameter, held(shape, IndicatorKind.MACD), 2);
      case BOLLINGER_PERIOD -> argument(shape, parameter, held(shape, IndicatorKind.BOLLINGER), 0);
      case BOLLINGER_DEVIATIONS ->
          argument(shape, parameter, held(shape, IndicatorKind.BOLLINGER), 1);
      case ATR_PERIOD -> argument(shape, parameter, held(shape, IndicatorKind.ATR), 0);
      case ADX_PERIOD -> argument(shape, parameter, held(shape, IndicatorKind.ADX), 0);
      case STOCHASTIC_K -> argument(shape, parameter, held(shape, IndicatorKind.STOCHASTIC), 0);
      case STOCHASTIC_D -> argument(shape, parameter, held(shape, IndicatorKind.STOCHASTIC), 1);
      case DONCHIAN_PERIOD -> argument(shape, parameter, held(shape, IndicatorKind.DONCHIAN), 0);
      case VOLUME_PERIOD -> argument(shape, parameter, held(shape, IndicatorKind.VOLUME_SMA), 0);
      case ATR_MULTIPLIER -> multiplier(shape, parameter);
      case RSI_OVERSOLD -> threshold(shape, parameter, IndicatorKind.RSI, "5", "50");
      case RSI_OVERBOUGHT -> threshold(shape, parameter, IndicatorKind.RSI, "50", "95");
      case ADX_THRESHOLD -> threshold(shape, parameter, IndicatorKind.ADX, "5", "60");
      case LEVERAGE, MAX_OPEN_POSITIONS, MAX_DRAWDOWN, DAILY_LOSS_LIMIT, SYMBOL, TIMEFRAME ->
          throw Stop.notPossible("belongs-elsewhere", parameter.code());
      case STOP_LOSS,
          TAKE_PROFIT,
          TRAILING_STOP,
          TIME_STOP,
          POSITION_SIZE,
          COOLDOWN,
          TRADING_HOURS ->
          throw new IllegalStateException("the terms know " + parameter.code());
    };
  }

  private static List<Indicators.Held> held(Shape shape, IndicatorKind kind) {
    return Indicators.of(shape, kind);
  }

  private static List<Indicators.Held> averages(Shape shape) {
    return Indicators.of(shape).stream().filter(h -> h.form().isAverage()).toList();
  }

  private static ParameterPlace average(Shape shape, Parameter parameter, boolean fast)
      throws Stop {
    List<Indicators.Held> known =
        averages(shape).stream()
            .filter(h -> h.arguments().size() == 1 && h.arguments().getFirst().isPresent())
            .sorted(Comparator.comparing(h -> h.arguments().getFirst().orElseThrow()))
            .toList();
    if (known.size() != 2) {
      return argument(shape, parameter, known.size() < 2 ? List.of() : known, 0);
    }
    return argument(shape, parameter, List.of(fast ? known.getFirst() : known.getLast()), 0);
  }

  private static ParameterPlace argument(
      Shape shape, Parameter parameter, List<Indicators.Held> held, int index) throws Stop {
    if (held.isEmpty()) {
      throw Stop.notPossible("no-such-parameter", parameter.code(), shape.className(), has(shape));
    }
    if (held.size() > 1) {
      throw Stop.ask(
          Phrase.of("which-indicator", parameter.code()),
          held.stream().map(Writer::option).toList());
    }
    List<ExpressionTree> arguments = Indicators.argumentsOf(held.getFirst());
    if (index >= arguments.size()) {
      throw Stop.notPossible("no-such-parameter", parameter.code(), shape.className(), has(shape));
    }
    return at(shape, parameter, arguments.get(index), held.getFirst().form().knobs().get(index));
  }

  /// The names of the parameters there are, for whoever asked for one that is not there.
  static String has(Shape shape) {
    List<String> names = new ArrayList<>();
    shape.components().forEach(c -> names.add(c.name()));
    return names.isEmpty() ? "-" : String.join(", ", names);
  }

  private static ParameterPlace at(
      Shape shape, Parameter parameter, ExpressionTree expression, IndicatorForm.Knob knob)
      throws Stop {
    String read = Constants.parameterOf(expression);
    if (read != null) {
      Optional<Shape.Component> component = shape.component(read);
      if (component.isPresent()) {
        return new InComponent(component.get());
      }
    }
    if (new Constants(shape).of(expression).isPresent() && read == null) {
      return new InPlace(expression, knob, parameter.code());
    }
    throw Stop.notPossible("computed", parameter.code(), shape.source().of(expression));
  }

  private static ParameterPlace inTerms(Shape shape, TermForm form) throws Stop {
    Optional<TermsMethod> terms = TermsMethod.of(shape);
    if (form == TermForm.POSITION_SIZE) {
      if (terms.isEmpty() || TermsMethod.name(terms.get().root()).equals("allIn")) {
        return new InNoTerms(form, Optional.of(BigDecimal.ONE));
      }
      boolean money = TermsMethod.name(terms.get().root()).equals("investMoney");
      return at(
          shape,
          Parameter.POSITION_SIZE,
          terms.get().root().getArguments().getFirst(),
          (money ? TermForm.POSITION_MONEY : form).knob());
    }
    Optional<MethodInvocationTree> call = terms.flatMap(t -> t.call(form.call()));
    if (call.isEmpty()) {
      return new InNoTerms(
          form, form == TermForm.COOLDOWN ? Optional.of(BigDecimal.ZERO) : Optional.empty());
    }
    ExpressionTree argument = call.get().getArguments().getFirst();
    if (multiple(argument).isPresent()) {
      throw Stop.ask(
          Phrase.of("stop-by-line", shape.source().of(argument)),
          List.of(Phrase.of("stop-by-line.multiple"), Phrase.of("stop-by-line.keep")));
    }
    return at(shape, form.parameter(), argument, form.knob());
  }

  /// What a line is multiplied by: `atr.times(x)`.
  private static Optional<ExpressionTree> multiple(ExpressionTree tree) {
    return tree instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("times")
            && call.getArguments().size() == 1
        ? Optional.of(call.getArguments().getFirst())
        : Optional.empty();
  }

  private static ParameterPlace multiplier(Shape shape, Parameter parameter) throws Stop {
    Optional<ExpressionTree> factor =
        TermsMethod.of(shape)
            .flatMap(t -> t.call("stopLoss"))
            .flatMap(c -> multiple(c.getArguments().getFirst()));
    if (factor.isEmpty()) {
      throw Stop.notPossible("no-such-parameter", parameter.code(), shape.className(), has(shape));
    }
    return at(
        shape,
        parameter,
        factor.get(),
        new IndicatorForm.Knob("atrMultiplier", "Multiple", "2", "0.5", "10"));
  }

  /// A number that an indicator is compared with, where it has no parameter of its usual name.
  private static ParameterPlace threshold(
      Shape shape, Parameter parameter, IndicatorKind kind, String min, String max) throws Stop {
    Set<String> names = Set.copyOf(held(shape, kind).stream().map(Indicators.Held::name).toList());
    List<ExpressionTree> found = new ArrayList<>();
    Constants constants = new Constants(shape);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (call.getArguments().size() == 1
            && call.getMethodSelect() instanceof MemberSelectTree select
            && names.contains(Shape.last(select.getExpression()))) {
          ExpressionTree argument = call.getArguments().getFirst();
          constants
              .of(argument)
              .filter(v -> v.compareTo(new BigDecimal(min)) >= 0)
              .filter(v -> v.compareTo(new BigDecimal(max)) <= 0)
              .ifPresent(_ -> found.add(argument));
        }
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(shape.type(), null);
    if (found.size() != 1) {
      throw Stop.notPossible("no-such-parameter", parameter.code(), shape.className(), has(shape));
    }
    return at(
        shape,
        parameter,
        found.getFirst(),
        new IndicatorForm.Knob(parameter.code(), "Level", min, min, max));
  }
}
