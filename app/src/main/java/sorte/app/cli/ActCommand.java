package sorte.app.cli;

import java.util.Map;
import picocli.CommandLine;
import sorte.trading.door.Json;

/// An act that makes things safer, done at once: it never asks.
@CommandLine.Command
final class ActCommand extends Command {
  private final String act;

  ActCommand(Screen screen, Map<String, String> environment, String act) {
    super(screen, environment);
    this.act = act;
  }

  @Override
  public Integer call() {
    new StatusText(screen, common.json())
        .show(commander().post("/" + act, Json.object().put("from", "cli")));
    return Exit.DONE;
  }
}
