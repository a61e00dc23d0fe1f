package sorte.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import sorte.trading.door.DoorClient;
import sorte.trading.home.Home;

/// One command: options in its fields, what it does in `call`, an exit code out.
abstract class Command implements Callable<Integer> {
  final Screen screen;
  final Map<String, String> environment;

  @Mixin final Common common = new Common();

  Command(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.environment = environment;
  }

  Home home() throws IOException {
    try {
      return common.opened(environment);
    } catch (NoSuchFileException _) {
      throw Problem.unavailable(
          screen.words().say("error.no-home", common.place(environment).root()));
    }
  }

  /// The running system's door. A home that is not there has no running system, and is not made for
  /// asking.
  DoorClient commander() {
    return DoorClient.to(common.place(environment), "commander");
  }
}
