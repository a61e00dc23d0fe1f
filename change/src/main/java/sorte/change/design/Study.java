package sorte.change.design;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The indicators that a description may use: their names in a plan, how many numbers each takes,
/// and the usual ones.
public enum Study {
  SMA("sma", 1, true),
  EMA("ema", 1, true),
  WMA("wma", 1, true),
  RSI("rsi", 1, true, 14),
  ROC("roc", 1, true),
  DEVIATION("deviation", 1, true),
  HIGHEST("highest", 1, true),
  LOWEST("lowest", 1, true),
  MACD("macd", 3, false, 12, 26, 9),
  BOLLINGER("bollinger", 2, true, 20, 2),
  DONCHIAN("donchian", 1, false, 20),
  STOCHASTIC("stochastic", 3, false, 14, 3, 3),
  ATR("atr", 1, false, 14),
  ADX("adx", 1, false, 14),
  PLUS_DI("plus-di", 1, false, 14),
  MINUS_DI("minus-di", 1, false, 14),
  CCI("cci", 1, false, 20),
  WILLIAMS("williams", 1, false, 14),
  OBV("obv", 0, false),
  ACCUMULATION("accumulation", 0, false),
  VWAP("vwap", 0, false),
  DAY_OPEN("day-open", 0, false),
  MINUTE("minute-of-day", 0, false),
  WEEKDAY("weekday", 0, false),
  MONTH_DAY("day-of-month", 0, false),
  TRADING_DAY("trading-day-of-month", 0, false);

  private final String code;
  private final int numbers;
  private final boolean sourced;
  private final List<Double> usual;

  Study(String code, int numbers, boolean sourced, double... usual) {
    this.code = code;
    this.numbers = numbers;
    this.sourced = sourced;
    this.usual = Arrays.stream(usual).boxed().toList();
  }

  /// Its name in a plan.
  public String code() {
    return code;
  }

  /// How many numbers it takes.
  public int numbers() {
    return numbers;
  }

  /// Whether it may be computed of a line other than the close.
  public boolean sourced() {
    return sourced;
  }

  /// The numbers it has where none are said; none where they must be said.
  public Optional<List<Double>> usual() {
    return usual.size() == numbers ? Optional.of(usual) : Optional.empty();
  }

  /// Whether its lines are told apart by name.
  public boolean hasLines() {
    return this == MACD || this == BOLLINGER || this == DONCHIAN || this == STOCHASTIC;
  }

  /// Whether it moves up and down with the price, and so turns over when a rule is mirrored.
  public boolean swings() {
    return switch (this) {
      case RSI, ROC, MACD, STOCHASTIC, CCI, WILLIAMS, OBV, ACCUMULATION -> true;
      default -> false;
    };
  }

  /// Whether its lines are prices, and can be reached by one.
  public boolean priced() {
    return switch (this) {
      case SMA, EMA, WMA, BOLLINGER, DONCHIAN, VWAP -> true;
      default -> false;
    };
  }

  /// The indicator of a name in a plan.
  public static Study of(String code) {
    return Arrays.stream(values())
        .filter(s -> s.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not an indicator: " + code));
  }
}
