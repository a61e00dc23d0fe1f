package sorte.change.request;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// What a quantity is for a parameter, in the units of the plan; null where it cannot be one.
final class ParameterValue {
  private ParameterValue() {}

  static boolean isFraction(Parameter parameter) {
    return switch (parameter) {
      case STOP_LOSS, TAKE_PROFIT, TRAILING_STOP, MAX_DRAWDOWN -> true;
      case POSITION_SIZE, DAILY_LOSS_LIMIT -> false;
      default -> false;
    };
  }

  private static boolean isFractionOrMoney(Parameter parameter) {
    return parameter == Parameter.POSITION_SIZE || parameter == Parameter.DAILY_LOSS_LIMIT;
  }

  static @Nullable Double of(Parameter parameter, Quantity q) {
    if (q.value() <= 0) {
      return null;
    }
    return switch (parameter) {
      case TAKE_PROFIT -> fraction(q);
      case STOP_LOSS, TRAILING_STOP, MAX_DRAWDOWN -> belowAll(fraction(q));
      case POSITION_SIZE, DAILY_LOSS_LIMIT ->
          q.unit() == Quantity.Unit.MONEY ? Double.valueOf(q.value()) : fraction(q);
      case TIME_STOP,
          COOLDOWN,
          FAST_MA_PERIOD,
          SLOW_MA_PERIOD,
          MA_PERIOD,
          RSI_PERIOD,
          MACD_FAST,
          MACD_SLOW,
          MACD_SIGNAL,
          BOLLINGER_PERIOD,
          ATR_PERIOD,
          ADX_PERIOD,
          STOCHASTIC_K,
          STOCHASTIC_D,
          DONCHIAN_PERIOD,
          VOLUME_PERIOD ->
          q.bars() ? Double.valueOf(q.value()) : null;
      case MAX_OPEN_POSITIONS -> q.bare() && q.whole() ? Double.valueOf(q.value()) : null;
      case RSI_OVERSOLD, RSI_OVERBOUGHT, ADX_THRESHOLD ->
          q.bare() || q.unit() == Quantity.Unit.POINT ? Double.valueOf(q.value()) : null;
      case LEVERAGE, BOLLINGER_DEVIATIONS, ATR_MULTIPLIER ->
          q.bare() || q.unit() == Quantity.Unit.TIMES ? Double.valueOf(q.value()) : null;
      case SYMBOL, TIMEFRAME, TRADING_HOURS -> null;
    };
  }

  /// How far a parameter moves; a point of a fraction is a hundredth.
  static @Nullable Double step(Parameter parameter, Quantity q) {
    boolean fraction = isFraction(parameter) || isFractionOrMoney(parameter);
    return switch (q.unit()) {
      case PERCENT_POINT, POINT -> fraction ? hundredth(q.value()) : Double.valueOf(q.value());
      case BARE -> fraction ? q.value() < 1 ? Double.valueOf(q.value()) : null : of(parameter, q);
      case BARS, TIMES -> fraction ? null : of(parameter, q);
      case MONEY -> isFractionOrMoney(parameter) ? Double.valueOf(q.value()) : null;
      case PERCENT, MINUTE, HOUR, DAY, WEEK, MONTH, YEAR, CLOCK -> null;
    };
  }

  /// Nobody can lose more than all of it.
  private static @Nullable Double belowAll(@Nullable Double fraction) {
    return fraction == null || fraction >= 1 ? null : fraction;
  }

  private static @Nullable Double fraction(Quantity q) {
    if (q.unit() == Quantity.Unit.PERCENT) {
      return hundredth(q.value());
    }
    return q.bare() && q.value() < 1 ? Double.valueOf(q.value()) : null;
  }

  static double hundredth(double percent) {
    return BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
  }

  /// Rid of the last bits that binary sums leave behind: 0.8, not 0.8000000000000002.
  static double plain(double value) {
    return new BigDecimal(value).round(new MathContext(14)).doubleValue();
  }
}
