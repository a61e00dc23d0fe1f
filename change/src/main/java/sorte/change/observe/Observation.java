package sorte.change.observe;

import com.fasterxml.jackson.databind.JsonNode;
import sorte.change.judge.Claim;
import sorte.change.judge.Judge;
import sorte.change.judge.Judgement;
import sorte.change.judge.Pair;
import sorte.change.judge.Rules;
import sorte.trading.door.DoorClient;

/// Brings the trader's pairs to the judge, in blocks of one size, so that what follows from them
/// depends on the pairs alone and not on when somebody looked. A fresh one begins at pair 0 again
/// and comes to the same judgement.
public final class Observation {
  /// Pairs between two looks at which anything may be decided.
  public static final int BLOCK = 25;

  /// Bars that the market may be ahead of the last pair before the pairs count as stale.
  public static final int STALE_BARS = 10;

  /// What one look brought.
  public enum Look {
    /// a whole block
    BLOCK_DONE,
    /// the data is at its end: no pair will come
    END,
    /// nothing to decide yet
    NOT_YET
  }

  private final String change;
  private final DoorClient trader;
  private final Judge judge;
  private final double margin;
  private long target = BLOCK;
  private long lastBar = -1;

  public Observation(String change, Claim claim, Rules rules, DoorClient trader) {
    this.change = change;
    this.trader = trader;
    this.judge = new Judge(claim, rules);
    this.margin = rules.margin();
  }

  /// Waits for the rest of the block at hand, at most `millis`.
  public Look look(long millis) {
    JsonNode answer =
        trader.get(
            "/pairs?change=%s&from=%d&upTo=%d&waitMillis=%d"
                .formatted(change, judge.pairs(), target, millis));
    for (JsonNode node : answer.path("pairs")) {
      if (node.path("n").asLong() >= target) {
        break;
      }
      lastBar = node.path("bar").asLong();
      judge.see(
          new Pair(
              node.path("n").asLong(-1),
              lastBar,
              number(node.path("stable")),
              number(node.path("candidate"))));
      if (judge.broken()) {
        return Look.BLOCK_DONE;
      }
    }
    if (judge.pairs() >= target) {
      target += BLOCK;
      judge.stale(false);
      return Look.BLOCK_DONE;
    }
    return answer.path("end").asBoolean() ? Look.END : Look.NOT_YET;
  }

  /// Compares the market's bar with the last pair's: pairs that stay behind are stale.
  public boolean stale(long marketBar) {
    boolean stale = lastBar >= 0 && marketBar - lastBar > STALE_BARS;
    judge.stale(stale);
    return stale;
  }

  public Judgement judgement() {
    return judge.judgement();
  }

  /// How much worse a bar may be and still count as "not worse", as a return.
  public double margin() {
    return margin * judge.evidence().sigma();
  }

  public boolean broken() {
    return judge.broken();
  }

  public long pairs() {
    return judge.pairs();
  }

  /// What is not a JSON number is no number: the judge says so.
  private static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }
}
