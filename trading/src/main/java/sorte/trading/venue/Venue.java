package sorte.trading.venue;

import java.util.Optional;

/// A place where orders are filled. Everything crosses it as bytes of [VenueCodec].
public interface Venue {

  /// Takes an order. One whose id it knows is not taken again: what was said of it is said again.
  void send(byte[] order);

  /// Takes back an order that rests; answered by `Cancelled`, or by the fill that won the race.
  void cancel(long order);

  /// Answers a question; nothing is changed by it.
  void ask(byte[] question);

  /// The next reply, oldest first.
  Optional<byte[]> poll();
}
