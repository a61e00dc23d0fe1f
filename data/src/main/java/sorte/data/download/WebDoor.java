package sorte.data.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The one way from downloads to the network: GET, over TLS (plain only to this machine), no
/// redirect, a bound on time and one on size.
final class WebDoor implements AutoCloseable {

  /// The longest that a connection may take to be made.
  static final Duration CONNECTING = Duration.ofSeconds(10);

  /// The largest body that is taken, in bytes.
  static final long LARGEST = 64L << 20;

  private final HttpClient client;
  private final Duration longest;

  /// @param longest how long one answer may take, to its last byte
  WebDoor(Duration longest) {
    this.longest = longest;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// What came back.
  record Answer(int status, HttpHeaders headers, byte[] body) {}

  /// @throws IOException when no whole answer came in time
  Answer get(URI uri) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(checked(uri)).header("User-Agent", "sorte").timeout(longest).build();
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
    try {
      // the request's own time limit ends with the headers; this one with the body
      HttpResponse<byte[]> answer = coming.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (TimeoutException _) {
      throw new IOException("no whole answer within " + longest.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    } finally {
      coming.cancel(true);
    }
  }

  /// The address, where it may be gone to.
  ///
  /// @throws IllegalArgumentException where it may not
  static URI checked(URI uri) {
    String host = String.valueOf(uri.getHost());
    boolean here = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && here)) {
      throw new IllegalArgumentException(
          "an address must be https, or of this machine, was " + uri);
    }
    return uri;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
