package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// Stops everything, and never asks. It wants nothing but the trader: where the commander does not
/// answer, the trader is told at its own door, and where that is silent, by a file.
@CommandLine.Command
final class HaltCommand extends Command {
  /// How long one way is tried before the next.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  HaltCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    try {
      new StatusText(screen, common.json())
          .show(commander().post("/halt", Json.object().put("from", "cli"), PATIENCE));
      return Exit.DONE;
    } catch (DoorClosed | DoorError _) {
      return byTheTrader(common.place(environment));
    }
  }

  private int byTheTrader(Home home) throws IOException {
    ObjectNode act = Json.object().put("commandId", "halt-" + UUID.randomUUID());
    try {
      ObjectNode answer = Json.object();
      answer.set("trader", DoorClient.to(home, "trader").post("/halt", act, PATIENCE));
      said("halt.by-trader", answer.put("by", "trader"));
      return Exit.DONE;
    } catch (DoorClosed closed) {
      if (closed.isNobody()) {
        throw closed; // no trader runs here
      }
    } catch (DoorError _) {
      // it is too busy, or takes the token for another's: it still sees the file
    }
    Files.writeString(home.haltFile(), "");
    said("halt.by-file", Json.object().put("by", "file"));
    return Exit.UNAVAILABLE;
  }

  private void said(String words, ObjectNode answer) {
    if (common.json()) {
      screen.out().println(Json.line(answer));
    } else {
      screen.show(words);
    }
  }
}
