package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// A verdict's gates and findings, for a person.
final class VerdictText {
  private VerdictText() {}

  static void gates(Screen screen, JsonNode verdict) {
    for (JsonNode gate : verdict.path("gates")) {
      screen
          .out()
          .printf(
              "    %-12s %-16s %6s ms%n",
              gate.path("gate").asText(),
              screen.words().say("outcome." + gate.path("outcome").asText()),
              gate.path("millis").asText());
      for (JsonNode finding : gate.path("findings")) {
        finding(screen, finding);
      }
    }
  }

  private static void finding(Screen screen, JsonNode finding) {
    String what = finding.path("what").asText();
    String remedy = finding.path("remedy").asText();
    if (finding.path("line").asInt() > 0) {
      screen.show("gate.finding", finding.path("line").asText(), what, remedy);
    } else {
      screen.show("gate.finding-here", what, remedy);
    }
  }
}
