package sorte.trading.venue;

/// What the simulated venue remembers when it is asked; anything but `Exact` exists so that tests
/// can see what the engine makes of it.
public sealed interface Memory {
  record Exact() implements Memory {}

  /// States a position that is larger by so much.
  record OtherPosition(double more) implements Memory {}

  /// States an open order that nobody sent.
  record StrangeOrder(long order) implements Memory {}

  /// Knows of no open order, and of none that it is asked about.
  record Forgets() implements Memory {}

  /// States that an order is closed with more filled than it ever said, and says nothing again.
  record FilledMore(double more) implements Memory {}

  /// Answers no question.
  record Silent() implements Memory {}

  /// Chooses for each bar, so that the same bars give the same answers.
  interface Choice {
    Memory at(long bar);
  }

  Choice ALWAYS_EXACT = _ -> new Exact();
}
