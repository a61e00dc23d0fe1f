package sorte.change.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Design;
import sorte.change.design.Hold;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// A described strategy as the `design` of a plan, and back.
final class DesignJson {
  /// How deep tests and values may stand in each other.
  private static final int DEEPEST = 40;

  private DesignJson() {}

  static ObjectNode write(Design design) {
    ObjectNode out = PlanJson.JSON.createObjectNode();
    design.timeframe().ifPresent(t -> out.put("timeframe", t));
    side(out, "long", design.enterLong(), design.exitLong());
    side(out, "short", design.enterShort(), design.exitShort());
    ObjectNode hold = hold(design.hold());
    if (!hold.isEmpty()) {
      out.set("hold", hold);
    }
    return out;
  }

  private static void side(ObjectNode out, String key, Optional<Test> entry, Optional<Test> exit) {
    if (entry.isPresent()) {
      ObjectNode side = out.putObject(key);
      side.set("entry", test(entry.get()));
      exit.ifPresent(e -> side.set("exit", test(e)));
    }
  }

  private static ObjectNode hold(Hold hold) {
    ObjectNode out = PlanJson.JSON.createObjectNode();
    hold.stop().ifPresent(v -> PlanJson.number(out, "stop", v));
    hold.stopDistance().ifPresent(v -> out.set("stopDistance", value(v)));
    hold.target().ifPresent(v -> PlanJson.number(out, "target", v));
    hold.trailing().ifPresent(v -> PlanJson.number(out, "trailing", v));
    hold.bars().ifPresent(v -> out.put("bars", v));
    hold.cooldown().ifPresent(v -> out.put("cooldown", v));
    hold.size().ifPresent(v -> PlanJson.number(out, "size", v));
    hold.targetByStop().ifPresent(v -> PlanJson.number(out, "targetByStop", v));
    hold.risk().ifPresent(v -> PlanJson.number(out, "risk", v));
    hold.stopAt().ifPresent(v -> out.set("stopAt", value(v)));
    hold.stopAtShort().ifPresent(v -> out.set("stopAtShort", value(v)));
    hold.trailingByStop().ifPresent(v -> PlanJson.number(out, "trailingByStop", v));
    if (hold.flatOnly()) {
      out.put("flatOnly", true);
    }
    hold.hours().ifPresent(v -> out.put("hours", v));
    return out;
  }

  private static ObjectNode test(Test test) {
    ObjectNode out = PlanJson.JSON.createObjectNode();
    switch (test) {
      case Test.All(var tests) -> each(out.putArray("all"), tests);
      case Test.Any(var tests) -> each(out.putArray("any"), tests);
      case Test.Compare c -> {
        out.set("left", value(c.left()));
        out.put("op", c.is().code());
        out.set("right", value(c.right()));
      }
    }
    return out;
  }

  private static void each(ArrayNode array, List<Test> tests) {
    tests.forEach(t -> array.add(test(t)));
  }

  private static ObjectNode value(Value value) {
    ObjectNode out = PlanJson.JSON.createObjectNode();
    switch (value) {
      case Value.Price(String field) -> out.put("price", field);
      case Value.Number(double n) -> PlanJson.number(out, "number", n);
      case Value.Indicator i -> {
        out.put("indicator", i.study().code());
        if (!i.numbers().isEmpty()) {
          ArrayNode numbers = out.putArray("numbers");
          for (double n : i.numbers()) {
            PlanJson.number(numbers, n);
          }
        }
        if (!i.line().isEmpty()) {
          out.put(i.study() == Study.MINUTE ? "zone" : "line", i.line());
        }
        i.of().ifPresent(of -> out.set("of", value(of)));
      }
      case Value.Ago(Value of, int bars) -> {
        out.put("ago", bars);
        out.set("value", value(of));
      }
      case Value.Computed c -> {
        out.put("compute", c.sign().code());
        out.set("left", value(c.left()));
        out.set("right", value(c.right()));
      }
      case Value.Magnitude(Value of) -> out.set("magnitude", value(of));
      case Value.Since(Test test) -> out.set("since", test(test));
    }
    return out;
  }

  static Design read(Fields in) {
    String timeframe = in.optionalText("timeframe");
    Optional<Test>[] sides = sides(in);
    Hold hold = in.has("hold") ? hold(in.object("hold")) : Hold.PLAIN;
    in.nothingElse();
    return new Design(Optional.ofNullable(timeframe), sides[0], sides[1], sides[2], sides[3], hold);
  }

  private static Optional<Test>[] sides(Fields in) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Optional<Test>[] out = new Optional[4];
    int at = 0;
    for (String key : List.of("long", "short")) {
      Optional<Test> entry = Optional.empty();
      Optional<Test> exit = Optional.empty();
      if (in.has(key)) {
        Fields side = in.object(key);
        entry = Optional.of(test(side.object("entry"), 0));
        exit = side.has("exit") ? Optional.of(test(side.object("exit"), 0)) : exit;
        side.nothingElse();
      }
      out[at++] = entry;
      out[at++] = exit;
    }
    return out;
  }

  private static Hold hold(Fields in) {
    Hold hold =
        new Hold(
            some(in.optionalNumber("stop")),
            some(in, "stopDistance"),
            some(in.optionalNumber("target")),
            some(in.optionalNumber("trailing")),
            whole(in.optionalInteger("bars")),
            whole(in.optionalInteger("cooldown")),
            some(in.optionalNumber("size")),
            some(in.optionalNumber("targetByStop")),
            some(in.optionalNumber("risk")),
            some(in, "stopAt"),
            some(in, "stopAtShort"),
            some(in.optionalNumber("trailingByStop")),
            in.has("flatOnly") && in.flag("flatOnly"),
            Optional.ofNullable(in.optionalText("hours")));
    in.nothingElse();
    return hold;
  }

  private static Optional<Value> some(Fields in, String key) {
    return in.has(key) ? Optional.of(value(in.object(key), 0)) : Optional.empty();
  }

  private static OptionalDouble some(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalInt whole(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static int deeper(int depth) {
    if (depth >= DEEPEST) {
      throw new IllegalArgumentException("a design stands " + DEEPEST + " deep at most");
    }
    return depth + 1;
  }

  private static Test test(Fields in, int depth) {
    int below = deeper(depth);
    Test test;
    if (in.has("all") || in.has("any")) {
      boolean all = in.has("all");
      List<Test> tests = new ArrayList<>();
      JsonNode array = in.array(all ? "all" : "any");
      for (int i = 0; i < array.size(); i++) {
        tests.add(test(new Fields("design", array.get(i)), below));
      }
      test = all ? new Test.All(tests) : new Test.Any(tests);
    } else {
      String op = in.text("op");
      Test.Is is =
          Arrays.stream(Test.Is.values())
              .filter(i -> i.code().equals(op))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("design.op cannot be " + op));
      test =
          new Test.Compare(value(in.object("left"), below), is, value(in.object("right"), below));
    }
    in.nothingElse();
    return test;
  }

  private static Value value(Fields in, int depth) {
    int below = deeper(depth);
    Value value;
    if (in.has("price")) {
      value = new Value.Price(in.text("price"));
    } else if (in.has("number")) {
      value = new Value.Number(in.number("number"));
    } else if (in.has("indicator")) {
      List<Double> numbers = new ArrayList<>();
      if (in.has("numbers")) {
        in.array("numbers").forEach(n -> numbers.add(n.doubleValue()));
      }
      Study study = Study.of(in.text("indicator"));
      String line = in.optionalText(study == Study.MINUTE ? "zone" : "line");
      value =
          new Value.Indicator(
              study,
              numbers,
              line == null ? "" : line,
              in.has("of") ? Optional.of(value(in.object("of"), below)) : Optional.empty());
    } else if (in.has("ago")) {
      value = new Value.Ago(value(in.object("value"), below), (int) in.number("ago"));
    } else if (in.has("since")) {
      value = new Value.Since(test(in.object("since"), below));
    } else if (in.has("magnitude")) {
      value = new Value.Magnitude(value(in.object("magnitude"), below));
    } else {
      value =
          new Value.Computed(
              Value.Sign.of(in.text("compute")),
              value(in.object("left"), below),
              value(in.object("right"), below));
    }
    in.nothingElse();
    return value;
  }
}
