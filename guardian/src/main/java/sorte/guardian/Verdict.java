package sorte.guardian;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.words.Phrasebook;

/// What the guardian says of a candidate. "Could not tell" is a verdict of its own and never counts
/// as yes.
public sealed interface Verdict {

  /// The gates in their order, up to the first that did not let the candidate through.
  List<GateResult> gates();

  /// `approved`, `rejected` or `inconclusive`.
  String word();

  record Approved(List<GateResult> gates) implements Verdict {
    public Approved {
      gates = List.copyOf(gates);
      if (gates.isEmpty()) {
        throw new IllegalArgumentException("nothing is approved without a gate");
      }
      for (GateResult gate : gates) {
        if (gate.outcome() == Outcome.FAIL || gate.outcome() == Outcome.INCONCLUSIVE) {
          throw new IllegalArgumentException(gate.gate() + " did not pass");
        }
      }
    }

    @Override
    public String word() {
      return "approved";
    }
  }

  record Rejected(List<GateResult> gates) implements Verdict {
    public Rejected {
      gates = List.copyOf(gates);
    }

    @Override
    public String word() {
      return "rejected";
    }
  }

  record Inconclusive(List<GateResult> gates) implements Verdict {
    public Inconclusive {
      gates = List.copyOf(gates);
    }

    @Override
    public String word() {
      return "inconclusive";
    }
  }

  /// The verdict that follows from the gates.
  static Verdict of(List<GateResult> gates) {
    if (gates.stream().anyMatch(gate -> gate.outcome() == Outcome.FAIL)) {
      return new Rejected(gates);
    }
    if (gates.stream().anyMatch(gate -> gate.outcome() == Outcome.INCONCLUSIVE)) {
      return new Inconclusive(gates);
    }
    return new Approved(gates);
  }

  default boolean approved() {
    return this instanceof Approved;
  }

  /// The document of docs/contracts/cli.md, its sentences in `pt` or `en`.
  default ObjectNode toJson(String language) {
    Phrasebook words = Phrasebook.load(Finding.WORDS, language);
    ObjectNode json = Json.object().put("verdict", word()).put("accepted", approved());
    ArrayNode list = json.putArray("gates");
    gates().forEach(gate -> list.add(gate.toJson(words)));
    return json;
  }

  /// The verdict without sentences, as the log keeps it.
  default ObjectNode toRecord() {
    ObjectNode json = Json.object().put("verdict", word());
    ArrayNode list = json.putArray("gates");
    gates().forEach(gate -> list.add(gate.toRecord()));
    return json;
  }

  /// Reads what [#toRecord] wrote.
  static Verdict ofRecord(JsonNode json) {
    List<GateResult> gates = new ArrayList<>();
    json.path("gates").forEach(gate -> gates.add(GateResult.ofRecord(gate)));
    Verdict verdict = of(gates);
    if (!verdict.word().equals(Json.text(json, "verdict"))) {
      throw new IllegalArgumentException("a recorded verdict does not follow from its gates");
    }
    return verdict;
  }
}
