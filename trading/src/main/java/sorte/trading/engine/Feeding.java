package sorte.trading.engine;

import sorte.trading.slot.Preparation;

/// Where the engine gets a running instance of a release that it knows from the journal alone.
interface Feeding {
  /// An instance that was fed the bars from `fedFrom` up to, not including, `upTo`.
  Preparation.Outcome prepare(String artifact, long fedFrom, long upTo);
}
