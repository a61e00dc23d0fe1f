/// A limit order book with price-time priority, single-threaded: the finer of the two grains of the
/// simulated venue. In: commands on whole ticks and lots ([OrderBook]). Out: what became of them
/// ([BookEvents]), in order. Once its arrays have grown to what is open it allocates nothing.
package sorte.trading.book;
