package sorte.trading.engine;

import sorte.trading.money.Money;
import sorte.trading.money.SubLedger;
import sorte.trading.slot.Slot;

/// The account as the venue would state it, and the house: who stands between the account and the
/// slots. A fill goes to the house first; each slot then trades with the house as if it had traded
/// alone, and what crossing saved stays there.
final class Account {

  /// The largest quantity that the house may hold between events: what rounding leaves.
  static final double DUST = 1e-7;

  /// How far below zero the house's money may be: what roundings of 1e-8 leave over time.
  static final long ROUNDINGS = Money.ONE / 1000;

  private long cash;
  private double position;
  private long houseCash;
  private double houseQuantity;
  private long reserve;
  private long fees;

  Account(long initial) {
    cash = initial;
    reserve = initial;
  }

  /// Money of no slot.
  long reserve() {
    return reserve;
  }

  void toReserve(long amount) {
    reserve = Money.plus(reserve, amount);
  }

  /// The net position.
  double position() {
    return position;
  }

  long cash() {
    return cash;
  }

  long house() {
    return houseCash;
  }

  double houseQuantity() {
    return houseQuantity;
  }

  long fees() {
    return fees;
  }

  /// What the account is worth when its position is worth `mark` a unit.
  long equity(double mark) {
    return Money.plus(cash, Money.of(position, mark));
  }

  /// The venue filled something.
  void filled(double quantity, double price, double feeRate) {
    long fee = Money.of(feeRate, Math.abs(quantity), price);
    long flow = Money.minus(-Money.of(quantity, price), fee);
    cash = Money.plus(cash, flow);
    position = clean(position + quantity);
    houseCash = Money.plus(houseCash, flow);
    houseQuantity = clean(houseQuantity + quantity);
    fees = Money.plus(fees, fee);
  }

  /// A slot's trade with the house: whatever `trade` does to the ledger, the house takes the other
  /// side of.
  void withHouse(SubLedger ledger, double price, Runnable trade) {
    long before = basis(ledger, price);
    double held = ledger.quantity();
    trade.run();
    houseCash = Money.minus(houseCash, Money.minus(basis(ledger, price), before));
    houseQuantity = clean(houseQuantity - (ledger.quantity() - held));
  }

  /// What is wrong with the books; empty when slots, house and reserve sum to the account.
  String fault(Iterable<Slot> slots, double mark, boolean ordersOut) {
    long money = Money.plus(houseCash, reserve);
    double held = houseQuantity;
    for (Slot slot : slots) {
      money = Money.plus(money, basis(slot.ledger(), mark));
      held += slot.ledger().quantity();
    }
    if (money != cash) {
      return "slots and house hold " + Money.words(money) + ", the account " + Money.words(cash);
    }
    if (Math.abs(held - position) > DUST) {
      return "slots and house hold " + held + " units, the account " + position;
    }
    if (!ordersOut && Math.abs(houseQuantity) > DUST) {
      return "the house was left with " + houseQuantity + " units that no slot ordered";
    }
    if (!ordersOut && houseCash < -ROUNDINGS) {
      return "the house is short of " + Money.words(-houseCash);
    }
    return "";
  }

  /// A ledger's money apart from what it holds.
  private static long basis(SubLedger ledger, double mark) {
    return Money.minus(ledger.equity(mark), Money.of(ledger.quantity(), mark));
  }

  private static double clean(double quantity) {
    double rounded = Math.rint(quantity * Money.ONE) / Money.ONE;
    return Math.abs(rounded - quantity) < 1e-10 ? rounded : quantity;
  }
}
