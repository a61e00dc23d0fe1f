/// An exchange played on loopback, faults included: for the feed's tests, and for trying a live
/// market where there is no network (`scenarios/fake-exchange`). Speaks what Binance's public
/// market data speaks, as far as the feed asks. Never part of a running system.
package sorte.data.played;
