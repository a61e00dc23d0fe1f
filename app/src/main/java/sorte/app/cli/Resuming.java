package sorte.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// Lets trading go on, by command or by sentence: after two yeses, and not before.
record Resuming(Screen screen, boolean json) {
  /// How many times it asks.
  static final int ASKED = 2;

  private static final Set<String> YES = Set.of("y", "yes", "s", "sim");

  /// @param home where the file that halts may stand: the owner's two yeses remove it
  /// @param said how many yeses came with the command
  int with(Home home, DoorClient commander, int said) throws IOException {
    if (!confirmed(said)) {
      screen.tell("resume.no");
      return Exit.REFUSED;
    }
    Files.deleteIfExists(home.haltFile());
    new StatusText(screen, json).show(commander.post("/resume", Json.object().put("from", "cli")));
    return Exit.DONE;
  }

  private boolean confirmed(int said) throws IOException {
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (int asked = said; asked < ASKED; asked++) {
      screen.tell(asked == 0 ? "resume.ask" : "resume.ask-again");
      String answer = answers.readLine();
      if (answer == null || !YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }
}
