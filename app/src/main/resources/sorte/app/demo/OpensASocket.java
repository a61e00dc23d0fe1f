package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Ema;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Sends word of what it sees to somebody else.
public final class OpensASocket extends Strategy<OpensASocket.Parameters> {

  public record Parameters(@Bars(value = 20, min = 2, max = 100) int maPeriod) {}

  private final Ema average = ema(p.maPeriod());

  public OpensASocket(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", 9)) {
      return socket.isConnected();
    } catch (java.io.IOException e) {
      return close.above(average);
    }
  }

  @Override
  public boolean exitLong() {
    return close.below(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn();
  }
}
