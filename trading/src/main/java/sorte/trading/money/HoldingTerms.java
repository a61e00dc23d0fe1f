package sorte.trading.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalDouble;
import sorte.strategy.Terms;

/// How a trade is held, as plain numbers that cross a process: the constants of a strategy's
/// [Terms]. A stop that hangs on a line comes with each bar's decision as a distance in price.
///
/// @param fraction of the cash that goes into a trade, above 0 and at most 1
/// @param money that goes into a trade, at most all there is; 0: the fraction counts
/// @param stopLoss as a fraction of the entry price; 0 for none
/// @param stopByDistance whether the stop comes as a distance from the close of the decision
/// @param takeProfit as a fraction of the entry price; 0 for none
/// @param trailing as a fraction of the best price since the entry; 0 for none
/// @param timeStop bars after which a trade ends; 0 for none
/// @param cooldown bars after a trade in which none is entered
/// @param hoursFrom first minute of the day in which one enters; -1 for always
/// @param hoursTo minute of the day from which one does not; -1 for always
/// @param renewing whether a repeated entry signal of the side that is held ends the trade and
///   begins a new one at the same fill
/// @param targetByStop the target as so many times the stop's distance; 0 for none
/// @param risk the most of the cash that a trade loses at its stop; 0 for no such limit
/// @param trailingByStop how many times the stop's distance the trailing stop is behind the best
///   close, as that distance is at each close; 0 for none
/// @param withoutReversing whether an entry signal of the other side says nothing while a trade is
///   held; it turns the trade round otherwise
public record HoldingTerms(
    double fraction,
    double money,
    double stopLoss,
    boolean stopByDistance,
    double takeProfit,
    double trailing,
    int timeStop,
    int cooldown,
    int hoursFrom,
    int hoursTo,
    boolean renewing,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) double targetByStop,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) double risk,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) double trailingByStop,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withoutReversing) {

  /// All in, no protective exit.
  public static final HoldingTerms ALL_IN =
      new HoldingTerms(1, 0, 0, false, 0, 0, 0, 0, -1, -1, false);

  /// The most bars that a time stop or a cooldown may have.
  public static final int MOST_BARS = 1_000_000;

  private static final int MINUTES_A_DAY = 24 * 60;

  public HoldingTerms {
    require(fraction > 0 && fraction <= 1, "fraction", "above 0 and at most 1", fraction);
    require(money >= 0 && Double.isFinite(money), "money", "finite and 0 or more", money);
    require(stopLoss >= 0 && stopLoss < 1, "stopLoss", "0 or more and below 1", stopLoss);
    require(
        !(stopByDistance && stopLoss > 0), "stopLoss", "0 where the stop is a distance", stopLoss);
    require(
        takeProfit >= 0 && Double.isFinite(takeProfit),
        "takeProfit",
        "finite and 0 or more",
        takeProfit);
    require(trailing >= 0 && trailing < 1, "trailing", "0 or more and below 1", trailing);
    require(timeStop >= 0 && timeStop <= MOST_BARS, "timeStop", "0 to " + MOST_BARS, timeStop);
    require(cooldown >= 0 && cooldown <= MOST_BARS, "cooldown", "0 to " + MOST_BARS, cooldown);
    boolean stops = stopByDistance || stopLoss > 0;
    require(
        targetByStop == 0 || targetByStop > 0 && Double.isFinite(targetByStop) && stops,
        "targetByStop",
        "0, or finite and above 0 where there is a stop",
        targetByStop);
    require(
        !(targetByStop > 0 && takeProfit > 0),
        "takeProfit",
        "0 where the target hangs on the stop",
        takeProfit);
    require(
        risk == 0 || risk > 0 && risk < 1 && stops,
        "risk",
        "0, or above 0 and below 1 where there is a stop",
        risk);
    require(
        trailingByStop == 0
            || trailingByStop > 0 && Double.isFinite(trailingByStop) && stopByDistance,
        "trailingByStop",
        "0, or finite and above 0 where the stop is a distance",
        trailingByStop);
    boolean always = hoursFrom == -1 && hoursTo == -1;
    require(
        always || (hoursFrom >= 0 && hoursFrom < MINUTES_A_DAY && hoursFrom != hoursTo),
        "hoursFrom",
        "a minute of the day, or -1 with hoursTo",
        hoursFrom);
    require(
        always || (hoursTo >= 0 && hoursTo <= MINUTES_A_DAY),
        "hoursTo",
        "a minute of the day, or -1 with hoursFrom",
        hoursTo);
  }

  /// Terms whose target does not hang on the stop, and whose size does not.
  public HoldingTerms(
      double fraction,
      double money,
      double stopLoss,
      boolean stopByDistance,
      double takeProfit,
      double trailing,
      int timeStop,
      int cooldown,
      int hoursFrom,
      int hoursTo,
      boolean renewing) {
    this(
        fraction,
        money,
        stopLoss,
        stopByDistance,
        takeProfit,
        trailing,
        timeStop,
        cooldown,
        hoursFrom,
        hoursTo,
        renewing,
        0,
        0,
        0,
        false);
  }

  /// Terms without a trailing stop that hangs on the stop.
  public HoldingTerms(
      double fraction,
      double money,
      double stopLoss,
      boolean stopByDistance,
      double takeProfit,
      double trailing,
      int timeStop,
      int cooldown,
      int hoursFrom,
      int hoursTo,
      boolean renewing,
      double targetByStop,
      double risk) {
    this(
        fraction,
        money,
        stopLoss,
        stopByDistance,
        takeProfit,
        trailing,
        timeStop,
        cooldown,
        hoursFrom,
        hoursTo,
        renewing,
        targetByStop,
        risk,
        0,
        false);
  }

  /// The constants of a strategy's terms.
  public static HoldingTerms of(Terms terms) {
    return new HoldingTerms(
        terms.investedFraction().orElse(1),
        terms.investedMoney().orElse(0),
        orNone(terms.stopLossFraction()),
        terms.stopLossDistance().isPresent(),
        orNone(terms.takeProfitFraction()),
        orNone(terms.trailingStopFraction()),
        terms.timeStopBars().orElse(0),
        terms.cooldownBars(),
        terms.hours().map(hours -> hours.from()).orElse(-1),
        terms.hours().map(hours -> hours.to()).orElse(-1),
        terms.renews(),
        orNone(terms.takeProfitTimesStop()),
        orNone(terms.riskFraction()),
        orNone(terms.trailingByStopTimes()),
        !terms.reverses());
  }

  /// Whether something ends a trade besides the rules.
  public boolean endsByItself() {
    return stopLoss > 0 || stopByDistance || takeProfit > 0 || trailing > 0 || timeStop > 0;
  }

  /// Whether there are hours outside which nothing is entered.
  public boolean hasHours() {
    return hoursFrom >= 0;
  }

  /// Whether one enters at this minute of the day.
  boolean within(int minute) {
    return hoursFrom < hoursTo
        ? minute >= hoursFrom && minute < hoursTo
        : minute >= hoursFrom || minute < hoursTo;
  }

  private static double orNone(OptionalDouble value) {
    return value.orElse(0);
  }

  private static void require(boolean holds, String key, String rule, double was) {
    if (!holds) {
      throw new IllegalArgumentException("terms: " + key + " must be " + rule + ", was " + was);
    }
  }
}
