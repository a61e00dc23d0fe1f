package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sorte.change.request.Language;
import sorte.change.request.PlanJson;
import sorte.change.request.Restatement;
import sorte.change.request.Understanding;
import sorte.trading.door.Json;

/// Which actions of a plan change code, which act at once, and which belong to later work.
final class Plans {
  private static final Set<String> EDITS =
      Set.of(
          "set-parameter",
          "scale-parameter",
          "shift-parameter",
          "add-condition",
          "remove-condition",
          "set-rule",
          "create-strategy",
          "refactor",
          "generate-tests",
          "write-code");
  private static final Set<String> PARAMETERS =
      Set.of("set-parameter", "scale-parameter", "shift-parameter");
  private static final Set<String> ACTS =
      Set.of(
          "rollback",
          "approve",
          "reject",
          "pause-trading",
          "resume-trading",
          "close-positions",
          "stop-everything",
          "report",
          "explain");

  private Plans() {}

  static List<JsonNode> acts(JsonNode plan) {
    return those(plan, ACTS);
  }

  /// The plan with only the actions that change code, in their order.
  static ObjectNode edits(JsonNode plan) {
    ObjectNode only = Json.object();
    only.put("language", plan.path("language").asText()).put("kind", "plan");
    ArrayNode actions = only.putArray("actions");
    those(plan, EDITS).forEach(actions::add);
    return only;
  }

  /// What no part of Sorte can do yet, by name.
  static List<String> later(JsonNode plan) {
    List<String> later = new ArrayList<>();
    for (JsonNode action : plan.path("actions")) {
      String act = action.path("do").asText();
      if (!EDITS.contains(act) && !ACTS.contains(act)) {
        later.add(act);
      }
    }
    return later;
  }

  static boolean parametersOnly(JsonNode plan) {
    return those(plan, PARAMETERS).size() == plan.path("actions").size();
  }

  static boolean putsBack(JsonNode plan) {
    return plan.path("actions").path(0).path("do").asText().equals("rollback");
  }

  static ObjectNode single(String language, ObjectNode action) {
    ObjectNode plan = Json.object().put("language", language).put("kind", "plan");
    plan.putArray("actions").add(action);
    return plan;
  }

  /// What was understood, said back in `language`.
  static String said(JsonNode plan, String language) {
    if (plan.path("actions").path(0).path("do").asText().equals("write-code")) {
      return ""; // a person's own source: its words were said with the request
    }
    Understanding understood;
    try {
      understood = PlanJson.read(plan);
    } catch (IllegalArgumentException _) {
      return ""; // a plan in a shape of before: its edit tells it
    }
    return understood instanceof Understanding.Plan read
        ? Restatement.of(
            new Understanding.Plan(Language.of(language), read.actions(), read.leftOut()), Map.of())
        : "";
  }

  private static List<JsonNode> those(JsonNode plan, Set<String> kinds) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode action : plan.path("actions")) {
      if (kinds.contains(action.path("do").asText())) {
        found.add(action);
      }
    }
    return found;
  }
}
