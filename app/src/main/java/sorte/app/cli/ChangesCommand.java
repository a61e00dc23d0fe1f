package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine;

/// Every change there was, the newest last.
@CommandLine.Command
final class ChangesCommand extends Command {
  ChangesCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() {
    JsonNode answer = commander().get("/changes");
    JsonNode changes = answer.isArray() ? answer : answer.path("changes");
    if (common.json()) {
      screen.json(changes);
      return Exit.DONE;
    }
    if (changes.isEmpty()) {
      screen.show("changes.none");
    }
    for (JsonNode change : changes) {
      screen
          .out()
          .printf(
              "%4s  %-12s  %s%n",
              change.path("id").asText(),
              ChangeLine.state(screen, change),
              OneLine.of(change.path("words").asText()));
    }
    return Exit.DONE;
  }
}
