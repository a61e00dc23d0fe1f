package kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import sorte.trading.home.Home;

/// What the four truths say of each other once every change has ended: `main`, what runs as stable, and how the changes ended.
final class WholeState {
  private final Living living;
  private final Template template;

  WholeState(Living living, Template template) {
    this.living = living;
    this.template = template;
  }

  /// Returns the trader's status, at which its journal is compared.
  JsonNode check(JsonNode changes) throws Exception {
    String commit = template.main();
    String artifact = template.artifact();
    for (JsonNode change : changes) {
      boolean promoted = change.path("state").asText().equals("promoted");
      int ends = 0;
      for (JsonNode event :
          living.door("commander").get("/changes/" + change.path("id").asText() + "/events?from=0").path("events")) {
        String type = event.path("type").asText();
        ends += type.matches("Promoted|Undone|Failed|Withdrawn|Rejected|RolledBack") ? 1 : 0;
        if (promoted && type.equals("Promoted")) {
          commit = event.path("commit").asText();
          Broken.unless(commit.equals(change.path("commit").asText()), "promoted another commit: " + change);
          artifact = change.path("artifact").asText();
        }
      }
      boolean judged = change.path("state").asText().equals("rejected");
      Broken.unless(ends == 1 || (ends == 0 && judged), "change " + change.path("id") + " ended " + ends + " times");
    }
    JsonNode main = living.door("guardian").get("/main");
    JsonNode trader = living.door("trader").get("/status");
    Broken.unless(main.path("commit").asText().equals(commit), "main is " + main + ", expected " + commit);
    Broken.unless(main.path("artifact").asText().equals(artifact), "main is " + main + ", expected " + artifact);
    Broken.unless(branch().equals(commit), "the branch main is " + branch() + ", expected " + commit);
    Broken.unless(trader.path("slots").size() == 1, "slots are left: " + trader.path("slots"));
    JsonNode stable = trader.path("slots").get(0);
    Broken.unless(
        stable.path("slot").asText().equals("stable") && stable.path("artifact").asText().equals(artifact),
        "stable runs " + stable + ", expected " + artifact);
    Broken.unless(trader.path("state").asText().equals("running"), "the trader is " + trader.path("state"));
    return trader;
  }

  private String branch() throws Exception {
    Process git =
        new ProcessBuilder("git", "-C", Home.at(living.root()).repository().toString(), "rev-parse", "refs/heads/main")
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    git.waitFor();
    return said;
  }
}
