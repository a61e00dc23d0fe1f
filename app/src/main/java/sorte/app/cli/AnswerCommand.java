package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.trading.door.Json;

/// The owner's yes or no to a change that waits for it.
@CommandLine.Command
final class AnswerCommand extends Command {
  private final String act;

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "change.id")
  private String id = "";

  AnswerCommand(Screen screen, Map<String, String> environment, String act) {
    super(screen, environment);
    this.act = act;
  }

  @Override
  public Integer call() {
    String known = ChangeId.checked(screen, id);
    JsonNode change =
        commander().post("/changes/" + known + "/" + act, Json.object().put("from", "cli"));
    if (act.equals("approve") && !Answer.ENDED.contains(change.path("state").asText())) {
      screen.tell("approve.noted", known);
    }
    new ChangeLine(screen, common.json()).show(change);
    return Exit.DONE;
  }
}
