package sorte.trading.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import sorte.trading.venue.Order;
import sorte.trading.venue.VenueCodec;

/// What leaves a trader and what passes it by, whichever process of it: no order before it is
/// written and its id's reservation is on the disk, none before all is heard that was said, and no
/// id for two orders.
final class Departures implements RoughVenue.Gate {
  private final World world;
  private final Books books;
  private final Map<Long, byte[]> everArrived = new HashMap<>();

  Departures(World world, Books books) {
    this.world = world;
    this.books = books;
  }

  /// What had arrived at the venue when a process died.
  void died(Map<Long, byte[]> arrived) {
    everArrived.putAll(arrived);
  }

  @Override
  public void leaves(Order order) {
    world.read();
    Records records = world.records();
    if (order.id() > records.lastOrder() || world.journal().forced() < records.reservedAt()) {
      throw new Broken(
          "it leaves before it is written, or its id's reservation is on the disk: " + order);
    }
    byte[] before = everArrived.get(order.id());
    if (before != null && !Arrays.equals(before, VenueCodec.bytes(order))) {
      throw new Broken("the id of order " + order.id() + " was used for another before");
    }
    if (world.isUp()) {
      if (world.venue().unheard()) {
        throw new Broken("it leaves before all is heard that was said: " + order);
      }
      books.leaves(order);
    }
  }

  @Override
  public void passes() {
    if (world.isUp()) {
      books.passes();
    }
  }
}
