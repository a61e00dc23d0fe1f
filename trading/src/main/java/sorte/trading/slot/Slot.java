package sorte.trading.slot;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import sorte.trading.money.Holding;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Intent;
import sorte.trading.money.SubLedger;

/// A release with its part of the account: what it holds, what it wants, what it may lose. Run by
/// the engine's thread alone.
public final class Slot {

  /// What a slot is for.
  public enum Kind {
    STABLE,
    CANARY,
    SHADOW,
    RUN_OFF;

    /// As the doors and the journal write it.
    public String word() {
      return switch (this) {
        case STABLE -> "stable";
        case CANARY -> "canary";
        case SHADOW -> "shadow";
        case RUN_OFF -> "run-off";
      };
    }
  }

  private final long number;
  private final String change;
  private final String artifact;
  private final String strategy;
  private final HoldingTerms terms;
  private final long fedFrom;
  private final SubLedger ledger;
  private final Holding holding;
  private Kind kind;
  private double share;
  private double lossBudget;
  private long allocated;
  private long mayLose;
  private Intent wanted = Intent.NONE;
  private boolean closing;
  private boolean inFlight;
  private long hash;
  private long decidedFrom = -1;
  private @Nullable Decider decider;

  public Slot(
      long number,
      Kind kind,
      String change,
      String artifact,
      String strategy,
      HoldingTerms terms,
      long fedFrom,
      double share,
      double lossBudget,
      ZoneId zone) {
    this.number = number;
    this.kind = kind;
    this.change = change;
    this.artifact = artifact;
    this.strategy = strategy;
    this.terms = terms;
    this.fedFrom = fedFrom;
    this.share = share;
    this.lossBudget = lossBudget;
    this.ledger = new SubLedger(0);
    this.holding = new Holding(terms, zone);
  }

  public long number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  public String change() {
    return change;
  }

  public String artifact() {
    return artifact;
  }

  public String strategy() {
    return strategy;
  }

  public HoldingTerms terms() {
    return terms;
  }

  /// The first bar its instance was fed: a copy fed from there gives the same bits.
  public long fedFrom() {
    return fedFrom;
  }

  public SubLedger ledger() {
    return ledger;
  }

  public Holding holding() {
    return holding;
  }

  public double share() {
    return share;
  }

  public double lossBudget() {
    return lossBudget;
  }

  /// Money that was put in, less what was taken out.
  public long allocated() {
    return allocated;
  }

  public void become(Kind next) {
    kind = next;
  }

  /// Gives it another share: from the next entry on.
  public void share(double next) {
    share = next;
  }

  /// Money comes in, or goes out.
  public void allocate(long amount) {
    ledger.deposit(amount);
    allocated += amount;
  }

  /// The most it may lose, in money; 0 for no such limit.
  public void mayLose(long money) {
    mayLose = money;
  }

  public long mayLose() {
    return mayLose;
  }

  /// Whether more is lost than may be, open profit and costs counted.
  public boolean overBudget(double mark) {
    return mayLose > 0 && allocated - ledger.equity(mark) >= mayLose;
  }

  public Intent wanted() {
    return wanted;
  }

  public void want(Intent intent) {
    wanted = intent;
  }

  /// Whether its position is to be closed whatever else.
  public boolean closing() {
    return closing;
  }

  public void close() {
    closing = true;
  }

  public void closed() {
    closing = false;
  }

  /// Whether an order of its own is out with its outcome unknown.
  public boolean inFlight() {
    return inFlight;
  }

  public void inFlight(boolean out) {
    inFlight = out;
  }

  public long hash() {
    return hash;
  }

  public void decided(long bar, long next) {
    if (decidedFrom < 0) {
      decidedFrom = bar;
    }
    hash = next;
  }

  public @Nullable Decider decider() {
    return decider;
  }

  public void decider(@Nullable Decider instance) {
    decider = instance;
  }
}
