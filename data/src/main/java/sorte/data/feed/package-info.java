/// Today's market: a process of its own that holds the sockets to an exchange and writes complete,
/// ordered, sound bars into `feed/bars.log`, which the trader follows. In: whatever an exchange
/// sends, and does not send. Out: bars, and what was found wrong on the way. `Feed` is the loop,
/// `BarLine` decides about one bar, `PublicMarket` is what another exchange would implement.
package sorte.data.feed;
