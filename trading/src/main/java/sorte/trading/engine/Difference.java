package sorte.trading.engine;

/// Something in which the venue and the journal differ.
///
/// @param what position, order-missing, order-unknown, order-filled, order-silent, account-silent
/// @param order the order that it is about; 0 for none
/// @param journal what the journal says
/// @param venue what the venue says
record Difference(String what, long order, double journal, double venue) {

  static Difference position(double journal, double venue) {
    return new Difference("position", 0, journal, venue);
  }

  static Difference missing(long order) {
    return new Difference("order-missing", order, 1, 0);
  }

  static Difference unknown(long order) {
    return new Difference("order-unknown", order, 0, 1);
  }

  static Difference filled(long order, double journal, double venue) {
    return new Difference("order-filled", order, journal, venue);
  }

  static Difference silent(long order) {
    return new Difference("order-silent", order, 1, 0);
  }

  static Difference accountSilent() {
    return new Difference("account-silent", 0, 1, 0);
  }

  /// As the journal and the logs write it.
  String words() {
    return switch (what) {
      case "position" ->
          "the venue states a position of %s, the journal %s".formatted(venue, journal);
      case "order-missing" ->
          "order %d rests by the journal, and the venue does not have it".formatted(order);
      case "order-unknown" ->
          "the venue has order %d open, and the journal does not know it".formatted(order);
      case "order-filled" ->
          "the venue filled %s of order %d, the journal has %s".formatted(venue, order, journal);
      case "order-silent" -> "the venue never answered what became of order " + order;
      default -> "the venue does not answer what the account holds";
    };
  }
}
