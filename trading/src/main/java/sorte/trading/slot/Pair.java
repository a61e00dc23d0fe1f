package sorte.trading.slot;

/// One bar of the twins: what stable and the candidate made of the same capital.
///
/// @param n from 0 at the candidate's load
/// @param bar its number in the market
/// @param stable return of the stable twin in this bar, a fraction
/// @param candidate the same of the candidate's
/// @param differs whether they decided differently at its close, or hold different sides
/// @param link over this pair and all before it, see [PairChain]
public record Pair(long n, long bar, double stable, double candidate, boolean differs, long link) {}
