package sorte.change.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// An [Understanding] as the JSON of `docs/contracts/plan.schema.json`, and back.
public final class PlanJson {
  static final ObjectMapper JSON = new ObjectMapper();

  /// A closed grammar either reads the whole of a sentence or asks.
  private static final double CERTAIN = 1.0;

  private static final double ASKING = 0.0;

  private PlanJson() {}

  /// The JSON tree of an understanding.
  public static ObjectNode write(Understanding understanding) {
    ObjectNode out = JSON.createObjectNode();
    out.put("language", understanding.language().code());
    switch (understanding) {
      case Understanding.Plan plan -> {
        out.put("kind", "plan");
        ArrayNode actions = out.putArray("actions");
        plan.actions().forEach(a -> actions.add(ActionJson.write(a)));
        if (!plan.leftOut().isEmpty()) {
          ArrayNode left = out.putArray("leftOut");
          plan.leftOut().forEach(left::add);
        }
        out.put("confidence", CERTAIN);
      }
      case Understanding.Question question -> {
        out.put("kind", "clarify");
        out.put("question", question.question());
        ArrayNode options = out.putArray("options");
        question.options().forEach(options::add);
        out.put("confidence", ASKING);
      }
      case Understanding.Refusal refusal -> {
        out.put("kind", "refuse");
        out.put("reason", refusal.reason());
        out.put("confidence", CERTAIN);
      }
    }
    out.put("interpreter", "embedded");
    return out;
  }

  /// The understanding that a JSON tree holds.
  ///
  /// @throws IllegalArgumentException naming the key at fault
  public static Understanding read(JsonNode json) {
    Fields in = new Fields("plan", json);
    Language language =
        switch (in.text("language")) {
          case "pt" -> Language.PT;
          case "en" -> Language.EN;
          case String other ->
              throw new IllegalArgumentException("plan.language must be pt or en, was " + other);
        };
    String kind = in.text("kind");
    in.optionalNumber("confidence");
    in.optionalText("interpreter");
    Understanding understanding =
        switch (kind) {
          case "plan" ->
              new Understanding.Plan(
                  language,
                  actions(in.array("actions")),
                  json.has("leftOut") ? texts(in.array("leftOut")) : List.of());
          case "clarify" ->
              new Understanding.Question(language, in.text("question"), texts(in.array("options")));
          case "refuse" -> new Understanding.Refusal(language, in.text("reason"));
          default ->
              throw new IllegalArgumentException(
                  "plan.kind must be plan, clarify or refuse, was " + kind);
        };
    in.nothingElse();
    return understanding;
  }

  private static List<Action> actions(JsonNode array) {
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      actions.add(ActionJson.read(new Fields("plan.actions[" + i + "]", array.get(i))));
    }
    return actions;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (Iterator<JsonNode> each = array.elements(); each.hasNext(); ) {
      texts.add(each.next().asText());
    }
    return texts;
  }

  static void number(ArrayNode out, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      out.add((long) value);
    } else {
      out.add(value);
    }
  }

  /// A number as plain as it was said: `30`, not `30.0`.
  static void number(ObjectNode out, String key, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      out.put(key, (long) value);
    } else {
      out.put(key, value);
    }
  }
}
