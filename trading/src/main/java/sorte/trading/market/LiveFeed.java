package sorte.trading.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.LogTail;

/// A pass over what the feed has written down so far, and goes on writing.
final class LiveFeed implements MarketFeed {
  private final LogTail log;
  private final long from;
  private @Nullable ExchangeBar current;

  LiveFeed(Path log, long from) {
    if (from < 0) {
      throw new IllegalArgumentException("a pass starts at a bar from 0 on, was " + from);
    }
    this.from = from;
    // from the bar before on, so that its age is known while the next is waited for
    this.log = new LogTail(log, ExchangeBar.BYTES, Math.max(0, from - 1));
  }

  @Override
  public boolean advance() {
    while (log.number() < from) { // the bar before the first, whose age is wanted
      if (!step()) {
        return false;
      }
    }
    return step();
  }

  private boolean step() {
    try {
      Optional<byte[]> next = log.next();
      if (next.isEmpty()) {
        return false;
      }
      ExchangeBar bar = ExchangeBar.of(next.get());
      if (current != null && bar.bar().time() <= current.bar().time()) {
        throw new IllegalStateException(
            "the feed's log goes back in time at record " + (log.number() - 1));
      }
      current = bar;
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean mayGoOn() {
    return true;
  }

  /// How late it was when it was taken in, by the exchange's clock, and the time since, by this
  /// one's.
  @Override
  public long age(long now) {
    return current == null ? 0 : current.late() + Math.max(0, now - current.written());
  }

  @Override
  public long number() {
    return log.number() >= from ? log.number() - 1 : from - 1;
  }

  @Override
  public long time() {
    return at().time();
  }

  @Override
  public double open() {
    return at().open();
  }

  @Override
  public double high() {
    return at().high();
  }

  @Override
  public double low() {
    return at().low();
  }

  @Override
  public double close() {
    return at().close();
  }

  @Override
  public double volume() {
    return at().volume();
  }

  private Bar at() {
    if (current == null) {
      throw new IllegalStateException("before the first bar");
    }
    return current.bar();
  }
}
