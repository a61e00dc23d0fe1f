package sorte.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import sorte.trading.door.Json;

/// Lets trading go on after a pause or a halt. It raises risk, so it asks twice.
@CommandLine.Command
final class ResumeCommand extends Command {
  private static final Set<String> YES = Set.of("y", "yes", "s", "sim");

  /// How many times it asks.
  static final int ASKED = 2;

  @Option(names = "--yes", descriptionKey = "resume.yes")
  private boolean[] yes = {};

  ResumeCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (int asked = yes.length; asked < ASKED; asked++) {
      screen.tell(asked == 0 ? "resume.ask" : "resume.ask-again");
      String answer = answers.readLine();
      if (answer == null || !YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
        screen.tell("resume.no");
        return Exit.REFUSED;
      }
    }
    new StatusText(screen, common.json())
        .show(commander().post("/resume", Json.object().put("from", "cli")));
    return Exit.DONE;
  }
}
