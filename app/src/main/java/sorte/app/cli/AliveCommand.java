package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine;
import sorte.trading.door.Json;

/// The owner's sign for the dead man's timer, which any other act is, too.
@CommandLine.Command
final class AliveCommand extends Command {
  AliveCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() {
    JsonNode answer = commander().post("/alive", Json.object());
    if (common.json()) {
      screen.out().println(Json.line(answer));
    } else {
      screen.show("alive.heard");
    }
    return Exit.DONE;
  }
}
