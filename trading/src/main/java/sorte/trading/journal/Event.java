package sorte.trading.journal;

/// What the trader's journal holds. Some events reach the engine and are its only inputs; the
/// others are what it made of them, written before they take effect, and made again, equal to the
/// bit, when the journal is replayed.
public sealed interface Event {

  /// What reaches the engine.
  sealed interface Input extends Event {}

  /// What the engine made of it.
  sealed interface Output extends Event {}

  /// The account and the market, fixed for the life of this journal.
  ///
  /// @param account JSON, see `sorte.trading.engine.AccountTerms`
  record Opened(String account) implements Input {}

  /// A process took this journal up again.
  ///
  /// @param diedIn number of the slot in whose decision the one before died, or -1
  record TakenUp(long diedIn) implements Input {}

  /// A bar has closed.
  ///
  /// @param number from 0, history included
  /// @param live whether it is traded; history only warms
  /// @param time epoch milliseconds
  record BarClosed(
      long number,
      boolean live,
      long time,
      double open,
      double high,
      double low,
      double close,
      double volume)
      implements Input {}

  /// The recorded market has no further bar.
  record MarketEnded() implements Input {}

  /// Somebody who may asked for something.
  ///
  /// @param commandId acts once
  /// @param verb load, share, promote, rollback, pause, resume, halt, close; and, from the trader
  ///   itself as it takes a journal up: limits, halt-positions, edition
  /// @param release what loading found, JSON; empty where the verb loads nothing
  record Commanded(
      String commandId,
      String verb,
      String change,
      String artifact,
      String slot,
      double share,
      double lossBudget,
      String reason,
      boolean close,
      String release)
      implements Input {}

  /// The venue said something about an order: a serialised record of `sorte.trading.venue`.
  record VenueReplied(byte[] reply) implements Input {}

  /// A decision ended in a fault; stands in place of [Decided].
  ///
  /// @param slot number of the slot
  /// @param code exception, meter-spent, memory, died
  record DecisionFaulted(long slot, long bar, String code, String detail) implements Input {}

  /// The follower saw a fault: a shadow's, or a decision that it could not make again.
  record FollowerFaulted(String change, long bar, String code, String detail) implements Input {}

  /// The journal's next segment could not be made, or could again.
  ///
  /// @param runningShort whether only reducing orders may leave
  record DiskSeen(boolean runningShort) implements Input {}

  /// The market's news grew old, or are fresh again.
  ///
  /// @param stale whether only reducing orders may leave
  record MarketSeen(boolean stale) implements Input {}

  /// A slot is about to decide.
  record Deciding(long slot, long bar) implements Output {}

  /// A slot has decided.
  ///
  /// @param mask `sorte.strategy.run.Signals`
  /// @param stopDistance of a stop that hangs on a line, or NaN
  /// @param hash of this and all decisions of this release's run before
  record Decided(long slot, long bar, int mask, double stopDistance, long hash) implements Output {}

  /// Order ids from `from` up to, not including, `upTo` may be used. Forced.
  record IdsReserved(long from, long upTo) implements Output {}

  /// An order leaves: a serialised record of `sorte.trading.venue`.
  record OrderSent(byte[] order) implements Output {}

  /// Risk refused an order.
  record OrderDenied(long order, String slot, String rule, double seen, double limit)
      implements Output {}

  /// What a command came to; given again when the same command comes again.
  record Answered(String commandId, String answer) implements Output {}

  /// Something others want to know; `type` is a past participle such as `SlotLoaded`.
  record Noted(String type, long bar, long time, String change, String slot, String detail)
      implements Output {}

  /// A remark about the machine (times measured), outside of what is replayed.
  record Measured(String what, long bar, long micros) implements Event {}
}
