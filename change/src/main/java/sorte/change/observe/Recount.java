package sorte.change.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sorte.change.judge.Claim;
import sorte.change.judge.Judge;
import sorte.change.judge.Judgement;
import sorte.change.judge.Rules;
import sorte.trading.door.Json;

/// Reckons the analyses of a change again from what the log holds, and nothing else: the pairs that
/// the judge was shown and the rules it went by. An analysis that comes out otherwise, in one bit
/// of one figure, is named.
public final class Recount {
  /// @param number of the analysis in its change, from 0
  /// @param logged what the log says
  /// @param recounted what comes out
  public record Differing(int number, JsonNode logged, JsonNode recounted) {}

  /// @param analyses how many were reckoned again
  /// @param unshown analyses of an older log, which did not keep the pairs
  public record Outcome(int analyses, int unshown, List<Differing> differing) {
    public Outcome {
      differing = List.copyOf(differing);
    }
  }

  private Recount() {}

  /// Pairs of a change that its log holds.
  public static long pairsIn(List<JsonNode> analyses) {
    long held = 0;
    for (JsonNode analysis : analyses) {
      held += analysis.path("shown").path("count").asLong();
    }
    return held;
  }

  /// @param analyses of one change, in the log's order
  public static Outcome of(List<JsonNode> analyses) {
    List<Differing> differing = new ArrayList<>();
    List<JsonNode> shown = new ArrayList<>();
    int unshown = 0;
    for (int i = 0; i < analyses.size(); i++) {
      JsonNode logged = analyses.get(i);
      if (!logged.has("shown")) {
        unshown++;
        continue;
      }
      shown.add(logged.path("shown"));
      JsonNode recounted = again(logged, shown);
      if (!figures(logged).equals(figures(recounted))) {
        differing.add(new Differing(i, figures(logged), figures(recounted)));
      }
    }
    return new Outcome(shown.size(), unshown, differing);
  }

  private static JsonNode again(JsonNode logged, List<JsonNode> shown) {
    JsonNode last = shown.getLast();
    Rules rules =
        new Rules(
            last.path("margin").doubleValue(),
            last.path("ownCandidates").asInt(),
            last.path("horizonPairs").asInt(),
            last.path("sameOnRecord").asBoolean());
    Judge judge = new Judge(Claim.valueOf(last.path("claim").asText()), rules);
    Intake intake = new Intake(last.path("change").asText(), judge);
    shown.forEach(intake::read);
    judge.stale(last.path("stale").asBoolean());
    Judgement judgement = Observation.atEnd(judge.judgement(), last.path("end").asBoolean());
    Money money =
        Money.of(
            judgement.evidence().interval(),
            rules.margin() * judgement.evidence().sigma(),
            logged.path("moneyAMonth").path("equity").doubleValue(),
            last.path("barMillis").asLong());
    return Analysis.of(
            logged.path("step").asText(), logged.path("share").doubleValue(), judgement, money)
        .toJson();
  }

  /// Phrases may be put better in a later version; figures and what is said may not change.
  private static JsonNode figures(JsonNode analysis) {
    ObjectNode figures =
        (ObjectNode) Json.read(Json.bytes(analysis)); // numbers as a log holds them
    figures.remove("text");
    figures.remove("shown");
    return figures;
  }
}
