package sorte.change.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sorte.change.judge.Claim;
import sorte.change.judge.Judge;
import sorte.change.judge.Judgement;
import sorte.change.judge.Rules;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;

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
  private final Claim claim;
  private final Rules rules;
  private final Judge judge;
  private final Intake intake;
  private long target = BLOCK;
  private boolean stale;
  private boolean end;

  public Observation(String change, Claim claim, Rules rules, DoorClient trader) {
    this.change = change;
    this.trader = trader;
    this.claim = claim;
    this.rules = rules;
    this.judge = new Judge(claim, rules);
    this.intake = new Intake(change, judge);
  }

  /// Waits for the rest of the block at hand, at most `millis`.
  public Look look(long millis) {
    JsonNode answer =
        trader.get(
            "/pairs?change=%s&from=%d&upTo=%d&waitMillis=%d"
                .formatted(change, judge.pairs(), target, millis));
    if (!intake.isOf(answer.path("change").asText())) {
      return Look.BLOCK_DONE;
    }
    for (JsonNode node : answer.path("pairs")) {
      if (node.path("n").asLong() >= target) {
        break;
      }
      intake.take(node);
      if (judge.broken()) {
        return Look.BLOCK_DONE;
      }
    }
    if (judge.pairs() >= target) {
      target += BLOCK;
      end = false;
      became(false);
      return Look.BLOCK_DONE;
    }
    end = answer.path("end").asBoolean();
    return end ? Look.END : Look.NOT_YET;
  }

  /// Compares the market's bar with the last pair's: pairs that stay behind are stale.
  public boolean stale(long marketBar) {
    became(intake.lastBar() >= 0 && marketBar - intake.lastBar() > STALE_BARS);
    return stale;
  }

  private void became(boolean now) {
    stale = now;
    judge.stale(now);
  }

  /// What the pairs show. Where no more data will come, waiting tells nothing.
  public Judgement judgement() {
    return atEnd(judge.judgement(), end);
  }

  static Judgement atEnd(Judgement judgement, boolean end) {
    return end && judgement instanceof Judgement.CannotTell cannot
        ? new Judgement.CannotTell(cannot.evidence(), true)
        : judgement;
  }

  /// All that the judgement hangs on, as the log keeps it: the pairs from number `logged` on (those
  /// before stand in the log already), the rules, and how things were. [Recount] reads it.
  public ObjectNode shown(long logged) {
    ObjectNode shown = Json.object().put("change", change).put("claim", claim.name());
    shown
        .put("margin", rules.margin())
        .put("ownCandidates", rules.ownCandidates())
        .put("horizonPairs", rules.horizonPairs())
        .put("sameOnRecord", rules.sameOnRecord())
        .put("stale", stale)
        .put("end", end);
    intake.write(shown, (int) logged);
    return shown;
  }

  /// How much worse a bar may be and still count as "not worse", as a return.
  public double margin() {
    return rules.margin() * judge.evidence().sigma();
  }

  public boolean broken() {
    return judge.broken();
  }

  public long pairs() {
    return judge.pairs();
  }
}
