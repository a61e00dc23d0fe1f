package sorte.data.feed;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sorte.trading.door.Door;
import sorte.trading.home.Config;
import sorte.trading.home.Home;
import sorte.trading.home.HomeLock;
import sorte.trading.market.MarketSpec;

/// The feed as a process: `FeedProcess HOME`. Ends when the pipe on its standard input closes.
public final class FeedProcess {

  /// The name of its door.
  public static final String PROCESS = "feed";

  /// How long one waits for the feed of before, which is ending, to give its lock back.
  static final int PATIENCE_SECONDS = 10;

  private static final int USAGE = 2;
  private static final int TAKEN = 3;
  private static final int FAULT = 4;

  private FeedProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 1) {
      System.err.println("usage: FeedProcess HOME");
      System.exit(USAGE);
    }
    try {
      System.exit(run(Home.at(Path.of(arguments[0]))));
    } catch (IOException | RuntimeException e) {
      System.err.println("the feed stopped: " + e.getMessage());
      System.exit(FAULT);
    }
  }

  private static int run(Home home) throws IOException, InterruptedException {
    MarketSpec spec = MarketSpec.read(home.marketFile());
    if (!(spec.origin() instanceof MarketSpec.Live(String words, Path file))) {
      System.err.println("this home's market is not an exchange's; there is nothing to listen to");
      return USAGE;
    }
    Optional<HomeLock> lock = lock(home);
    if (lock.isEmpty()) {
      System.err.println("another feed writes " + home.feed() + "; stop it first");
      return TAKEN;
    }
    try (HomeLock _ = lock.get()) {
      listen(home, words, file);
    }
    return 0;
  }

  private static void listen(Home home, String words, Path file)
      throws IOException, InterruptedException {
    FeedName name =
        FeedName.of(words).orElseThrow(() -> new IOException("not the name of a feed: " + words));
    Timing timing = Timing.usual(name.interval());
    HttpClient http = Exchanges.client(timing);
    PublicMarket market =
        Exchanges.of(name.exchange(), Config.of(home), http, timing)
            .orElseThrow(() ->
                new IOException("no exchange " + name.exchange() + "; known: " + Exchanges.NAMES));
    InstantSource clock = InstantSource.system();
    // the waits of two that lost the same exchange must differ: the seed is the moment
    try (Feed feed = new Feed(name, market, http, file, timing, clock, clock.millis());
        Door _ = Door.open(home, PROCESS, routes -> routes.get("/status", _ -> feed.status()))) {
      Thread listening = Thread.ofPlatform().name("feed").start(() -> run(feed));
      while (System.in.read() >= 0) {
        // the root says nothing; it only holds the pipe open
      }
      feed.stop();
      listening.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }
  }

  private static void run(Feed feed) {
    try {
      feed.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      e.printStackTrace(System.err);
      System.exit(FAULT); // the root starts it again
    }
  }

  private static Optional<HomeLock> lock(Home home) throws IOException, InterruptedException {
    Optional<HomeLock> lock = HomeLock.tryTake(home.feed().resolve("lock"));
    for (int i = 0; lock.isEmpty() && i < PATIENCE_SECONDS * 10; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      lock = HomeLock.tryTake(home.feed().resolve("lock"));
    }
    return lock;
  }
}
