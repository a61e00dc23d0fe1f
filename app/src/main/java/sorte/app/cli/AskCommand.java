package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;

/// Words in; what they ask for is done.
@CommandLine.Command
final class AskCommand extends Command {
  @Parameters(index = "0", paramLabel = "WORDS", descriptionKey = "ask.words")
  private String words = "";

  @Option(names = "--yes", descriptionKey = "ask.yes")
  private boolean[] yes = {};

  @Option(names = "--wait", descriptionKey = "ask.wait")
  private boolean wait;

  AskCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    DoorClient commander = commander();
    JsonNode answer =
        commander.post(
            "/ask",
            Json.object()
                .put("words", words)
                .put("lang", screen.language())
                .put("from", "cli")
                .put("yes", yes.length > 0)
                .put("sure", yes.length >= Twice.ASKED));
    if (answer.path("done").path("outcome").asText().equals("confirm") && !answer.has("change")) {
      return new Resuming(screen, common.json())
          .with(common.place(environment), commander, yes.length);
    }
    return new Answer(screen, commander, common.json()).give(answer, wait);
  }
}
