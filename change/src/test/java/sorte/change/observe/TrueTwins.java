package sorte.change.observe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.market.SplitMix;
import sorte.trading.slot.PairChain;

/// Pairs as an honest trader has them: both versions always hold something, agree on most bars, and
/// return the same there; where they differ, for some bars running, they have a part in common.
final class TrueTwins {
  /// The first bar of a rollout here.
  static final int FIRST_BAR = 5_000;

  private static final double BAR = 0.004;
  private static final double COMMON = Math.sqrt(0.8);
  private static final double OWN = Math.sqrt(0.2);
  private static final int STRETCH = 8;

  private TrueTwins() {}

  /// @param harm what the candidate loses on each bar on which they differ, in deviations
  static List<ObjectNode> pairs(long seed, int count, double harm) {
    SplitMix random = new SplitMix(seed);
    List<ObjectNode> pairs = new ArrayList<>();
    boolean differ = false;
    for (int n = 0; n < count; n++) {
      boolean now = random.below(STRETCH) == 0 ? !differ : differ;
      double market = random.normal();
      double stable = BAR * (COMMON * market + OWN * random.normal());
      double candidate =
          differ || now ? BAR * (COMMON * market + OWN * random.normal() - harm) : stable;
      pairs.add(
          Json.object()
              .put("n", n)
              .put("bar", FIRST_BAR + n)
              .put("stable", stable)
              .put("candidate", candidate)
              .put("differs", now));
      differ = now;
    }
    return pairs;
  }

  /// Links the pairs as the trader does when it makes them.
  static void link(String change, List<ObjectNode> pairs) {
    PairChain chain = new PairChain(change);
    for (ObjectNode pair : pairs) {
      long link =
          chain.next(
              pair.path("n").asLong(),
              pair.path("bar").asLong(),
              pair.path("stable").asDouble(Double.NaN),
              pair.path("candidate").asDouble(Double.NaN),
              pair.path("differs").asBoolean());
      pair.put("link", PairChain.written(link));
    }
  }
}
