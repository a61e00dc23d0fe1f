package sorte.trading.venue;

/// What a venue is asked. A question changes nothing, so it may be asked as often as needed; an
/// order may not be sent twice.
public sealed interface Question {

  /// What became of an order. Everything that was said of it is said again, then [Reply.Stated].
  record OfOrder(long order) implements Question {}

  /// What the account holds and which orders are open: answered by [Reply.Holds].
  ///
  /// @param number tells the answers of several questions apart
  record OfAccount(long number) implements Question {}
}
