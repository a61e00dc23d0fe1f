package sorte.change.design;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How a trade is held besides the rules.
///
/// @param stop as a fraction of the entry price
/// @param stopDistance a distance in price from the close of the decision
/// @param target as a fraction of the entry price
/// @param trailing as a fraction of the best price
/// @param bars after which a trade ends
/// @param cooldown bars after a trade in which none begins
/// @param size the fraction of the capital that goes into a trade
/// @param targetByStop the target as so many times the stop's distance
/// @param risk the most of the capital that a trade loses at its stop
/// @param stopAt the price at which a long is stopped, as of the decision
/// @param stopAtShort the price at which a short is stopped, as of the decision
/// @param trailingByStop how many times the stop's distance the trailing stop is behind the best
///   close
/// @param flatOnly whether an entry of the other side says nothing while a trade is held
/// @param hours in which one enters, `09:30-16:00`, of the owner's time zone
public record Hold(
    OptionalDouble stop,
    Optional<Value> stopDistance,
    OptionalDouble target,
    OptionalDouble trailing,
    OptionalInt bars,
    OptionalInt cooldown,
    OptionalDouble size,
    OptionalDouble targetByStop,
    OptionalDouble risk,
    Optional<Value> stopAt,
    Optional<Value> stopAtShort,
    OptionalDouble trailingByStop,
    boolean flatOnly,
    Optional<String> hours) {

  /// All in, and nothing but the rules ends a trade.
  public static final Hold PLAIN =
      new Hold(
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          false,
          Optional.empty());

  /// Whether something besides the rules ends a trade.
  public boolean ends() {
    return stop.isPresent()
        || stopDistance.isPresent()
        || stopAt.isPresent()
        || stopAtShort.isPresent()
        || target.isPresent()
        || targetByStop.isPresent()
        || trailing.isPresent()
        || trailingByStop.isPresent()
        || bars.isPresent();
  }
}
