package sorte.data.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A WebSocket to an exchange whose texts wait in a bounded queue for the feed's thread. Pings are
/// answered by the client underneath.
final class StreamSocket implements WebSocket.Listener, AutoCloseable {

  /// The longest text, all its frames together, in characters.
  static final int LONGEST_TEXT = 256 * 1024;

  /// How many texts may wait. A feed so far behind lets go and fills the gap instead.
  static final int MOST_WAITING = 4_096;

  /// What came out of the socket.
  sealed interface Heard {}

  record Text(String text) implements Heard {}

  /// A pong: it lives.
  record Alive() implements Heard {}

  /// It is over; nothing follows.
  record Ended(String why) implements Heard {}

  private final BlockingQueue<Heard> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final StringBuilder whole = new StringBuilder();
  private volatile @Nullable Ended ended;
  private volatile @Nullable WebSocket socket;

  private StreamSocket() {}

  /// Connects.
  ///
  /// @throws ExchangeFailure when it cannot be reached
  static StreamSocket to(HttpClient http, URI address, Duration patience)
      throws ExchangeFailure, InterruptedException {
    StreamSocket stream = new StreamSocket();
    CompletableFuture<WebSocket> connecting =
        http.newWebSocketBuilder().connectTimeout(patience).buildAsync(address, stream);
    try {
      stream.socket = connecting.get(patience.toMillis() * 2, TimeUnit.MILLISECONDS);
      return stream;
    } catch (ExecutionException e) {
      throw ExchangeFailure.unreachable(address + " cannot be reached: " + e.getCause());
    } catch (TimeoutException _) {
      connecting.cancel(true);
      throw ExchangeFailure.unreachable(address + " did not answer in time");
    } catch (InterruptedException e) {
      connecting.cancel(true);
      throw e;
    }
  }

  /// What came next; nothing when nothing did in that time.
  @Nullable Heard next(Duration patience) throws InterruptedException {
    Heard heard = waiting.poll();
    if (heard != null) {
      return heard;
    }
    Ended over = ended;
    return over != null ? over : waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  void ping() {
    WebSocket open = socket;
    if (open == null) {
      return;
    }
    if (open.isOutputClosed() || open.isInputClosed()) {
      over("the stream is closed");
      return;
    }
    // where a broken line is first noticed in writing, the client underneath tells no reader
    var _ =
        open.sendPing(ByteBuffer.allocate(0))
            .whenComplete((_, failure) -> {
              if (failure != null && !stillSending(failure)) {
                over("the stream broke: " + failure);
              }
            });
  }

  /// The ping before is still on its way out: nothing is broken by that.
  private static boolean stillSending(Throwable failure) {
    return failure instanceof IllegalStateException
        || failure.getCause() instanceof IllegalStateException;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    if (whole.length() + part.length() > LONGEST_TEXT) {
      end(from, "a text of more than " + LONGEST_TEXT + " characters");
      return null;
    }
    whole.append(part);
    if (last) {
      Text text = new Text(whole.toString());
      whole.setLength(0);
      if (!waiting.offer(text)) {
        end(from, "more than " + MOST_WAITING + " texts wait: too slow for this stream");
        return null;
      }
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    from.request(1); // nothing that an exchange says here is binary: passed over
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    boolean _ = waiting.offer(new Alive()); // a full queue is life enough
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    over("the exchange closed the stream: " + status + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    over("the stream broke: " + error);
  }

  private void end(WebSocket from, String why) {
    over(why);
    from.abort();
  }

  /// What waits is still read; then the end is told, also to one who waits now.
  private void over(String why) {
    if (ended == null) {
      Ended end = new Ended(why);
      ended = end;
      boolean _ = waiting.offer(end); // a full queue is emptied first, then `ended` is looked at
    }
  }

  @Override
  public void close() {
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }
}
