package sorte.trading.engine;

import java.util.List;
import sorte.trading.journal.Event;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;
import sorte.trading.venue.VenueCodec;

/// What happened, apart from the ids of orders: a process that takes a journal up gives its first
/// order an id of a block of its own, since what left before may be lost with the journal's tail.
final class Shapes {
  private Shapes() {}

  static List<String> of(List<Event> events) {
    return events.stream()
        .filter(e -> !(e instanceof Event.IdsReserved))
        .map(Shapes::shape)
        .toList();
  }

  private static String shape(Event event) {
    return switch (event) {
      case Event.OrderSent sent -> {
        Order order = VenueCodec.order(sent.order());
        yield "sent %s %s at %s, reduces %s, bar %d"
            .formatted(
                order.kind(), order.quantity(), order.price(), order.reduceOnly(), order.bar());
      }
      case Event.VenueReplied replied -> shape(VenueCodec.reply(replied.reply()));
      case Event.Noted noted ->
          noted.type() + " " + noted.bar() + " " + noted.change() + " " + noted.slot();
      case Event.OrderDenied denied -> "denied " + denied.slot() + " " + denied.rule();
      default -> event.toString();
    };
  }

  private static String shape(Reply reply) {
    return switch (reply) {
      case Reply.Filled fill ->
          "filled %d: %s at %s".formatted(fill.fill(), fill.quantity(), fill.price());
      case Reply.Stated stated -> "stated " + stated.state() + " " + stated.filled();
      case Reply.Holds holds -> "holds " + holds.position() + " open " + holds.open().size();
      case Reply.Acknowledged _ -> "acknowledged";
      case Reply.Rejected rejected -> "rejected: " + rejected.reason();
      case Reply.Cancelled _ -> "cancelled";
    };
  }
}
