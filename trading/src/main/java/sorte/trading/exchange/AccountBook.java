package sorte.trading.exchange;

import sorte.trading.money.Money;
import sorte.trading.order.Quantity;

/// The account's money, in 1e-8.
final class AccountBook {
  private final TradedVolume traded = new TradedVolume();
  private long settled;
  private long fees;
  private long borrowed;
  private long writtenOff;

  AccountBook(long cash) {
    this.settled = cash;
  }

  /// Worth without open profit.
  long settled() {
    return settled;
  }

  long fees() {
    return fees;
  }

  long borrowed() {
    return borrowed;
  }

  long writtenOff() {
    return writtenOff;
  }

  FeeTier tier(FeeSchedule schedule, long time) {
    return schedule.at(traded.before(time));
  }

  /// Books a trade that either opens or reduces; gives its worth.
  long trade(PositionBook position, long time, long signed, double price, long fee) {
    long worth = Money.of(Quantity.toDouble(signed), price);
    boolean reduces = position.opposed(Long.signum(signed)) > 0;
    if (reduces) {
      settled = Money.plus(settled, position.reduce(signed, worth));
    } else {
      position.open(signed, worth);
    }
    settled = Money.minus(settled, fee);
    fees = Money.plus(fees, fee);
    traded.add(time, worth);
    return worth;
  }

  void borrow(long amount) {
    settled = Money.minus(settled, amount);
    borrowed = Money.plus(borrowed, amount);
  }

  /// Nothing is left: what the rule for a bust account says.
  void wipeOut() {
    writtenOff = Money.plus(writtenOff, settled);
    settled = 0;
  }
}
