package sorte.data.feed;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import sorte.data.played.PlayedExchange;
import sorte.trading.journal.AppendLog;
import sorte.trading.market.Bar;
import sorte.trading.market.Bars;
import sorte.trading.market.ExchangeBar;

/// A feed that listens to a played exchange, in a test's hands.
final class Listening implements AutoCloseable {
  static final FeedName NAME = FeedName.of("binance:SIMUSDT:1m").orElseThrow();
  static final long MINUTE = 60_000;
  static final long START = 1_700_000_040_000L / MINUTE * MINUTE;
  static final int SIZE = 3_000;
  static final int OVER = 40;
  static final int HISTORY = 30;

  /// How long a test waits for what must happen, on a busy machine.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final PlayedExchange exchange;
  final Path file;
  final HttpClient http;
  final PublicMarket market;
  Feed feed;
  private Thread thread;

  /// Waits short enough for a test. Only what a test is about comes into its way: `silent` and
  /// `bar` are given.
  static Timing timing(Duration silent, Duration bar) {
    return new Timing(
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofMillis(50),
        silent,
        bar,
        Duration.ofMillis(20),
        Duration.ofMillis(200),
        Duration.ofMinutes(5),
        Duration.ofSeconds(2));
  }

  static final Timing PATIENT = timing(Duration.ofMinutes(1), Duration.ofMinutes(1));

  static PlayedExchange exchange() throws IOException {
    PlayedExchange exchange = PlayedExchange.open("SIMUSDT", "1m", MINUTE, 7, START, SIZE, OVER);
    exchange.trueClock();
    return exchange;
  }

  Listening(Path root, Timing timing) throws Exception {
    this(exchange(), root.resolve("bars.log"), timing, true);
  }

  Listening(PlayedExchange exchange, Path file, Timing timing, boolean begin) throws Exception {
    this.exchange = exchange;
    this.file = file;
    this.http = Exchanges.client(timing);
    this.market = new BinanceMarket(http, exchange.rest(), exchange.stream(), timing.answer());
    if (begin) {
      History history = new History(NAME, market, InstantSource.system(), _ -> {});
      history.write(file, history.fetch(HISTORY));
    }
    start(timing);
  }

  private void start(Timing timing) throws IOException {
    feed = new Feed(NAME, market, http, file, timing, InstantSource.system(), 5);
    thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                feed.run();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }

  Listening connected() throws InterruptedException {
    until("connected", () -> exchange.streams() == 1 && state().equals("connected"));
    return this;
  }

  String state() {
    return feed.status().path("state").asText();
  }

  long count(Findings.Kind kind) {
    return feed.findings().count(kind);
  }

  void untilNoticed(Findings.Kind kind) throws InterruptedException {
    until(kind + " noticed", () -> count(kind) > 0);
  }

  /// Waits until the log ends with this bar of the exchange's.
  void untilBar(int number) throws InterruptedException {
    long time = exchange.bar(number).time();
    until("bar " + number, () -> bars().getLast().time() >= time);
  }

  void until(String what, BooleanSupplier happened) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what + "; " + feed.status());
      }
      Thread.sleep(5);
    }
  }

  List<Bar> bars() {
    return bars(file);
  }

  static List<Bar> bars(Path file) {
    List<Bar> bars = new ArrayList<>();
    try {
      AppendLog.read(file, (_, payload) -> bars.add(ExchangeBar.of(payload).bar()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bars;
  }

  /// The exchange's bars from the first of the history up to and with `last`.
  List<Bar> theirs(int last) {
    List<Bar> bars = new ArrayList<>();
    for (int i = OVER - HISTORY; i <= last; i++) {
      bars.add(exchange.bar(i));
    }
    return bars;
  }

  static Bar with(Bar bar, double close) {
    return new Bar(
        bar.time(), bar.open(), Math.max(bar.high(), close), bar.low(), close, bar.volume());
  }

  Bars history() {
    return Bars.of(bars());
  }

  @Override
  public void close() throws Exception {
    feed.stop();
    thread.join();
    feed.close();
    exchange.close();
    http.shutdownNow();
  }
}
