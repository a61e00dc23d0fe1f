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
/// two stops the one said last counts, and so of two targets. The methods without an argument are
/// how an engine reads it.
public final class Terms {
  private static final double NONE = Double.NaN;

  // Assigned only before a copy is handed out.
  private double fraction = NONE;
  private double money = NONE;
  private double stop = NONE;
  private Optional<Scaled> stopLine = Optional.empty();
  private Optional<Scaled> stopLineOfShorts = Optional.empty();
  private double target = NONE;
  private double targetByStop = NONE;
  private double risk = NONE;
  private double trailing = NONE;
  private double trailingByStop = NONE;
  private int timeStop;
  private int cooldown;
  private Optional<TradingHours> hours = Optional.empty();
  private boolean renewing;
  private boolean withoutReversing;

  private Terms() {}

  private Terms(Terms before) {
    fraction = before.fraction;
    money = before.money;
    stop = before.stop;
    stopLine = before.stopLine;
    stopLineOfShorts = before.stopLineOfShorts;
    target = before.target;
    targetByStop = before.targetByStop;
    risk = before.risk;
    trailing = before.trailing;
    trailingByStop = before.trailingByStop;
    timeStop = before.timeStop;
    cooldown = before.cooldown;
    hours = before.hours;
    renewing = before.renewing;
    withoutReversing = before.withoutReversing;
  }

  /// Everything the strategy has goes into each trade.
  public static Terms allIn() {
    return invest(1);
  }

  /// A fraction of what the strategy has goes into each trade: above 0, at most 1.
  public static Terms invest(double fraction) {
    if (!(fraction > 0 && fraction <= 1)) {
      throw refused("the fraction invested", "above 0 and at most 1", fraction);
    }
    Terms terms = new Terms();
    terms.fraction = fraction;
    return terms;
  }

  /// An amount in the account's currency goes into each trade (all there is, where there is less).
  public static Terms investMoney(double amount) {
    Terms terms = new Terms();
    terms.money = positive("the money invested", amount);
    return terms;
  }

  /// Leaves when the price has moved this fraction of the entry price against the trade.
  public Terms stopLoss(double fraction) {
    Terms terms = new Terms(this);
    terms.stop = belowOne("a stop-loss", fraction);
    terms.stopLine = Optional.empty();
    terms.stopLineOfShorts = Optional.empty();
    return terms;
  }

  /// Leaves when the price has moved this far against the close of the decision.
  public Terms stopLoss(Scaled distance) {
    positive("the multiple of a stop-loss", distance.factor());
    Terms terms = new Terms(this);
    terms.stop = NONE;
    terms.stopLine = Optional.of(distance);
    terms.stopLineOfShorts = Optional.empty();
    return terms;
  }

  /// The same with a distance for each side: a long below the lowest low, a short above the highest
  /// high. A decision that enters both sides at once enters none.
  public Terms stopLoss(Scaled ofLongs, Scaled ofShorts) {
    positive("the multiple of a stop-loss", ofShorts.factor());
    if (trailingByStopTimes().isPresent()) {
      throw oneDistance();
    }
    Terms terms = stopLoss(ofLongs);
    terms.stopLineOfShorts = Optional.of(ofShorts);
    return terms;
  }

  /// Leaves when the price has moved this fraction of the entry price in favour of the trade.
  public Terms takeProfit(double fraction) {
    Terms terms = new Terms(this);
    terms.target = positive("a take-profit", fraction);
    terms.targetByStop = NONE;
    return terms;
  }

  /// Leaves when the price has moved in favour of the trade by this many times the distance of its
  /// stop, counted from the entry. Needs a stop.
  public Terms takeProfitByStop(double ratio) {
    Terms terms = new Terms(this);
    terms.targetByStop = positive("a take-profit by the stop", ratio);
    terms.target = NONE;
    return terms;
  }

  /// Puts no more into a trade than what loses this fraction of what the strategy has when its stop
  /// fires, costs and gaps aside; never more than what it begins with says. Needs a stop.
  public Terms risk(double fraction) {
    Terms terms = new Terms(this);
    terms.risk = belowOne("the risk of a trade", fraction);
    return terms;
  }

  /// Leaves when the price has come back this fraction from its best since the entry.
  public Terms trailingStop(double fraction) {
    Terms terms = new Terms(this);
    terms.trailing = belowOne("a trailing stop", fraction);
    return terms;
  }

  /// Leaves when the price has come back from its best close since the entry by this many times the
  /// distance of the stop, as that is at each close; it never moves away again. Needs a stop at a
  /// distance that is the same line for both sides.
  public Terms trailingStopByStop(double ratio) {
    if (stopLineOfShorts.isPresent()) {
      throw oneDistance();
    }
    Terms terms = new Terms(this);
    terms.trailingByStop = positive("a trailing stop by the stop", ratio);
    return terms;
  }

  private static IllegalArgumentException oneDistance() {
    return new IllegalArgumentException(
        "a trailing stop by the stop follows at every close, where no side is entered: "
            + "the stop needs one distance for both sides");
  }

  /// Leaves after this many bars: at least 1.
  public Terms timeStop(int bars) {
    Terms terms = new Terms(this);
    terms.timeStop = Period.checked("a time stop", bars);
    return terms;
  }

  /// Does not enter again for this many bars after a trade has ended; 0 for at once.
  public Terms cooldown(int bars) {
    Terms terms = new Terms(this);
    terms.cooldown = bars == 0 ? 0 : Period.checked("a cooldown", bars);
    return terms;
  }

  /// Enters only within these hours of the configured time zone: `"09:00-17:30"`.
  public Terms tradingHours(String hours) {
    Terms terms = new Terms(this);
    terms.hours = Optional.of(TradingHours.parse(hours));
    return terms;
  }

  /// A repeated entry signal of the side that is held ends the trade and begins a new one, at the
  /// same fill. Without this word it says nothing.
  public Terms renewing() {
    Terms terms = new Terms(this);
    terms.renewing = true;
    return terms;
  }

  /// An entry signal of the other side says nothing as long as a trade is held. Without this word
  /// it turns the trade round.
  public Terms withoutReversing() {
    Terms terms = new Terms(this);
    terms.withoutReversing = true;
    return terms;
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

  /// The stop as a distance in price, read at the decision; of longs alone where shorts have one of
  /// their own.
  public Optional<Scaled> stopLossDistance() {
    return stopLine;
  }

  /// The distance of the stop of shorts, where it is another than that of longs.
  public Optional<Scaled> stopLossDistanceOfShorts() {
    return stopLineOfShorts;
  }

  /// The target as a fraction of the entry price.
  public OptionalDouble takeProfitFraction() {
    return some(target);
  }

  /// The target as so many times the stop's distance.
  public OptionalDouble takeProfitTimesStop() {
    return some(targetByStop);
  }

  /// The most of what the strategy has that a trade loses at its stop.
  public OptionalDouble riskFraction() {
    return some(risk);
  }

  /// The trailing stop as a fraction of the best price since the entry.
  public OptionalDouble trailingStopFraction() {
    return some(trailing);
  }

  /// How many times the stop's distance the trailing stop is behind the best close.
  public OptionalDouble trailingByStopTimes() {
    return some(trailingByStop);
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

  /// Whether an entry signal of the other side turns a trade round.
  public boolean reverses() {
    return !withoutReversing;
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

  private static double positive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(what, "above 0 and finite", value);
    }
    return value;
  }

  private static IllegalArgumentException refused(String what, String bounds, double was) {
    return new IllegalArgumentException(what + " must be " + bounds + ", was " + was);
  }
}
