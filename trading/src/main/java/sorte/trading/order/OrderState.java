package sorte.trading.order;

/// Where an order stands.
public sealed interface OrderState {

  /// Nothing more will come of it.
  sealed interface Closed extends OrderState {}

  /// Something may still come of it.
  sealed interface Open extends OrderState {}

  /// Written, not sent.
  record Initialized() implements Open {}

  /// Refused by our own risk check: it never left.
  record Denied(String why) implements Closed {}

  /// On its way.
  record Submitted() implements Open {}

  /// The venue has it.
  record Accepted() implements Open {}

  /// Refused by the venue.
  record Rejected(String why) implements Closed {}

  /// Its trigger was reached; it acts as market order or limit now.
  record Triggered() implements Open {}

  /// Some of it was filled.
  record PartiallyFilled(long quantity) implements Open {}

  /// All of it was filled.
  record Filled(long quantity) implements Closed {}

  /// Its owner has asked to take it back; until the venue answers it may still fill.
  ///
  /// @param before where it stood, and where it goes back to if the venue refuses
  record PendingCancel(Open before) implements Open {
    public PendingCancel {
      if (before instanceof PendingCancel || before instanceof Initialized) {
        throw new IllegalArgumentException("nothing to take back in " + before);
      }
    }
  }

  /// Taken back, by its owner or by a rule.
  ///
  /// @param filled what was filled before
  record Cancelled(long filled, String why) implements Closed {}

  /// Its time was up.
  ///
  /// @param filled what was filled before
  record Expired(long filled) implements Closed {}

  /// What was filled so far.
  default long filled() {
    return switch (this) {
      case PartiallyFilled p -> p.quantity();
      case Filled f -> f.quantity();
      case Cancelled c -> c.filled();
      case Expired e -> e.filled();
      case PendingCancel p -> p.before().filled();
      case Initialized _, Denied _, Submitted _, Accepted _, Rejected _, Triggered _ -> 0;
    };
  }

  /// Its name, for words.
  default String word() {
    return getClass().getSimpleName();
  }
}
