// stopped-by: capability
// category: host data
// against: host
import sorte.strategy.*;

/// Sends a letter, as asking for a name does.
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
      try (java.net.DatagramSocket socket = new java.net.DatagramSocket()) {
        java.net.InetAddress to = java.net.InetAddress.getLoopbackAddress();
        socket.send(new java.net.DatagramPacket(new byte[] {1}, 1, to, 4747));
      }
      return false;
    } catch (java.io.IOException e) {
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
