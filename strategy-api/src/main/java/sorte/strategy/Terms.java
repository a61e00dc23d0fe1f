package sorte.strategy;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How a trade is held: how much goes in, and what ends it besides the rules. A value: each method
/// gives new terms with one more word in them.
///
/// ```java
/// return Terms.allIn()
///     .stopLoss(atr.times(p.atrMultiplier()))
///     .takeProfit(p.takeProfit())
///     .timeStop(p.timeStop());
/// ```
///
/// Stop, target and trailing stop are fractions of the entry price; a stop given as a line times a
/// number is a distance in price from the close of the decision, fixed then for the whole trade. Of
/// two stops the one said last counts. The methods without an argument are how an engine reads it.
public final class Terms {
  private static final double NONE = Double.NaN;
  private static final Terms ALL_IN =
      new Terms(1, NONE, NONE, Optional.empty(), NONE, NONE, 0, 0, Optional.empty(), false);

  private final double fraction;
  private final double money;
  private final double stop;
  private final Optional<Scaled> stopLine;
  private final double target;
  private final double trailing;
  private final int timeStop;
  private final int cooldown;
  private final Optional<TradingHours> hours;
  private final boolean renewing;

  private Terms(
      double fraction,
      double money,
      double stop,
      Optional<Scaled> stopLine,
      double target,
      double trailing,
      int timeStop,
      int cooldown,
      Optional<TradingHours> hours,
      boolean renewing) {
    this.fraction = fraction;
    this.money = money;
    this.stop = stop;
    this.stopLine = stopLine;
    this.target = target;
    this.trailing = trailing;
    this.timeStop = timeStop;
    this.cooldown = cooldown;
    this.hours = hours;
    this.renewing = renewing;
  }

  /// Everything the strategy has goes into each trade.
  public static Terms allIn() {
    return ALL_IN;
  }

  /// A fraction of what the strategy has goes into each trade: above 0, at most 1.
  public static Terms invest(double fraction) {
    if (!(fraction > 0 && fraction <= 1)) {
      throw refused("the fraction invested", "above 0 and at most 1", fraction);
    }
    return new Terms(
        fraction, NONE, NONE, Optional.empty(), NONE, NONE, 0, 0, Optional.empty(), false);
  }

  /// An amount in the account's currency goes into each trade (all there is, where there is less).
  public static Terms investMoney(double amount) {
    if (!(amount > 0 && amount < Double.POSITIVE_INFINITY)) {
      throw refused("the money invested", "above 0 and finite", amount);
    }
    return new Terms(
        NONE, amount, NONE, Optional.empty(), NONE, NONE, 0, 0, Optional.empty(), false);
  }

  /// Leaves when the price has moved this fraction of the entry price against the trade.
  public Terms stopLoss(double fraction) {
    double checked = belowOne("a stop-loss", fraction);
    return new Terms(
        this.fraction,
        money,
        checked,
        Optional.empty(),
        target,
        trailing,
        timeStop,
        cooldown,
        hours,
        renewing);
  }

  /// Leaves when the price has moved this far against the close of the decision.
  public Terms stopLoss(Scaled distance) {
    double factor = distance.factor();
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw refused("the multiple of a stop-loss", "above 0 and finite", factor);
    }
    return new Terms(
        fraction,
        money,
        NONE,
        Optional.of(distance),
        target,
        trailing,
        timeStop,
        cooldown,
        hours,
        renewing);
  }

  /// Leaves when the price has moved this fraction of the entry price in favour of the trade.
  public Terms takeProfit(double fraction) {
    if (!(fraction > 0 && fraction < Double.POSITIVE_INFINITY)) {
      throw refused("a take-profit", "above 0 and finite", fraction);
    }
    return new Terms(
        this.fraction,
        money,
        stop,
        stopLine,
        fraction,
        trailing,
        timeStop,
        cooldown,
        hours,
        renewing);
  }

  /// Leaves when the price has come back this fraction from its best since the entry.
  public Terms trailingStop(double fraction) {
    double checked = belowOne("a trailing stop", fraction);
    return new Terms(
        this.fraction, money, stop, stopLine, target, checked, timeStop, cooldown, hours, renewing);
  }

  /// Leaves after this many bars: at least 1.
  public Terms timeStop(int bars) {
    return new Terms(
        fraction,
        money,
        stop,
        stopLine,
        target,
        trailing,
        Period.checked("a time stop", bars),
        cooldown,
        hours,
        renewing);
  }

  /// Does not enter again for this many bars after a trade has ended; 0 for at once.
  public Terms cooldown(int bars) {
    int checked = bars == 0 ? 0 : Period.checked("a cooldown", bars);
    return new Terms(
        fraction, money, stop, stopLine, target, trailing, timeStop, checked, hours, renewing);
  }

  /// Enters only within these hours of the configured time zone: `"09:00-17:30"`.
  public Terms tradingHours(String hours) {
    return new Terms(
        fraction,
        money,
        stop,
        stopLine,
        target,
        trailing,
        timeStop,
        cooldown,
        Optional.of(TradingHours.parse(hours)),
        renewing);
  }

  /// A repeated entry signal of the side that is held ends the trade and begins a new one, at the
  /// same fill. Without this word it says nothing.
  public Terms renewing() {
    return new Terms(
        fraction, money, stop, stopLine, target, trailing, timeStop, cooldown, hours, true);
  }

  /// The fraction of what the strategy has that goes into a trade; empty when money was named.
  public OptionalDouble investedFraction() {
    return some(fraction);
  }

  /// The money that goes into a trade; empty when it is a fraction.
  public OptionalDouble investedMoney() {
    return some(money);
  }

  /// The stop as a fraction of the entry price.
  public OptionalDouble stopLossFraction() {
    return some(stop);
  }

  /// The stop as a distance in price, read at the decision.
  public Optional<Scaled> stopLossDistance() {
    return stopLine;
  }

  /// The target as a fraction of the entry price.
  public OptionalDouble takeProfitFraction() {
    return some(target);
  }

  /// The trailing stop as a fraction of the best price since the entry.
  public OptionalDouble trailingStopFraction() {
    return some(trailing);
  }

  /// The number of bars after which a trade ends.
  public OptionalInt timeStopBars() {
    return timeStop == 0 ? OptionalInt.empty() : OptionalInt.of(timeStop);
  }

  /// The number of bars after a trade in which none is entered; 0 when none was named.
  public int cooldownBars() {
    return cooldown;
  }

  /// The hours in which a trade may be entered; empty for always.
  public Optional<TradingHours> hours() {
    return hours;
  }

  /// Whether a repeated entry signal renews the trade.
  public boolean renews() {
    return renewing;
  }

  private static OptionalDouble some(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static double belowOne(String what, double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw refused(what, "a fraction above 0 and below 1", fraction);
    }
    return fraction;
  }

  private static IllegalArgumentException refused(String what, String bounds, double was) {
    return new IllegalArgumentException(what + " must be " + bounds + ", was " + was);
  }
}
