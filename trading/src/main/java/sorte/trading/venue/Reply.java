package sorte.trading.venue;

import java.util.List;

/// What a venue says of an order, or of the account when it was asked.
public sealed interface Reply {
  /// The order that this is about; 0 for none.
  long order();

  record Acknowledged(long order) implements Reply {}

  /// Some or all of it was filled.
  ///
  /// @param fill numbers the fills of this order from 1: the same number again is the same fill
  /// @param quantity signed as the order's
  record Filled(long order, int fill, double quantity, double price) implements Reply {}

  /// Nothing more of it will be filled.
  record Rejected(long order, String reason) implements Reply {}

  record Cancelled(long order) implements Reply {}

  /// What the venue knows of an order when it is asked ([Question.OfOrder]).
  ///
  /// @param filled signed as the order's: the sum of all its fills
  record Stated(long order, State state, double filled) implements Reply {}

  /// Where an order stands.
  enum State {
    /// The venue never saw it.
    UNKNOWN,
    /// More of it may be filled.
    OPEN,
    /// Filled whole, rejected or cancelled: nothing more of it will be filled.
    CLOSED
  }

  /// What the account holds when the venue is asked ([Question.OfAccount]).
  ///
  /// @param question the number of the question that this answers
  /// @param position net, negative when short
  /// @param open the ids of the orders that may still be filled
  record Holds(long question, double position, List<Long> open) implements Reply {
    public Holds {
      open = List.copyOf(open);
    }

    @Override
    public long order() {
      return 0;
    }
  }
}
