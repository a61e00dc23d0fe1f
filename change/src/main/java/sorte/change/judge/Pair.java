package sorte.change.judge;

/// One bar of the twins: what the stable and the candidate returned on it, as fractions of their
/// equity. Anything may stand here, also nonsense: the judge says so, it does not trust the sender.
///
/// @param n the pair's number in its rollout, from 0, without holes
/// @param bar the market's bar, one after the other
/// @param differs whether the versions decided differently at its close, or held different sides
public record Pair(long n, long bar, double stable, double candidate, boolean differs) {

  /// A pair of versions that may have decided anything.
  public Pair(long n, long bar, double stable, double candidate) {
    this(n, bar, stable, candidate, true);
  }

  public double difference() {
    return candidate - stable;
  }
}
