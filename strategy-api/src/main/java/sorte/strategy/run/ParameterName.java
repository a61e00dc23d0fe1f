package sorte.strategy.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// The names of parameters in the plan (`fast-ma.period`), on the command line and in Java
/// (`fastMaPeriod`): one name, joined by folding to lower-case letters and digits.
public final class ParameterName {
  /// The names that a plan may use for parameters of strategies. Those of the account (symbol,
  /// timeframe, leverage, the owner's limits) are not a strategy's.
  public static final List<String> OF_STRATEGIES =
      List.of(
          "stop-loss",
          "take-profit",
          "trailing-stop",
          "time-stop",
          "position-size",
          "cooldown",
          "trading-hours",
          "fast-ma.period",
          "slow-ma.period",
          "ma.period",
          "rsi.period",
          "rsi.oversold",
          "rsi.overbought",
          "macd.fast",
          "macd.slow",
          "macd.signal",
          "bollinger.period",
          "bollinger.deviations",
          "atr.period",
          "atr.multiplier",
          "adx.period",
          "adx.threshold",
          "stochastic.k",
          "stochastic.d",
          "donchian.period",
          "volume.period");

  /// The names that a plan may use for what belongs to the account and the owner's limits.
  public static final List<String> OF_THE_ACCOUNT =
      List.of(
          "leverage",
          "max-open-positions",
          "max-drawdown",
          "daily-loss-limit",
          "symbol",
          "timeframe");

  private ParameterName() {}

  /// Lower-case letters and digits alone: `fast-ma.period` and `fastMaPeriod` fold alike.
  public static String fold(String name) {
    StringBuilder folded = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  /// The name as a record component: `fast-ma.period` is `fastMaPeriod`.
  public static String component(String name) {
    StringBuilder component = new StringBuilder();
    boolean capital = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '-' || c == '.') {
        capital = true;
      } else {
        component.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      }
    }
    return component.toString();
  }

  /// The name as people say it: the plan's where it has one, else with hyphens.
  public static String spoken(String component) {
    String folded = fold(component);
    for (String known : OF_STRATEGIES) {
      if (fold(known).equals(folded)) {
        return known;
      }
    }
    return kebab(component);
  }

  /// `EmaCross` is `ema-cross`.
  static String kebab(String camel) {
    StringBuilder kebab = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && !kebab.isEmpty()) {
        kebab.append('-');
      }
      kebab.append(Character.toLowerCase(c));
    }
    return kebab.toString();
  }

  /// A number as people write it, without an exponent or a needless `.0`.
  static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
