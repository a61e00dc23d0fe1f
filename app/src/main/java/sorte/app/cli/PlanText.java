package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import sorte.change.request.PlanJson;
import sorte.change.request.Restatement;
import sorte.change.request.Understanding;

/// A plan, a question back or a refusal, for a person.
final class PlanText {
  private PlanText() {}

  static void show(Screen screen, Understanding understood) {
    show(screen, PlanJson.write(understood));
  }

  static void show(Screen screen, JsonNode plan) {
    switch (plan.path("kind").asText()) {
      case "refuse" -> screen.show("plan.refused", plan.path("reason").asText());
      case "clarify" -> {
        screen.out().println(plan.path("question").asText());
        for (JsonNode option : plan.path("options")) {
          screen.out().println("  - " + option.asText());
        }
      }
      default -> {
        screen.out().println(Restatement.of(PlanJson.read(plan), Map.of()));
      }
    }
  }
}
