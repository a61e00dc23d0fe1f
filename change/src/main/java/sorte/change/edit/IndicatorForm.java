package sorte.change.edit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.request.IndicatorKind;
import sorte.change.request.IndicatorLine;
import sorte.change.request.Operand;

/// How each indicator of the plan is written in a strategy: the method that makes it, its
/// parameters with their usual values, its lines.
enum IndicatorForm {
  SMA(IndicatorKind.SMA, "sma", period("smaPeriod", 20)),
  EMA(IndicatorKind.EMA, "ema", period("emaPeriod", 20)),
  WMA(IndicatorKind.WMA, "wma", period("wmaPeriod", 20)),
  RSI(IndicatorKind.RSI, "rsi", period("rsiPeriod", 14)),
  MACD(
      IndicatorKind.MACD,
      "macd",
      period("macdFast", 12),
      period("macdSlow", 26),
      period("macdSignal", 9)),
  BOLLINGER(
      IndicatorKind.BOLLINGER,
      "bollinger",
      period("bollingerPeriod", 20),
      new Knob("bollingerDeviations", "Multiple", "2", "0.5", "5")),
  ATR(IndicatorKind.ATR, "atr", period("atrPeriod", 14)),
  ADX(IndicatorKind.ADX, "adx", period("adxPeriod", 14)),
  STOCHASTIC(
      IndicatorKind.STOCHASTIC, "stochastic", period("stochasticK", 14), period("stochasticD", 3)),
  CCI(IndicatorKind.CCI, "cci", period("cciPeriod", 20)),
  OBV(IndicatorKind.OBV, "obv"),
  DONCHIAN(IndicatorKind.DONCHIAN, "donchian", period("donchianPeriod", 20)),
  VWAP(IndicatorKind.VWAP, "vwap"),
  ROC(IndicatorKind.ROC, "roc", period("rocPeriod", 10)),
  VOLUME_SMA(IndicatorKind.VOLUME_SMA, "volumeSma", period("volumePeriod", 20)),
  HIGHEST(IndicatorKind.HIGHEST, "highest", period("highestPeriod", 20)),
  LOWEST(IndicatorKind.LOWEST, "lowest", period("lowestPeriod", 20));

  /// One parameter of an indicator: the component's usual name, its unit, its usual value and
  /// bounds.
  record Knob(String name, String unit, String usual, String min, String max) {}

  private static final BigDecimal MOST_BARS = BigDecimal.valueOf(10_000);

  private final IndicatorKind kind;
  private final String method;
  private final List<Knob> knobs;

  IndicatorForm(IndicatorKind kind, String method, Knob... knobs) {
    this.kind = kind;
    this.method = method;
    this.knobs = List.of(knobs);
  }

  private static Knob period(String name, int usual) {
    return new Knob(name, "Bars", Integer.toString(usual), "2", "400");
  }

  static IndicatorForm of(IndicatorKind kind) {
    return valueOf(kind.name());
  }

  static Optional<IndicatorForm> madeBy(@Nullable String method) {
    return Arrays.stream(values()).filter(f -> f.method.equals(method)).findFirst();
  }

  IndicatorKind kind() {
    return kind;
  }

  String method() {
    return method;
  }

  /// `Rsi`
  String type() {
    return method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
  }

  /// With what the names of its parameters begin: `volume` of `volumePeriod`.
  String knobStem() {
    return kind == IndicatorKind.VOLUME_SMA ? "volume" : method;
  }

  List<Knob> knobs() {
    return knobs;
  }

  boolean isAverage() {
    return kind == IndicatorKind.SMA || kind == IndicatorKind.EMA || kind == IndicatorKind.WMA;
  }

  /// What the sentence said of its parameters, in order; null where it said nothing.
  List<@Nullable BigDecimal> said(Operand.Indicator operand) {
    return switch (this) {
      case MACD ->
          Arrays.asList(whole(operand.fast()), whole(operand.slow()), whole(operand.signal()));
      case BOLLINGER -> {
        Double deviations = operand.deviations();
        yield Arrays.asList(
            whole(operand.period()), deviations == null ? null : Numbers.decimal(deviations));
      }
      case STOCHASTIC -> Arrays.asList(whole(operand.period()), null);
      case OBV, VWAP -> List.of();
      default -> Arrays.asList(whole(operand.period()));
    };
  }

  private static @Nullable BigDecimal whole(@Nullable Integer bars) {
    return bars == null ? null : BigDecimal.valueOf(bars);
  }

  /// The component of one parameter: `@Bars(value = 14, min = 2, max = 400) int rsiPeriod`.
  static String component(Knob knob, String name, BigDecimal value) throws Stop {
    BigDecimal min = new BigDecimal(knob.min());
    BigDecimal max = new BigDecimal(knob.max());
    boolean bars = knob.unit().equals("Bars");
    if (bars && value.compareTo(max) > 0 && value.compareTo(MOST_BARS) <= 0) {
      max = MOST_BARS;
    }
    if (bars && value.compareTo(BigDecimal.ONE) == 0) {
      min = BigDecimal.ONE;
    }
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new Stop(new EditOutcome.OutOfBounds(name, value, min, max));
    }
    return "@%s(value = %s, min = %s, max = %s) %s %s"
        .formatted(
            knob.unit(),
            Numbers.written(value),
            Numbers.written(min),
            Numbers.written(max),
            bars ? "int" : "double",
            name);
  }

  /// What is written behind the field's name for one of its lines; empty where the line has to be
  /// said.
  Optional<String> line(@Nullable IndicatorLine line) {
    return switch (this) {
      case MACD ->
          line == null || line == IndicatorLine.MACD
              ? Optional.of("")
              : Optional.of("." + line.code() + "()")
                  .filter(_ -> line == IndicatorLine.SIGNAL || line == IndicatorLine.HISTOGRAM);
      case BOLLINGER, DONCHIAN ->
          line == IndicatorLine.UPPER || line == IndicatorLine.MIDDLE || line == IndicatorLine.LOWER
              ? Optional.of("." + line.code() + "()")
              : Optional.empty();
      case STOCHASTIC ->
          line == null || line == IndicatorLine.K
              ? Optional.of(".k()")
              : line == IndicatorLine.D ? Optional.of(".d()") : Optional.empty();
      default -> line == null ? Optional.of("") : Optional.empty();
    };
  }
}
