/// What the market gave: bars, the files they come from, the built-in market, and which market a
/// home trades. In: a path or a seed. Out: validated bars, or every problem of a file by its line;
/// a [MarketFeed] that gives bar after bar.
package sorte.trading.market;
