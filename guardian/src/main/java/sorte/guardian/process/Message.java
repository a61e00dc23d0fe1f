package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import sorte.guardian.GateResult;
import sorte.guardian.Verdict;

/// A commit's message: subject; request, plan, verdict; trailers. Made of what was asked and judged
/// alone, so that it is the same when it is made again.
final class Message {
  private static final int SUBJECT_MOST = 100;

  private Message() {}

  static String of(JsonNode body, JsonNode judged) {
    StringBuilder text = new StringBuilder();
    String subject = line(body.path("subject").asText());
    if (subject.isEmpty()) {
      subject = "Change " + judged.path("change").asText();
    }
    text.append(subject, 0, Math.min(SUBJECT_MOST, subject.length())).append("\n\n");
    String request = judged.path("request").asText().strip();
    if (!request.isEmpty()) {
      request.lines().forEach(said -> text.append("> ").append(line(said)).append('\n'));
      text.append('\n');
    }
    JsonNode plan = judged.path("plan");
    if (!plan.isEmpty()) {
      text.append("Plan: ")
          .append(plan.path("actions").isMissingNode() ? plan : plan.path("actions"));
      text.append("\n\n");
    }
    Verdict verdict = Verdict.ofRecord(judged.path("verdict"));
    text.append("Gates:");
    for (GateResult gate : verdict.gates()) {
      text.append(' ').append(gate.gate()).append(' ').append(gate.outcome().word()).append(',');
    }
    text.setLength(text.length() - 1);
    text.append("\n\n");
    text.append("Change: ").append(judged.path("change").asText()).append('\n');
    for (JsonNode trailer : body.path("trailers")) {
      String key = trailer.path(0).asText();
      boolean ours = key.equals("Change") || key.equals("Verdict") || key.equals("Artifact");
      if (key.matches("[A-Za-z][A-Za-z-]*") && !ours) {
        text.append(key).append(": ").append(line(trailer.path(1).asText())).append('\n');
      }
    }
    text.append("Verdict: ").append(verdict.word()).append('\n');
    text.append("Artifact: sha256:").append(judged.path("artifact").asText()).append('\n');
    return text.toString();
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }
}
