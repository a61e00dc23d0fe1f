package sorte.app.cli;

import java.util.Map;
import picocli.CommandLine;

/// Everything at a glance.
@CommandLine.Command
final class StatusCommand extends Command {
  StatusCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() {
    new StatusText(screen, common.json()).show(commander().get("/status"));
    return Exit.DONE;
  }
}
