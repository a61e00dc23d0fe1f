// stopped-by: capability
// category: host data
// against: host
import sorte.strategy.*;

/// Connects without waiting for it, from a pool of threads.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    try {
      java.nio.channels.AsynchronousSocketChannel.open()
          .connect(new java.net.InetSocketAddress("127.0.0.1", 4747))
          .get();
      return false;
    } catch (Exception e) {
      return false;
    }
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
