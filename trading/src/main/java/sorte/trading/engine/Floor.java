package sorte.trading.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import sorte.trading.door.Json;
import sorte.trading.journal.Event;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;

/// What all parts of the engine stand on: the tape, the account and its terms, the present moment,
/// and what is told to others.
final class Floor {
  private final Tape tape;
  private final AccountTerms terms;
  private final ZoneId zone;
  private final Costs costs;
  private final Account account;
  private final Notices notices;
  private final Now now = new Now();
  private long lastMicros;

  Floor(Tape tape, AccountTerms terms, Notices notices) {
    this.tape = tape;
    this.terms = terms;
    this.zone = ZoneId.of(terms.zone());
    this.costs = terms.costs();
    this.account = new Account(Money.of(terms.cash()));
    this.notices = notices;
  }

  Tape tape() {
    return tape;
  }

  AccountTerms terms() {
    return terms;
  }

  ZoneId zone() {
    return zone;
  }

  Costs costs() {
    return costs;
  }

  Account account() {
    return account;
  }

  Now now() {
    return now;
  }

  long bar() {
    return now.bar();
  }

  /// What the account is worth at the last price.
  double equity() {
    return Money.toDouble(now.priced() ? account.equity(now.last()) : account.cash());
  }

  void note(String type, String change, String slot, String detail) {
    tape.write(new Event.Noted(type, now.bar(), now.time(), change, slot, detail));
    notices.add(type, now.bar(), now.time(), change, slot, detail);
  }

  void alert(String change, String slot, String detail) {
    note("Alert", change, slot, detail);
  }

  /// What a command came to.
  ObjectNode outcome(String outcome, String reason) {
    return Json.object()
        .put("outcome", outcome)
        .put("reason", reason)
        .put("bar", now.bar())
        .put("at", now.time());
  }

  /// Remarks how long something took; no decision hangs on it.
  void measured(String what, long started) {
    lastMicros = (System.nanoTime() - started) / 1000;
    tape.remark(new Event.Measured(what, now.bar(), lastMicros));
  }

  void forgetMeasured() {
    lastMicros = 0;
  }

  /// How long what was measured last took, in microseconds; 0 where the last command was not.
  long lastMicros() {
    return lastMicros;
  }
}
