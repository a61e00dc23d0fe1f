package sorte.guardian;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// One gate's judgement with its name and time.
public record GateResult(String gate, Judgement judgement, long millis) {

  public Outcome outcome() {
    return judgement.outcome();
  }

  ObjectNode toJson(Phrasebook words) {
    ObjectNode json = head();
    ArrayNode findings = json.putArray("findings");
    judgement.findings().forEach(finding -> findings.add(finding.toJson(words)));
    return json;
  }

  ObjectNode toRecord() {
    ObjectNode json = head();
    ArrayNode findings = json.putArray("findings");
    judgement.findings().forEach(finding -> findings.add(finding.toRecord()));
    return json;
  }

  static GateResult ofRecord(JsonNode json) {
    List<Finding> findings = new ArrayList<>();
    json.path("findings").forEach(finding -> findings.add(Finding.ofRecord(finding)));
    Outcome outcome = Outcome.ofWord(Json.text(json, "outcome"));
    return new GateResult(
        Json.text(json, "gate"), new Judgement(outcome, findings), json.path("millis").asLong());
  }

  private ObjectNode head() {
    return Json.object().put("gate", gate).put("outcome", outcome().word()).put("millis", millis);
  }
}
