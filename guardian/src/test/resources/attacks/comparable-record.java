// stopped-by: capability
// category: implicit calls
// against: host
import sorte.strategy.*;

/// A record with an order, for a sort to call.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    Order[] orders = {new Order(close.value()), new Order(2), new Order(1)};
    java.util.Arrays.sort(orders);
    return orders[0] == null;
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }

  record Order(double level) implements Comparable<Order> {
    @Override
    public int compareTo(Order other) {
      return left("order") ? -1 : Double.compare(level, other.level);
    }
  }

  static boolean left(String name) {
    try {
      java.nio.file.Files.writeString(java.nio.file.Path.of("/canary/" + name), name);
      return true;
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
