package sorte.trading.money;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import sorte.strategy.run.Signals;
import sorte.trading.order.Level;

/// One trade at a time, held under its terms: what is wanted at a close, and the protective exits
/// between closes. It knows no money and no venue; whoever owns it tells what was filled. Bars are
/// numbered by the owner, ascending.
///
/// Within one bar the stop goes before the target, since nobody knows which came first; only a bar
/// that opens beyond the target fills the target first. The trailing stop of a bar hangs on the
/// best price up to the bar before; one that hangs on the stop's distance, on the best close and
/// the distances of the closes up to then.
public final class Holding {
  private static final long MILLIS_A_MINUTE = 60_000;
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final long NEVER = Long.MIN_VALUE / 2;

  private final HoldingTerms terms;
  private final ZoneId zone;

  private int side;
  private double stop;
  private double target;
  private double best;
  private final FollowedCloses followed = new FollowedCloses();
  private long entryBar = NEVER;
  private long exitBar = NEVER;
  private double wantedStop = Double.NaN;
  private double wantedDistance = Double.NaN;
  private double exitPrice = Double.NaN;

  public Holding(HoldingTerms terms) {
    this(terms, ZoneOffset.UTC);
  }

  /// @param zone the time zone of trading hours
  public Holding(HoldingTerms terms, ZoneId zone) {
    this.terms = terms;
    this.zone = zone;
    clear();
  }

  public HoldingTerms terms() {
    return terms;
  }

  /// 1 long, -1 short, 0 flat.
  public int side() {
    return side;
  }

  /// What is wanted at the next fill, decided at the close of `bar`.
  ///
  /// @param signals a mask of [Signals]
  /// @param stopDistance the distance in price of a stop that hangs on a line; NaN where none does
  public Intent decide(long bar, int signals, double stopDistance, double close) {
    follow(stopDistance, close);
    Intent wanted =
        switch (side) {
          case 1 -> held(signals, Intent.SELL, Signals.EXIT_LONG, Intent.BUY);
          case -1 -> held(signals, Intent.BUY, Signals.EXIT_SHORT, Intent.SELL);
          default -> flat(signals);
        };
    if (side != 0 && wanted == Intent.NONE && timeIsUp(bar)) {
      return Intent.CLOSE;
    }
    return wanted.side() == 0 ? wanted : allowed(bar, wanted, stopDistance, close);
  }

  /// A trailing stop that hangs on the stop's distance moves nearer at a close, where it does; the
  /// same close twice says nothing new.
  public void follow(double stopDistance, double close) {
    if (terms.trailingByStop() == 0 || side == 0) {
      return;
    }
    followed.at(side, terms.trailingByStop(), stopDistance, close);
  }

  /// Whether nothing ends this trade but the rules; so it is where there is none.
  boolean restsOnRules() {
    return side == 0
        || (Double.isNaN(stop)
            && Double.isNaN(target)
            && Double.isNaN(followed.level())
            && terms.trailing() == 0
            && terms.timeStop() == 0);
  }

  /// The signals that can make a difference as long as this is what is held.
  int listensTo() {
    int renewal = terms.renewing() ? Signals.ENTER_LONG | Signals.ENTER_SHORT : 0;
    boolean turns = !terms.withoutReversing();
    return switch (side) {
      case 1 -> (turns ? Signals.ENTER_SHORT : 0) | Signals.EXIT_LONG | renewal;
      case -1 -> (turns ? Signals.ENTER_LONG : 0) | Signals.EXIT_SHORT | renewal;
      default -> Signals.ENTER_LONG | Signals.ENTER_SHORT;
    };
  }

  private static Intent flat(int signals) {
    boolean buys = Signals.has(signals, Signals.ENTER_LONG);
    boolean sells = Signals.has(signals, Signals.ENTER_SHORT);
    if (buys == sells) {
      return Intent.NONE;
    }
    return buys ? Intent.BUY : Intent.SELL;
  }

  /// A reversal goes before an exit, an exit before a renewal.
  private Intent held(int signals, Intent reversal, int leaving, Intent renewal) {
    if (!terms.withoutReversing() && Signals.has(signals, entering(reversal))) {
      return reversal;
    }
    if (Signals.has(signals, leaving)) {
      return Intent.CLOSE;
    }
    boolean renews = terms.renewing() && Signals.has(signals, entering(renewal));
    return renews ? renewal : Intent.NONE;
  }

  private static int entering(Intent entry) {
    return entry == Intent.BUY ? Signals.ENTER_LONG : Signals.ENTER_SHORT;
  }

  /// An entry that may not be made is no entry; one that would have reversed still closes.
  private Intent allowed(long bar, Intent entry, double stopDistance, double close) {
    Intent otherwise = side == 0 ? Intent.NONE : Intent.CLOSE;
    boolean cooling = terms.cooldown() > 0 && (side != 0 || bar - exitBar < terms.cooldown());
    boolean unprotected =
        terms.stopByDistance() && !(stopDistance >= 0 && Double.isFinite(stopDistance));
    if (cooling || unprotected) {
      return otherwise;
    }
    want(entry.side(), stopDistance, close);
    return entry;
  }

  /// A stop at a distance is counted from the close of the decision.
  private void want(int entering, double stopDistance, double close) {
    if (terms.stopByDistance()) {
      wantedStop = close - entering * stopDistance;
      wantedDistance = stopDistance;
    }
  }

  private boolean timeIsUp(long bar) {
    return terms.timeStop() > 0 && bar - entryBar + 1 >= terms.timeStop();
  }

  /// Whether the hours of the terms let one enter at this time.
  public boolean mayEnterAt(long timeMillis) {
    if (!terms.hasHours()) {
      return true;
    }
    Instant time = Instant.ofEpochMilli(timeMillis);
    long local =
        Math.addExact(timeMillis, zone.getRules().getOffset(time).getTotalSeconds() * 1000L);
    return terms.within(
        (int) Math.floorMod(Math.floorDiv(local, MILLIS_A_MINUTE), (long) MINUTES_A_DAY));
  }

  /// The order decided last was filled: a trade began.
  ///
  /// @param side 1 long, -1 short
  /// @param price of the fill
  public void entered(long bar, int side, double price) {
    if (this.side != 0 || Math.abs(side) != 1) {
      throw new IllegalStateException(
          "a trade begins flat and on a side, was " + this.side + " and came " + side);
    }
    this.side = side;
    entryBar = bar;
    best = price;
    stop = terms.stopLoss() > 0 ? price * (1 - side * terms.stopLoss()) : wantedStop;
    target = target(side, price);
  }

  private double target(int side, double price) {
    double away = targetAway();
    if (away > 0) {
      return price * (1 + side * away);
    }
    return terms.targetByStop() > 0
        ? new Level.Beyond(side * targetDistance()).price(price)
        : Double.NaN;
  }

  /// The target as a fraction of the entry price; 0 where it is none.
  public double targetAway() {
    return terms.takeProfit() > 0 ? terms.takeProfit() : terms.targetByStop() * terms.stopLoss();
  }

  /// How far the target of the entry that was decided last is from the entry, where it hangs on a
  /// distance.
  public double targetDistance() {
    return terms.targetByStop() * wantedDistance;
  }

  /// The distance of its stop that the entry decided last was decided with; NaN for none.
  public double wantedDistance() {
    return wantedDistance;
  }

  /// What the entry that was decided last loses a unit at its stop when it fills at `price`, and no
  /// less than what the decision thought, so that a gap towards the stop makes no larger trade.
  public double lossAtStop(int side, double price) {
    return terms.stopLoss() > 0
        ? price * terms.stopLoss()
        : Math.max(side * (price - wantedStop), wantedDistance);
  }

  /// The trade ended.
  public void exited(long bar) {
    exitBar = bar;
    clear();
  }

  /// The trade goes on under other hands, with the stop and the target it was declared with.
  public void adopt(Holding other) {
    side = other.side;
    stop = other.stop;
    target = other.target;
    best = other.best;
    followed.adopt(other.followed);
    entryBar = other.entryBar;
    exitBar = other.exitBar;
  }

  /// Whether the bar ends the trade by stop or target, and then at [#exitPrice]. Null is no word
  /// here: [ExitReason#ORDER] means that nothing protective happened.
  public ExitReason protect(double open, double high, double low) {
    return switch (side) {
      case 1 -> protectLong(open, high, low);
      case -1 -> protectShort(open, high, low);
      default -> ExitReason.ORDER;
    };
  }

  private ExitReason protectLong(double open, double high, double low) {
    double level = protectiveStop();
    if (open >= target) {
      return at(ExitReason.TARGET, open);
    }
    if (low <= level) {
      return at(ExitReason.STOP, Math.min(open, level));
    }
    if (high >= target) {
      return at(ExitReason.TARGET, target);
    }
    best = Math.max(best, high);
    return ExitReason.ORDER;
  }

  private ExitReason protectShort(double open, double high, double low) {
    double level = protectiveStop();
    if (open <= target) {
      return at(ExitReason.TARGET, open);
    }
    if (high >= level) {
      return at(ExitReason.STOP, Math.max(open, level));
    }
    if (low <= target) {
      return at(ExitReason.TARGET, target);
    }
    best = Math.min(best, low);
    return ExitReason.ORDER;
  }

  private ExitReason at(ExitReason reason, double price) {
    exitPrice = price;
    return reason;
  }

  /// The nearest of stop and trailing stop; NaN where there is none.
  public double protectiveStop() {
    double fixed = FollowedCloses.nearer(side, stop, followed.level());
    if (terms.trailing() == 0 || side == 0) {
      return fixed;
    }
    return FollowedCloses.nearer(side, fixed, best * (1 - side * terms.trailing()));
  }

  /// The stop fixed when the trade was decided or entered; NaN where there is none.
  public double stop() {
    return stop;
  }

  /// The target; NaN where there is none.
  public double target() {
    return target;
  }

  /// Where the last [#protect] that ended the trade filled, before slippage.
  public double exitPrice() {
    return exitPrice;
  }

  private void clear() {
    side = 0;
    stop = Double.NaN;
    target = Double.NaN;
    best = Double.NaN;
    followed.clear();
  }
}
