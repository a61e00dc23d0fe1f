package sorte.trading.engine;

import java.time.ZoneId;
import sorte.trading.money.Holding;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;
import sorte.trading.money.SubLedger;

/// A version with its part of the account, as [Retelling] remembers it.
final class RetoldSlot {
  final long number;
  final String change;
  final String artifact;
  final String strategy;
  final HoldingTerms terms;
  final long fedFrom;
  final double lossBudget;
  final SubLedger ledger = new SubLedger(0);
  final Holding holding;
  String kind;
  double share;
  long putIn;
  long mayLose;
  Intent wants = Intent.NONE;
  boolean closing;
  long hash;

  RetoldSlot(
      long number,
      String kind,
      String change,
      String artifact,
      String strategy,
      HoldingTerms terms,
      long fedFrom,
      double lossBudget,
      ZoneId zone) {
    this.number = number;
    this.kind = kind;
    this.change = change;
    this.artifact = artifact;
    this.strategy = strategy;
    this.terms = terms;
    this.fedFrom = fedFrom;
    this.lossBudget = lossBudget;
    this.share = kind.equals("stable") ? 1 : 0;
    this.holding = new Holding(terms, zone);
  }

  double held() {
    return ledger.quantity();
  }

  void gets(long money) {
    ledger.deposit(money);
    putIn += money;
  }

  /// What was lost of what was put in, at a price.
  long lost(double price) {
    return putIn - ledger.equity(price);
  }

  /// Money apart from what is held, at a price.
  long apart(double price) {
    return ledger.equity(price) - Money.of(held(), price);
  }

  /// The hash of all decisions of a slot: this one on top of those before.
  void decided(long bar, int mask, double stopDistance) {
    hash = stirred(stirred(stirred(hash ^ bar) ^ mask) ^ Double.doubleToLongBits(stopDistance));
  }

  private static long stirred(long x) {
    long product = x * 0x9E3779B97F4A7C15L;
    long folded = (product ^ product >>> 32) * 0xD6E8FEB86659FD93L;
    return folded ^ folded >>> 32;
  }
}
