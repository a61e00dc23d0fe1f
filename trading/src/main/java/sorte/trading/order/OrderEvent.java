package sorte.trading.order;

/// What happens to an order.
public sealed interface OrderEvent {

  /// Our own risk check refuses it.
  record Deny(String why) implements OrderEvent {}

  /// It leaves for the venue.
  record Submit() implements OrderEvent {}

  /// The venue has it.
  record Accept() implements OrderEvent {}

  /// The venue refuses it.
  record Reject(String why) implements OrderEvent {}

  /// Its trigger is reached.
  record Trigger() implements OrderEvent {}

  /// Some or all of what is left is filled.
  record Fill(long quantity) implements OrderEvent {
    public Fill {
      if (quantity <= 0) {
        throw new IllegalArgumentException("a fill must be above zero, was " + quantity);
      }
    }
  }

  /// Its owner asks to take it back.
  record RequestCancel() implements OrderEvent {}

  /// The venue does not take it back.
  record RefuseCancel() implements OrderEvent {}

  /// The venue has taken it back.
  record Cancel(String why) implements OrderEvent {}

  /// Its time is up.
  record Expire() implements OrderEvent {}

  /// Its name, for words.
  default String word() {
    return getClass().getSimpleName();
  }
}
