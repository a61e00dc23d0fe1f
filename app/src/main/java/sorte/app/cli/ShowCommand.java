package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.trading.door.DoorClient;

/// One change as a story: the words, the diff, the gates, the rollout, the money.
@CommandLine.Command
final class ShowCommand extends Command {
  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "change.id")
  private String id = "";

  ShowCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() {
    DoorClient commander = commander();
    String known = ChangeId.checked(screen, id);
    JsonNode change = commander.get("/changes/" + known);
    if (common.json()) {
      screen.json(change);
      return Exit.DONE;
    }
    Story story = new Story(screen, false);
    for (JsonNode event : commander.get("/changes/" + known + "/events?from=0").path("events")) {
      story.tell(event);
    }
    screen.show("show.state", known, ChangeLine.state(screen, change));
    return Exit.DONE;
  }
}
