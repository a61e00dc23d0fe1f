package sorte.trading.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import sorte.trading.home.Home;
import sorte.trading.home.HomeLock;

/// The trader as a process: `TraderProcess HOME`. It goes on when its standard input closes.
public final class TraderProcess {
  private TraderProcess() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1) {
      System.err.println("usage: TraderProcess HOME");
      System.exit(2);
    }
    Home home = Home.opened(Path.of(arguments[0]));
    Optional<HomeLock> lock = HomeLock.tryTake(home.trader().resolve("lock"));
    if (lock.isEmpty()) {
      System.err.println("another trader writes " + home.trader() + "; stop it first");
      System.exit(3);
      return;
    }
    try (HomeLock _ = lock.get();
        Trader trader = Trader.open(home)) {
      trader.run();
    } catch (IOException | RuntimeException e) {
      System.err.println("the trader stopped: " + e.getMessage());
      e.printStackTrace(System.err);
      System.exit(4);
    }
    System.exit(0); // nothing of a release's may keep the process alive
  }
}
