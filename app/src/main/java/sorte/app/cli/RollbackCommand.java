package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;

/// Takes a change back: the one named, else the last one that is still in force.
@CommandLine.Command
final class RollbackCommand extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "ID", descriptionKey = "rollback.id")
  private String id = "";

  RollbackCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() {
    DoorClient commander = commander();
    String known = id.isEmpty() ? "previous" : ChangeId.checked(screen, id);
    JsonNode change =
        commander.post("/changes/" + known + "/rollback", Json.object().put("from", "cli"));
    new ChangeLine(screen, common.json()).show(change);
    return Exit.DONE;
  }
}
