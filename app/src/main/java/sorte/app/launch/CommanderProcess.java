package sorte.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import sorte.change.commander.Commander;
import sorte.trading.door.PortInUse;
import sorte.trading.home.Home;

/// The commander as a process: ends when the pipe on its standard input closes.
public final class CommanderProcess {
  /// How it ends when somebody else listens at its port.
  static final int PORT_IN_USE = 3;

  private CommanderProcess() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Home home = Home.at(Path.of(arguments[0]));
    int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    try (Commander _ = Commander.start(home, InstantSource.system(), port)) {
      while (System.in.read() >= 0) {
        // the root says nothing; it only holds the pipe open
      }
    } catch (PortInUse inUse) {
      System.err.println(
          "PortInUse: " + inUse.getMessage()); // one line: the root reads the last ones
      System.exit(PORT_IN_USE);
    }
    System.exit(0);
  }
}
