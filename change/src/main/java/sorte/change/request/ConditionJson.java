package sorte.change.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions and their operands, as JSON and back.
final class ConditionJson {
  private ConditionJson() {}

  static ArrayNode write(List<Condition> conditions) {
    ArrayNode out = PlanJson.JSON.createArrayNode();
    conditions.forEach(c -> out.add(write(c)));
    return out;
  }

  private static ObjectNode write(Condition condition) {
    ObjectNode out = PlanJson.JSON.createObjectNode();
    out.set("left", write(condition.left()));
    out.put("op", condition.op().code());
    Operand right = condition.right();
    if (right != null) {
      out.set("right", write(right));
    }
    if (condition.times() != 1) {
      PlanJson.number(out, "times", condition.times());
    }
    return out;
  }

  private static ObjectNode write(Operand operand) {
    ObjectNode out = PlanJson.JSON.createObjectNode();
    switch (operand) {
      case Operand.Indicator i -> {
        out.put("indicator", i.kind().code());
        IndicatorLine line = i.line();
        if (line != null) {
          out.put("line", line.code());
        }
        put(out, "period", i.period());
        Double deviations = i.deviations();
        if (deviations != null) {
          PlanJson.number(out, "deviations", deviations);
        }
        put(out, "fast", i.fast());
        put(out, "slow", i.slow());
        put(out, "signal", i.signal());
      }
      case Operand.Price p -> out.put("price", p.price().code());
      case Operand.Volume _ -> out.put("volume", "current");
      case Operand.Level l -> PlanJson.number(out, "number", l.number());
    }
    return out;
  }

  private static void put(ObjectNode out, String key, @Nullable Integer value) {
    if (value != null) {
      out.put(key, value);
    }
  }

  static List<Condition> read(String where, JsonNode array) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      Fields in = new Fields(where + "[" + i + "]", array.get(i));
      Operand left = operand(in.object("left"));
      Comparison op = in.named("op", Comparison.class);
      Operand right = in.has("right") ? operand(in.object("right")) : null;
      Double times = in.optionalNumber("times");
      in.nothingElse();
      conditions.add(new Condition(left, op, right, times == null ? 1 : times));
    }
    return conditions;
  }

  private static Operand operand(Fields in) {
    Operand operand;
    if (in.has("indicator")) {
      operand =
          new Operand.Indicator(
              in.named("indicator", IndicatorKind.class),
              in.optionalNamed("line", IndicatorLine.class),
              in.optionalInteger("period"),
              in.optionalNumber("deviations"),
              in.optionalInteger("fast"),
              in.optionalInteger("slow"),
              in.optionalInteger("signal"));
    } else if (in.has("price")) {
      operand = new Operand.Price(in.named("price", PriceKind.class));
    } else if (in.has("volume")) {
      in.text("volume");
      operand = new Operand.Volume();
    } else {
      operand = new Operand.Level(in.number("number"));
    }
    in.nothingElse();
    return operand;
  }
}
