package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// Lets trading go on, by command or by sentence: after two yeses, and not before.
record Resuming(Screen screen, boolean json) {

  /// @param home where the file that halts may stand: the owner's two yeses remove it
  /// @param said how many yeses came with the command
  int with(Home home, DoorClient commander, int said) throws IOException {
    if (!new Twice(screen, "resume").confirmed(said)) {
      screen.tell("resume.no");
      return Exit.REFUSED;
    }
    Files.deleteIfExists(home.haltFile());
    new StatusText(screen, json).show(commander.post("/resume", Json.object().put("from", "cli")));
    return Exit.DONE;
  }
}
