package sorte.trading.exchange;

import sorte.trading.order.OrderEvent;
import sorte.trading.order.OrderState;

/// Hears all that the exchange does, in the order in which it happens.
public interface ExchangeLog {

  /// An order stands here now.
  void moved(long time, long order, OrderEvent event, OrderState state);

  void executed(Execution execution);

  /// A short paid for what it borrowed, in 1e-8.
  void borrowed(long time, String symbol, long amount);

  /// Nobody listens.
  ExchangeLog NONE =
      new ExchangeLog() {
        @Override
        public void moved(long time, long order, OrderEvent event, OrderState state) {}

        @Override
        public void executed(Execution execution) {}

        @Override
        public void borrowed(long time, String symbol, long amount) {}
      };
}
