package sorte.trading.slot;

import sorte.trading.money.HoldingTerms;

/// A release that is warm and has seen the bars from `fedFrom` up to, not including, `fedUpTo`.
///
/// @param terms how its trades are held
public record Prepared(
    Decider decider, String strategy, HoldingTerms terms, long fedFrom, long fedUpTo) {}
