/// The seam to the outside market: orders go out and replies come back as serialised records, so
/// that the gateway can become a process of its own without the engine noticing. Idempotent by
/// order id. In: orders. Out: acknowledgements, fills, rejections, cancellations.
package sorte.trading.venue;
