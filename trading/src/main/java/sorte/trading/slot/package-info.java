/// What runs: one release with its part of the capital. Stable, canary and run-off trade; a shadow
/// is followed. In: prepared releases, bars. Out: decisions or faults, ledgers, pairs of twins.
package sorte.trading.slot;
