package sorte.trading.money;

/// Hears of each trade that a book enters and ends.
public interface TradeLog {

  /// Nobody listens.
  TradeLog NONE =
      new TradeLog() {
        @Override
        public void entered(long bar, double signed, double price) {}

        @Override
        public void exited(long bar, double price, ExitReason reason, SubLedger after) {}
      };

  /// @param signed the quantity, below zero for a short trade
  void entered(long bar, double signed, double price);

  /// @param after the ledger with [SubLedger#lastProfit] and [SubLedger#lastFees] of this trade
  void exited(long bar, double price, ExitReason reason, SubLedger after);
}
