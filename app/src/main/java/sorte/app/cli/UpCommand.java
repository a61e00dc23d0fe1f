package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import sorte.app.launch.LiveMarket;
import sorte.app.launch.MarketChoice;
import sorte.app.launch.Root;
import sorte.app.launch.WitnessFolder;
import sorte.data.feed.Exchanges;
import sorte.data.feed.FeedName;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.market.MarketSpec;

/// Starts the whole system here, on simulated money, until Ctrl-C.
@CommandLine.Command
final class UpCommand extends Command {
  @Option(names = "--data", paramLabel = "FILE|SERIES", descriptionKey = "up.data")
  private @Nullable String data;

  @Option(names = "--feed", paramLabel = "EXCHANGE:SYMBOL:TIMEFRAME", descriptionKey = "up.feed")
  private @Nullable String feed;

  @Option(
      names = "--bars-per-second",
      paramLabel = "N",
      descriptionKey = "up.pace",
      defaultValue = "20")
  private String pace = "20";

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "up.seed")
  private @Nullable Long seed;

  @Option(names = "--cash", paramLabel = "N", descriptionKey = "up.cash")
  private @Nullable Double cash;

  @Option(names = "--fee", paramLabel = "N", descriptionKey = "up.fee")
  private @Nullable Double fee;

  @Option(names = "--lot", paramLabel = "N", descriptionKey = "up.lot")
  private @Nullable Double lot;

  @Option(names = "--port", paramLabel = "N", descriptionKey = "up.port", defaultValue = "0")
  private int port;

  UpCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = home();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("market.pace", pace);
    settings.put("language", screen.language());
    if (cash != null) {
      settings.put("account.cash", Double.toString(cash));
    }
    ChosenBars chosen = new ChosenBars(screen, home);
    Path file = data == null ? null : chosen.file(data);
    MarketChoice choice =
        new MarketChoice(
            file, seed == null ? Starting.USUAL_SEED : seed, fee, lot, live(), asked());
    Root root =
        new Starting(screen).start(home, choice, settings, port, WitnessFolder.of(environment));
    chosen.done();
    CountDownLatch ended = new CountDownLatch(1);
    Thread stop =
        new Thread(
            () -> {
              root.close();
              screen.tell("up.ended", home.root());
              ended.countDown();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    var door = Json.read(java.nio.file.Files.readString(home.doorFile("commander")));
    if (common.json()) {
      screen.json(
          Json.object()
              .put("console", "http://127.0.0.1:" + door.path("port").asInt() + "/")
              .put("token", door.path("token").asText()));
    } else {
      screen.show("up.ready", new Starting(screen).marketWords(home));
      if (wholeUnits(MarketSpec.read(home.marketFile()))) {
        screen.tell("up.whole-units");
      }
    }
    ended.await();
    return Exit.DONE;
  }

  private @Nullable LiveMarket live() {
    String asked = feed;
    if (asked == null) {
      return null;
    }
    if (data != null || seed != null || lot != null) {
      throw Problem.usage(screen.words().say("error.feed-alone"));
    }
    FeedName name =
        FeedName.of(asked)
            .filter(known -> Exchanges.NAMES.contains(known.exchange()))
            .orElseThrow(
                () -> Problem.usage(screen.words().say("error.feed-name", OneLine.of(asked))));
    return new LiveMarket(
        name, InstantSource.system(), bars -> screen.tell("up.history", bars, name));
  }

  /// A file says nothing of lots, and one whole unit of a dear thing (a coin) is more than a small
  /// share of the money buys: said at the start, not when a first change comes to its share.
  static boolean wholeUnits(MarketSpec market) {
    return market.origin() instanceof MarketSpec.Recording && market.instrument().lot() >= 1;
  }

  private boolean asked() {
    return data != null || feed != null || seed != null || fee != null || lot != null;
  }
}
