package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import sorte.app.launch.MarketChoice;
import sorte.app.launch.ProcessFailed;
import sorte.app.launch.Root;
import sorte.app.launch.Settings;
import sorte.data.feed.ExchangeFailure;
import sorte.trading.home.Home;
import sorte.trading.home.HomeLock;
import sorte.trading.market.MarketSpec;

/// Brings a system up on a home, telling the person how it goes. `up` and `demo` start the same
/// way.
final class Starting {
  /// With less free than this, a start that fails is taken to have failed for want of room: twice
  /// the journal's first two segments.
  private static final long LEAST_FREE = 16L << 20;

  static final long USUAL_SEED = 1;

  private final Screen screen;

  Starting(Screen screen) {
    this.screen = screen;
  }

  /// Everything running, with every door open.
  ///
  /// @throws Problem in the person's words, when the home, the market or a process does not allow
  ///   it
  /// @param witnesses where copies of logs' checkpoints are kept, outside the home
  Root start(
      Home home,
      MarketChoice choice,
      Map<String, String> settings,
      int port,
      Optional<Path> witnesses)
      throws IOException, InterruptedException {
    if (witnesses.isPresent() && witnesses.get().startsWith(home.root())) {
      throw Problem.usage(screen.words().say("error.witness-inside", witnesses.get(), home.root()));
    }
    HomeLock lock =
        Root.lock(home)
            .orElseThrow(
                () -> Problem.unavailable(screen.words().say("error.locked", home.root())));
    try {
      screen.tell("up.preparing", home.root());
      checkPace(settings.get("market.pace"));
      new Settings(home, InstantSource.system()).put(settings, "up");
      settle(home, choice);
      return Root.start(home, build(), lock, this::sign, InstantSource.system(), port, witnesses);
    } catch (ProcessFailed e) {
      lock.close();
      if (e.lastWords().contains("PortInUse")) {
        throw Problem.unavailable(screen.words().say("error.port", Integer.toString(port)));
      }
      refuseFullDisk(home);
      throw Problem.fault(screen.words().say("error.process", e.process(), e.lastWords()));
    } catch (IOException e) {
      lock.close();
      refuseFullDisk(home);
      throw e;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Where the disk is full, that is what is wrong, whatever fell over it.
  private void refuseFullDisk(Home home) throws IOException {
    long free = Files.getFileStore(home.root()).getUsableSpace();
    if (free < LEAST_FREE) {
      throw Problem.unavailable(
          screen
              .words()
              .say(
                  "error.no-room",
                  home.root(),
                  Long.toString(free >> 20),
                  Long.toString(LEAST_FREE >> 20)));
    }
  }

  private void checkPace(@org.jspecify.annotations.Nullable String pace) {
    if (pace == null || pace.equals("max")) {
      return;
    }
    try {
      double number = Double.parseDouble(pace);
      if (number > 0 && number <= sorte.trading.home.Config.FASTEST_PACE) {
        return;
      }
    } catch (NumberFormatException _) {
      // said below, with the rest
    }
    throw Problem.usage(screen.words().say("error.pace", OneLine.of(pace)));
  }

  private void settle(Home home, MarketChoice choice) throws IOException, InterruptedException {
    try {
      settled(home, choice);
    } catch (ExchangeFailure e) {
      String words = String.valueOf(e.getMessage());
      throw e.kind() == ExchangeFailure.Kind.UNKNOWN_SYMBOL
          ? Problem.usage(screen.words().say("error.feed-symbol", words))
          : Problem.unavailable(screen.words().say("error.feed-away", words));
    }
  }

  private void settled(Home home, MarketChoice choice) throws IOException, InterruptedException {
    switch (choice.settle(home)) {
      case MarketChoice.Written _ -> {}
      case MarketChoice.Another(MarketSpec market) ->
          throw Problem.usage(screen.words().say("error.other-market", home.root(), words(market)));
      case MarketChoice.BadBars bad -> throw BadBars.problem(screen, bad.bad());
      case MarketChoice.TooShort shorter ->
          throw Problem.usage(
              screen
                  .words()
                  .say(
                      "error.too-short",
                      Integer.toString(shorter.bars()),
                      Integer.toString(shorter.needed())));
    }
  }

  /// The market of a home in words.
  String marketWords(Home home) throws IOException {
    return words(MarketSpec.read(home.marketFile()));
  }

  private String words(MarketSpec market) {
    return switch (market.origin()) {
      case MarketSpec.Seed(long seed) -> screen.words().say("market.built-in", Long.toString(seed));
      case MarketSpec.Recording(Path file, String _) -> screen.words().say("market.recorded", file);
      case MarketSpec.Live(String feed, Path _) -> screen.words().say("market.live", feed);
    };
  }

  private void sign(Root.Sign sign, String process, String detail) {
    switch (sign) {
      case STARTING -> screen.tell("up.starting", process);
      case STARTED -> screen.tell("up.started", process, detail);
      case KEPT -> screen.tell("up.kept", process, detail);
      case DIED -> screen.tell("up.died", process);
      case GIVEN_UP -> screen.tell("up.given-up", process, detail);
    }
  }

  /// The folder of the build, told by `./sorte`.
  static Path build() {
    String root = System.getProperty("sorte.root");
    if (root == null) {
      throw new IllegalStateException("started without -Dsorte.root: use ./sorte");
    }
    return Path.of(root);
  }
}
