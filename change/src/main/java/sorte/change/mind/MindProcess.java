package sorte.change.mind;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import sorte.change.request.Interpreter;
import sorte.trading.door.Door;
import sorte.trading.home.Home;

/// The mind as a process: one argument, the home. It ends when the pipe on its standard input is
/// closed, for then its root is gone. Everything it needs to remember is in the answers it gave, so
/// that it may be killed at any moment.
public final class MindProcess implements AutoCloseable {
  /// The name of its door.
  public static final String NAME = "mind";

  private static final System.Logger LOG = System.getLogger("sorte.mind");

  private final Door door;
  private final Mind mind;

  private MindProcess(Door door, Mind mind) {
    this.door = door;
    this.mind = mind;
  }

  /// Opens the mind's door; what a killed mind left in its worktrees is removed first.
  public static MindProcess open(Home home, InstantSource clock) throws IOException {
    Mind mind = new Mind(home.mind(), Interpreter.embedded(), clock);
    return new MindProcess(Door.open(home, NAME, mind::routes), mind);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      LOG.log(System.Logger.Level.ERROR, "usage: MindProcess HOME");
      System.exit(2);
      return;
    }
    try (MindProcess mind = open(Home.at(Path.of(arguments[0])), InstantSource.system())) {
      LOG.log(System.Logger.Level.INFO, "the mind is open at port " + mind.door.port());
      untilClosed(System.in);
    }
    System.exit(0);
  }

  private static void untilClosed(InputStream pipe) throws IOException {
    byte[] ignored = new byte[256];
    while (pipe.read(ignored) >= 0) {
      // what the root writes means nothing; only its end does
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    mind.close();
  }
}
