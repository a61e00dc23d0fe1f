package sorte.data.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.AppendLog;
import sorte.trading.market.ExchangeBar;

/// `feed/bars.log` in its writer's hands: complete bars, ascending, each on the disk before the
/// next is looked at. Bar n is record n.
final class FeedLog implements AutoCloseable {
  private final AppendLog log;
  private final Deque<ExchangeBar> newest = new ArrayDeque<>();

  private FeedLog(AppendLog log) {
    this.log = log;
  }

  /// The log at `file`, made if it is not there, a bar that was being written cut off.
  ///
  /// @throws IOException when it is damaged, saying where
  static FeedLog open(Path file, long millis) throws IOException {
    AppendLog log = AppendLog.open(file);
    FeedLog feed = new FeedLog(log);
    try {
      log.read(0, (number, payload) -> feed.known(file, number, payload, millis));
      return feed;
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private void known(Path file, long number, byte[] payload, long millis) throws IOException {
    ExchangeBar bar;
    try {
      bar = ExchangeBar.of(payload);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s: record %d: %s".formatted(file, number, e.getMessage()), e);
    }
    ExchangeBar before = newest.peekLast();
    if (bar.millis() != millis || before != null && bar.bar().time() < before.end()) {
      throw new IOException(
          "%s: record %d is a bar of %d ms at %d: not one of this feed's, in order. Restore the file from a backup"
              .formatted(file, number, bar.millis(), bar.bar().time()));
    }
    remember(bar);
  }

  private void remember(ExchangeBar bar) {
    newest.addLast(bar);
    if (newest.size() > BarLine.REMEMBERED) {
      newest.removeFirst();
    }
  }

  void append(ExchangeBar bar) throws IOException {
    log.append(bar.bytes());
    remember(bar);
  }

  /// The last bars, oldest first.
  List<ExchangeBar> last() {
    return List.copyOf(newest);
  }

  Optional<ExchangeBar> newest() {
    @Nullable ExchangeBar last = newest.peekLast();
    return Optional.ofNullable(last);
  }

  long size() {
    return log.size();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
