package sorte.data.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sorte.trading.market.ExchangeBar;

/// Listens to one market, for ever: connects, asks for what was missed, takes in what comes, and
/// when anything is lost begins again after a while. One thread runs it; any may ask how it is.
final class Feed implements AutoCloseable {

  /// Texts in a row that cannot be understood, after which the connection is made anew.
  static final int MOST_GARBAGE = 20;

  private final FeedName name;
  private final PublicMarket market;
  private final HttpClient http;
  private final FeedLog log;
  private final Timing timing;
  private final ExchangeClock clock;
  private final Findings findings = new Findings();
  private final FeedHealth health;
  private final Intake intake;
  private final TradeCheck trades;
  private final Backoff backoff;
  private volatile boolean stopping;
  private long newBarNanos;
  private long clockNanos;
  private int garbage;

  /// @param seed of the waits
  Feed(
      FeedName name,
      PublicMarket market,
      HttpClient http,
      Path file,
      Timing timing,
      InstantSource clock,
      long seed)
      throws IOException {
    this.name = name;
    this.market = market;
    this.http = http;
    this.timing = timing;
    this.clock = new ExchangeClock(clock);
    this.log = FeedLog.open(file, name.interval().millis());
    if (log.size() == 0) {
      log.close();
      throw new IOException(
          file + " holds no bar: restore it from a backup, or start on a new home");
    }
    this.backoff = new Backoff(timing.firstWait(), timing.longestWait(), seed);
    this.intake =
        new Intake(
            name,
            market,
            log,
            this.clock,
            findings,
            new Backoff(timing.firstWait(), timing.longestWait(), seed + 1));
    this.trades = new TradeCheck(name.interval().millis());
    this.health = new FeedHealth(name, timing, this.clock, findings);
    log.newest().ifPresent(newest -> health.bar(newest, log.size()));
  }

  /// Listens until told to stop.
  void run() throws InterruptedException {
    while (!stopping) {
      Duration wait;
      try {
        once();
        wait = Duration.ZERO; // only when told to stop
      } catch (ExchangeFailure failure) {
        wait = lost(failure);
      } catch (IOException e) {
        findings.notice(Findings.Kind.NOT_WRITTEN, clock.here(), String.valueOf(e.getMessage()));
        health.state(FeedHealth.State.NOT_WRITTEN, String.valueOf(e.getMessage()));
        wait = backoff.failed();
      }
      pause(wait);
    }
  }

  private Duration lost(ExchangeFailure failure) {
    String words = String.valueOf(failure.getMessage());
    Duration wait = backoff.failed();
    if (failure.kind() == ExchangeFailure.Kind.TOO_OFTEN) {
      findings.notice(Findings.Kind.TOO_OFTEN, clock.here(), words);
      wait = wait.plus(failure.leaveAlone());
    } else {
      findings.notice(Findings.Kind.LOST, clock.here(), words);
    }
    health.state(FeedHealth.State.DISCONNECTED, words);
    return wait;
  }

  private void pause(Duration wait) throws InterruptedException {
    long until = System.nanoTime() + wait.toNanos();
    while (!stopping && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(Math.min(LOOK.toMillis(), wait.toMillis() + 1));
    }
  }

  private static final Duration LOOK = Duration.ofMillis(100);

  /// One connection, from its making to its loss. What the stream brings while the bars before it
  /// are asked for waits in the socket's queue, so that none falls between the two.
  private void once() throws IOException, InterruptedException {
    try (StreamSocket stream = StreamSocket.to(http, market.stream(name), timing.connect())) {
      askClock();
      taken(intake.catchUp());
      trades.begin();
      garbage = 0;
      newBarNanos = System.nanoTime();
      health.connected();
      listen(stream);
    }
  }

  private void listen(StreamSocket stream) throws IOException, InterruptedException {
    long heard = System.nanoTime();
    long pinged = heard;
    while (!stopping) {
      StreamSocket.@Nullable Heard next = stream.next(LOOK);
      long now = System.nanoTime();
      if (next != null) {
        heard = now;
        hear(next);
      } else if (now - heard > timing.silent().toNanos()) {
        String words = "open, and nothing heard for " + timing.silent();
        findings.notice(Findings.Kind.SILENT, clock.here(), words);
        throw ExchangeFailure.unreachable(words);
      }
      if (now - pinged > timing.ping().toNanos()) {
        stream.ping();
        pinged = now;
      }
      if (now - newBarNanos > timing.bar().toNanos()) {
        overdue();
      }
      if (now - clockNanos > timing.clock().toNanos()) {
        askClock();
      }
    }
  }

  private void hear(StreamSocket.Heard heard) throws IOException, InterruptedException {
    switch (heard) {
      case StreamSocket.Text(String text) -> hear(market.read(name, text));
      case StreamSocket.Alive _ -> {}
      case StreamSocket.Ended(String why) -> throw ExchangeFailure.unreachable(why);
    }
  }

  private void hear(Message message) throws IOException, InterruptedException {
    garbage = message instanceof Message.Garbage ? garbage + 1 : 0;
    switch (message) {
      case Message.ClosedBar closed -> {
        if (intake.closed(closed.bar())) {
          taken(1);
        }
        differ(trades.sent(closed.bar()));
      }
      case Message.OpenBar _ -> {}
      case Message.Traded trade -> traded(trade);
      case Message.Other _ -> {}
      case Message.Garbage(String why) -> {
        findings.notice(Findings.Kind.GARBAGE, clock.here(), why);
        if (garbage >= MOST_GARBAGE) {
          throw ExchangeFailure.nonsense(garbage + " texts in a row cannot be understood");
        }
      }
    }
  }

  private void traded(Message.Traded trade) {
    try {
      differ(trades.traded(trade));
      health.compared(trades.compared());
    } catch (IllegalArgumentException e) {
      trades.begin();
      findings.notice(Findings.Kind.TRADES_BROKEN, clock.here(), String.valueOf(e.getMessage()));
    }
  }

  private void differ(Optional<TradeCheck.Difference> difference) {
    difference.ifPresent(found ->
        findings.notice(
            Findings.Kind.TRADES_DIFFER,
            clock.here(),
            "the trades make " + found.built() + ", the exchange sent " + found.sent()));
  }

  /// The next bar is not there in time: either the exchange has none, or its stream forgot us.
  private void overdue() throws IOException, InterruptedException {
    int missed = intake.catchUp();
    taken(missed);
    newBarNanos = System.nanoTime();
    if (missed == 0) {
      findings.notice(
          Findings.Kind.OVERDUE, clock.here(), "no bar for " + timing.bar() + ", nor has it one");
      return;
    }
    String words = "the stream kept " + missed + " bars to itself that the exchange has";
    findings.notice(Findings.Kind.DEAF, clock.here(), words);
    throw ExchangeFailure.unreachable(words);
  }

  private void taken(int bars) {
    if (bars > 0) {
      newBarNanos = System.nanoTime();
      backoff.well();
      Optional<ExchangeBar> newest = log.newest();
      newest.ifPresent(bar -> health.bar(bar, log.size()));
    }
  }

  private void askClock() throws ExchangeFailure, InterruptedException {
    clock.ask(market);
    clockNanos = System.nanoTime();
    if (clock.off(timing.clockBound())) {
      findings.notice(
          Findings.Kind.CLOCK_OFF,
          clock.here(),
          "the exchange's clock is " + clock.offset() + " ms ahead of this machine's");
    }
  }

  ObjectNode status() {
    return health.status();
  }

  Findings findings() {
    return findings;
  }

  /// Asks it to end; [#run] returns soon after.
  void stop() {
    stopping = true;
  }

  @Override
  public void close() throws IOException {
    stop();
    log.close();
  }
}
