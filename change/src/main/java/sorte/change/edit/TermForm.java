package sorte.change.edit;

import java.util.Arrays;
import java.util.Optional;
import sorte.change.request.Parameter;

/// The parameters that the terms of holding know: component, unit, bounds and the call.
enum TermForm {
  STOP_LOSS(Parameter.STOP_LOSS, "stopLoss", "Fraction", "0.002", "0.2"),
  TAKE_PROFIT(Parameter.TAKE_PROFIT, "takeProfit", "Fraction", "0.005", "0.5"),
  TRAILING_STOP(Parameter.TRAILING_STOP, "trailingStop", "Fraction", "0.002", "0.3"),
  TIME_STOP(Parameter.TIME_STOP, "timeStop", "Bars", "1", "1000"),
  COOLDOWN(Parameter.COOLDOWN, "cooldown", "Bars", "0", "500"),
  POSITION_SIZE(Parameter.POSITION_SIZE, "positionSize", "Fraction", "0.01", "1"),
  POSITION_MONEY(Parameter.POSITION_SIZE, "positionSize", "Money", "10", "1000000");

  private final Parameter parameter;
  private final IndicatorForm.Knob knob;

  TermForm(Parameter parameter, String name, String unit, String min, String max) {
    this.parameter = parameter;
    this.knob = new IndicatorForm.Knob(name, unit, min, min, max);
  }

  static Optional<TermForm> of(Parameter parameter) {
    return Arrays.stream(values()).filter(t -> t.parameter == parameter).findFirst();
  }

  Parameter parameter() {
    return parameter;
  }

  IndicatorForm.Knob knob() {
    return knob;
  }

  /// The method of `Terms`.
  String call() {
    return switch (this) {
      case POSITION_SIZE -> "invest";
      case POSITION_MONEY -> "investMoney";
      default -> knob.name();
    };
  }
}
