package sorte.data.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import sorte.trading.journal.AppendLog;
import sorte.trading.market.Bar;
import sorte.trading.market.Bars;
import sorte.trading.market.ExchangeBar;
import sorte.trading.market.Instrument;

/// The bars before the first live one, fetched once, when a home gets its market.
public final class History {

  /// How often a request is tried.
  static final int TRIES = 4;

  /// Where an exchange wants to be left alone for longer, the person is told instead.
  static final Duration LONGEST_LEFT_ALONE = Duration.ofSeconds(60);

  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  private final FeedName name;
  private final PublicMarket market;
  private final InstantSource clock;
  private final IntConsumer progress;
  private final Backoff backoff;

  /// @param progress is told how many bars are there
  public History(FeedName name, PublicMarket market, InstantSource clock, IntConsumer progress) {
    this.name = name;
    this.market = market;
    this.clock = clock;
    this.progress = progress;
    this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, name.toString().hashCode());
  }

  public Instrument instrument() throws ExchangeFailure, InterruptedException {
    return tried(() -> market.instrument(name.symbol()));
  }

  /// The last `wanted` bars that are over; fewer where the market is younger.
  public Bars fetch(int wanted) throws ExchangeFailure, InterruptedException {
    List<Bar> newestFirst = new ArrayList<>();
    long before = tried(market::time) + 1;
    boolean first = true;
    while (newestFirst.size() < wanted) {
      // one more than wanted at first: the newest may not be over and is left out
      int most = Math.min(market.mostBars(), wanted - newestFirst.size() + (first ? 1 : 0));
      long until = before;
      List<Bar> page = tried(() -> market.barsBefore(name, until, most));
      int end = page.size() - (first ? 1 : 0);
      if (end <= 0) {
        break;
      }
      for (Bar bar : page.subList(0, end).reversed()) {
        if (bar.time() >= before || Math.floorMod(bar.time(), name.interval().millis()) != 0) {
          throw ExchangeFailure.nonsense("asked for bars before " + before + ", got " + bar);
        }
        before = bar.time();
        newestFirst.add(bar);
      }
      first = false;
      progress.accept(newestFirst.size());
    }
    return Bars.of(newestFirst.reversed());
  }

  /// Begins a feed's log with these bars; what lay there is replaced.
  public void write(Path log, Bars bars) throws IOException {
    Path draft = log.resolveSibling(log.getFileName() + ".part");
    Files.deleteIfExists(draft);
    long now = clock.millis();
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      records.add(new ExchangeBar(bars.bar(i), name.interval().millis(), now, now).bytes());
    }
    try (AppendLog file = AppendLog.open(draft)) {
      file.appendAll(records);
    }
    Files.move(
        draft,
        log,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private interface Request<T> {
    T send() throws ExchangeFailure, InterruptedException;
  }

  private <T> T tried(Request<T> request) throws ExchangeFailure, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return request.send();
      } catch (ExchangeFailure failure) {
        boolean hopeless = failure.kind() == ExchangeFailure.Kind.UNKNOWN_SYMBOL;
        if (hopeless || tries == TRIES || failure.leaveAlone().compareTo(LONGEST_LEFT_ALONE) > 0) {
          throw failure;
        }
        TimeUnit.MILLISECONDS.sleep(backoff.failed().plus(failure.leaveAlone()).toMillis());
      }
    }
  }
}
