package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import sorte.guardian.GateResult;
import sorte.guardian.Verdict;

/// A commit's message: subject; request, plan, verdict; trailers. Made of what was asked and judged
/// alone, so that it is the same when it is made again.
final class Message {
  private static final int SUBJECT_MOST = 100;

  private Message() {}

  /// The message of the commit that takes a change back.
  static String reverting(JsonNode body, String change, String artifact) {
    StringBuilder text = subject(body, "Take back change " + change);
    String reason = line(body.path("reason").asText());
    if (!reason.isEmpty()) {
      text.append(reason).append("\n\n");
    }
    trailers(text, body, Set.of("Verdict", "Artifact", "Reverts"));
    text.append("Reverts: ").append(change).append('\n');
    return text.append("Artifact: sha256:").append(artifact).append('\n').toString();
  }

  private static StringBuilder subject(JsonNode body, String otherwise) {
    String subject = line(body.path("subject").asText());
    String said = subject.isEmpty() ? otherwise : subject;
    return new StringBuilder()
        .append(said, 0, Math.min(SUBJECT_MOST, said.length()))
        .append("\n\n");
  }

  private static void trailers(StringBuilder text, JsonNode body, Set<String> ours) {
    for (JsonNode trailer : body.path("trailers")) {
      String key = trailer.path(0).asText();
      if (key.matches("[A-Za-z][A-Za-z-]*") && ours.stream().noneMatch(key::equalsIgnoreCase)) {
        text.append(key).append(": ").append(line(trailer.path(1).asText())).append('\n');
      }
    }
  }

  static String of(JsonNode body, JsonNode judged) {
    StringBuilder text = subject(body, "Change " + judged.path("change").asText());
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
    trailers(text, body, Set.of("Change", "Verdict", "Artifact", "Reverts"));
    text.append("Verdict: ").append(verdict.word()).append('\n');
    text.append("Artifact: sha256:").append(judged.path("artifact").asText()).append('\n');
    return text.toString();
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\x80-\\x9F\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
