package sorte.change.description;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import sorte.change.description.Place.Side;
import sorte.change.design.Hold;
import sorte.change.design.Value;

/// What a text says of stops, targets, size and time, taken together: what is said twice must be
/// the same.
final class Holding {
  @Nullable Double stop;
  @Nullable Value stopDistance;

  /// The price at which a side is stopped, as lines give it at the decision.
  private final Map<Side, Value> stopsAt = new EnumMap<>(Side.class);

  @Nullable Double target;

  /// The target as a distance in price.
  @Nullable Value targetDistance;

  /// The target as a multiple of what is risked.
  @Nullable Double reward;

  @Nullable Double trailing;

  /// The trailing stop as a distance in price, and the words that say so.
  @Nullable Value trailingDistance;

  String trailSaid = "";
  @Nullable Integer bars;
  @Nullable Integer cooldown;
  @Nullable Double size;
  @Nullable String hours;

  /// The part of the capital that a trade may lose at its stop, and the words that say so.
  @Nullable Double risk;

  String riskSaid = "";

  /// Whether the text enters only where nothing is held.
  boolean flatOnly;

  /// Whether the text says that there is no stop, no target.
  boolean noStop;

  boolean noTarget;

  private boolean agree(@Nullable Object before, Object now) {
    return before == null || before.equals(now);
  }

  boolean stop(double fraction) {
    boolean fits =
        fraction > 0 && fraction < 1 && agree(stop, fraction) && stopDistance == null && !noStop;
    fits &= stopsAt.isEmpty();
    stop = fits ? Double.valueOf(fraction) : stop;
    return fits;
  }

  boolean stop(Value distance) {
    boolean fits = agree(stopDistance, distance) && stop == null && !noStop && stopsAt.isEmpty();
    stopDistance = fits ? distance : stopDistance;
    return fits;
  }

  /// A stop at a price that lines give.
  boolean stopAt(Side side, Value price) {
    boolean fits = agree(stopsAt.get(side), price) && stop == null && stopDistance == null;
    fits &= !noStop;
    if (fits) {
      stopsAt.put(side, price);
    }
    return fits;
  }

  /// Whether each side that is entered has a stop, where any has one at a price.
  boolean stopsKnown(boolean longs, boolean shorts) {
    return stopsAt.isEmpty()
        || (!longs || stopAt(Side.LONG, longs && shorts) != null)
            && (!shorts || stopAt(Side.SHORT, longs && shorts) != null);
  }

  /// What was said of neither side is of the only one.
  private @Nullable Value stopAt(Side side, boolean both) {
    @Nullable Value own = stopsAt.get(side);
    return own == null && !both ? stopsAt.get(Side.NEITHER) : own;
  }

  boolean target(double fraction) {
    boolean fits = fraction > 0 && agree(target, fraction) && !noTarget && reward == null;
    fits &= targetDistance == null;
    target = fits ? Double.valueOf(fraction) : target;
    return fits;
  }

  boolean reward(double multiple) {
    boolean fits = multiple > 0 && agree(reward, multiple) && !noTarget;
    if (fits && target != null) {
      return stop != null && Math.abs(stop * multiple - target) < 1e-9;
    }
    reward = fits ? Double.valueOf(multiple) : reward;
    return fits;
  }

  boolean trailing(double fraction) {
    boolean fits = fraction > 0 && fraction < 1 && agree(trailing, fraction);
    trailing = fits ? Double.valueOf(fraction) : trailing;
    return fits;
  }

  boolean trailing(Value distance) {
    boolean fits =
        Amounts.isRange(distance) && agree(trailingDistance, distance) && trailing == null;
    trailingDistance = fits ? distance : trailingDistance;
    return fits;
  }

  /// Whether a trailing stop by range is one by the same range as the stop, or stands alone: it is
  /// the stop then.
  boolean trailKnown() {
    if (trailingDistance == null) {
      return true;
    }
    if (stop == null && !hangs() && !noStop) {
      stopDistance = trailingDistance;
    }
    return stopDistance != null
        && Amounts.isRange(stopDistance)
        && Amounts.study(stopDistance).equals(Amounts.study(trailingDistance));
  }

  private OptionalDouble trailsByStop() {
    if (trailingDistance == null || stopDistance == null || !trailKnown()) {
      return OptionalDouble.empty();
    }
    double times = Amounts.factor(trailingDistance) / Amounts.factor(stopDistance);
    return OptionalDouble.of(Math.rint(times * 1e9) / 1e9);
  }

  boolean bars(double count) {
    boolean fits = Studies.bars(count) && agree(bars, (int) count);
    bars = fits ? Integer.valueOf((int) count) : bars;
    return fits;
  }

  boolean cooldown(double count) {
    boolean fits = Studies.bars(count) && agree(cooldown, (int) count);
    cooldown = fits ? Integer.valueOf((int) count) : cooldown;
    return fits;
  }

  boolean size(double fraction) {
    boolean fits = fraction > 0 && fraction <= 1 && agree(size, fraction);
    size = fits ? Double.valueOf(fraction) : size;
    return fits;
  }

  boolean risk(double fraction) {
    boolean fits = fraction > 0 && fraction < 1 && agree(risk, fraction);
    risk = fits ? Double.valueOf(fraction) : risk;
    return fits;
  }

  /// Whether nothing but the rules ends a trade.
  boolean endsByRules() {
    return !has("STOP") && !has("TARGET") && bars == null;
  }

  /// Whether the stop hangs on a line.
  boolean hangs() {
    return stopDistance != null || !stopsAt.isEmpty();
  }

  /// Whether a stop, a target or a trailing stop was said, by its code.
  boolean has(String name) {
    return switch (name) {
      case "STOP" -> stop != null || hangs() || trailing != null || trailingDistance != null;
      case "TARGET" -> target != null || targetDistance != null || reward != null;
      default -> trailing != null || trailingDistance != null;
    };
  }

  /// The stop that a size by risk speaks of.
  @Nullable Value riskedStop;

  /// A size is said to follow from a stop at this distance: that must be the stop there is.
  boolean riskedAt(Value distance) {
    boolean fits = agree(riskedStop, distance);
    riskedStop = fits ? distance : riskedStop;
    return fits;
  }

  /// Whether a size follows from what is risked: there is a stop, and it is the one spoken of.
  boolean risksKnown() {
    if (risk != null && stop == null && !hangs() && !noStop) {
      stopDistance = riskedStop; // "risk 1 % with a stop of 2 ATR" says where the stop is
    }
    boolean stops = risk == null || stop != null || hangs();
    return stops && (riskedStop == null || riskedStop.equals(stopDistance));
  }

  private OptionalDouble invested() {
    if (risk == null || stop == null) {
      return some(size);
    }
    double whole = Math.min(1, Math.floor(risk / stop * 1e6 + 1e-6) / 1e6);
    return OptionalDouble.of(size == null ? whole : Math.min(whole, size));
  }

  boolean hours(String span) {
    boolean fits = agree(hours, span);
    hours = fits ? span : hours;
    return fits;
  }

  boolean target(Value distance) {
    boolean fits = agree(targetDistance, distance) && target == null && !noTarget;
    targetDistance = fits ? distance : targetDistance;
    return fits;
  }

  /// The target as so many times the stop's distance; empty where the two are not of one measure.
  private OptionalDouble timesStop() {
    if (!hangs()) {
      return OptionalDouble.empty();
    }
    if (targetDistance != null && stopDistance == null) {
      return OptionalDouble.empty();
    }
    if (targetDistance != null && stopDistance != null) {
      boolean same =
          Amounts.isRange(targetDistance)
              && Amounts.isRange(stopDistance)
              && Amounts.study(targetDistance).equals(Amounts.study(stopDistance));
      double times = Amounts.factor(targetDistance) / Amounts.factor(stopDistance);
      same &= reward == null || Math.abs(reward - times) < 1e-9;
      return same ? OptionalDouble.of(Math.rint(times * 1e9) / 1e9) : OptionalDouble.empty();
    }
    return some(reward);
  }

  /// The terms; empty where a target hangs on a stop that is not there, or on one of another
  /// measure.
  Optional<Hold> hold(boolean longs, boolean shorts) {
    @Nullable Double whole = target;
    OptionalDouble times = timesStop();
    if (reward != null && whole == null && stop != null) {
      whole = Math.rint(stop * reward * 1e9) / 1e9;
    }
    if ((reward != null || targetDistance != null) && whole == null && times.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Hold(
            some(stop),
            Optional.ofNullable(stopDistance),
            some(whole),
            some(trailing),
            bars == null ? OptionalInt.empty() : OptionalInt.of(bars),
            cooldown == null ? OptionalInt.empty() : OptionalInt.of(cooldown),
            invested(),
            times,
            hangs() ? some(risk) : OptionalDouble.empty(),
            longs ? Optional.ofNullable(stopAt(Side.LONG, shorts)) : Optional.empty(),
            shorts ? Optional.ofNullable(stopAt(Side.SHORT, longs)) : Optional.empty(),
            trailsByStop(),
            flatOnly && longs && shorts,
            Optional.ofNullable(hours)));
  }

  private static OptionalDouble some(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
