package sorte.trading.order;

/// What an event does to an order.
public sealed interface Transition {

  /// It stands there now.
  record Moved(OrderState state) implements Transition {}

  /// That cannot happen to it; it stands where it stood.
  record Refused(String why) implements Transition {}
}
