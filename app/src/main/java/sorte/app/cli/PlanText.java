package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// A question back or a refusal, for a person.
final class PlanText {
  private PlanText() {}

  static void show(Screen screen, JsonNode plan) {
    if (plan.path("kind").asText().equals("refuse")) {
      screen.show("plan.refused", plan.path("reason").asText());
      return;
    }
    screen.out().println(plan.path("question").asText());
    for (JsonNode option : plan.path("options")) {
      screen.out().println("  - " + option.asText());
    }
  }
}
