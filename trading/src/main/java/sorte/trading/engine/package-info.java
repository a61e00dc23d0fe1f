/// The event loop, and the trader as a process. One thread decides. What reaches it is journaled
/// before it acts; what it makes of it is journaled before it takes effect, and made again to the
/// bit when the journal is replayed. In: bars, commands, replies. Out: orders, notices.
package sorte.trading.engine;
