/// The last check on every order, between the engine and the venue, outside the strategies' reach.
/// In: an order and what the account looks like at that moment. Out: passed, or denied with the
/// rule, what was seen and the limit. Sealed: no change made by Sorte may touch it.
package sorte.trading.risk;
