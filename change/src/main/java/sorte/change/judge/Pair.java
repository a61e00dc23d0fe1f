package sorte.change.judge;

/// One bar of the twins: what the stable and the candidate returned on it, as fractions of their
/// equity. Anything may stand here, also nonsense: the judge says so, it does not trust the sender.
///
/// @param n the pair's number in its rollout, from 0, without holes
/// @param bar the market's bar, ascending
public record Pair(long n, long bar, double stable, double candidate) {

  public double difference() {
    return candidate - stable;
  }
}
