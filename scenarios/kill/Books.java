package kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.engine.Replayed;
import sorte.trading.home.Home;
import sorte.trading.venue.Order;

/// The journal replayed from its first record, every decision made again by the versions' own code, gives what the trader
/// said last: to the bit. Slots, house and reserve sum to the account there, or the replay alerts and differs.
final class Books {
  private Books() {}

  static void check(Home home, JsonNode status, Orders.Seen orders) throws IOException, Broken {
    Replayed replayed = Replayed.of(home);
    Broken.unless(
        replayed.decisions() == orders.decisions() - orders.faults(),
        "the replay made " + replayed.decisions() + " decisions of " + orders);
    JsonNode again = Json.read(replayed.status());
    for (String key : List.of("state", "bar", "time", "price", "equity", "cash", "position", "house", "runOff", "catastropheStop")) {
      Broken.unless(
          again.path(key).equals(status.path(key)),
          key + " was " + status.path(key) + ", the journal gives " + again.path(key));
    }
    int open = 0;
    for (JsonNode slot : again.path("slots")) {
      open += slot.path("openOrders").asInt();
    }
    Broken.unless(orders.open() == open, orders.open() + " orders have no end, the engine knows " + open);
    stop(again, orders);
  }

  /// One stop rests at the venue for the whole position, at the level that the engine knows; none where nothing is held.
  private static void stop(JsonNode status, Orders.Seen orders) throws Broken {
    double position = status.path("position").asDouble();
    Broken.unless(
        orders.stops().size() == (position == 0 ? 0 : 1),
        orders.stops().size() + " stops rest at the venue for a position of " + position);
    for (Order stop : orders.stops()) {
      Broken.unless(
          stop.quantity() == -position && stop.price() == status.path("catastropheStop").asDouble() && stop.reduceOnly(),
          stop + " rests for a position of " + position + ", the engine knows " + status.path("catastropheStop"));
    }
  }
}
