package sorte.trading.venue;

/// How the simulated venue treats an order; anything but `FillWhole` exists so that tests can see
/// what the engine makes of it.
public sealed interface Behaviour {
  record FillWhole() implements Behaviour {}

  record Reject(String reason) implements Behaviour {}

  /// Fills this fraction and rejects the rest.
  record FillPart(double fraction) implements Behaviour {}

  /// Fills whole, and then so much that nobody ordered.
  record FillMore(double more) implements Behaviour {}

  /// Says every fill twice.
  record SayTwice() implements Behaviour {}

  /// Answers only after so many further bars, at the price it had then.
  record Late(int bars) implements Behaviour {}

  /// The order never arrived.
  record Lose() implements Behaviour {}

  /// Chooses for each order.
  interface Choice {
    Behaviour of(Order order);
  }

  Choice ALWAYS_FILLS = _ -> new FillWhole();
}
