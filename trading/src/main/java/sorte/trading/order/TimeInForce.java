package sorte.trading.order;

/// How long an order stands.
public sealed interface TimeInForce {

  /// Until it is filled or taken back (GTC).
  record GoodTillCancelled() implements TimeInForce {}

  /// What fills at once fills, the rest is cancelled (IOC).
  record ImmediateOrCancel() implements TimeInForce {}

  /// All of it at once, or nothing (FOK).
  record FillOrKill() implements TimeInForce {}

  /// Until this time, in milliseconds since 1970 UTC; from then on it has expired (GTD).
  record GoodTillDate(long until) implements TimeInForce {}

  TimeInForce GTC = new GoodTillCancelled();
  TimeInForce IOC = new ImmediateOrCancel();
  TimeInForce FOK = new FillOrKill();

  /// Whether nothing of it ever rests.
  default boolean atOnce() {
    return switch (this) {
      case ImmediateOrCancel _, FillOrKill _ -> true;
      case GoodTillCancelled _, GoodTillDate _ -> false;
    };
  }
}
