package sorte.trading.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import sorte.trading.home.Home;

/// Knocks at another process's door. Reads its address anew for each call, so that a process that
/// was restarted on another port is found.
public final class DoorClient {

  /// How long an answer may take unless the call says otherwise.
  public static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final String process;
  private final Path file;
  private final Path earlier;
  private final HttpClient http;

  private DoorClient(String process, Path file, Path earlier) {
    this.process = process;
    this.file = file;
    this.earlier = earlier;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  public static DoorClient to(Home home, String process) {
    return new DoorClient(process, home.doorFile(process), home.earlierDoorFile(process));
  }

  /// @throws DoorClosed when nobody answers
  /// @throws DoorError when the answer is an error
  public JsonNode get(String path) {
    return send(path, null, PATIENCE);
  }

  public JsonNode post(String path, Object body) {
    return send(path, body, PATIENCE);
  }

  public JsonNode post(String path, Object body, Duration patience) {
    return send(path, body, patience);
  }

  /// Whether the process answers at all.
  public boolean isOpen() {
    try {
      address();
      send("/", null, CONNECT);
      return true;
    } catch (DoorError e) {
      return e.status() != 401;
    } catch (DoorClosed _) {
      return false;
    }
  }

  /// The process id in its door file.
  public long pid() {
    return address().path("pid").asLong();
  }

  private JsonNode address() {
    try {
      return Json.read(Files.readString(Files.exists(file) ? file : earlier));
    } catch (IOException e) {
      throw DoorClosed.nobody(process, "no run/" + process + "/" + file.getFileName());
    }
  }

  private JsonNode send(
      String path, @org.jspecify.annotations.Nullable Object body, Duration patience) {
    JsonNode address = address();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + address.path("port").asInt() + path))
            .timeout(patience)
            .header("Authorization", "Bearer " + address.path("token").asText());
    if (body != null) {
      request.POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode answer = Json.read(response.body());
      if (response.statusCode() != 200) {
        JsonNode error = answer.path("error");
        throw new DoorError(
            response.statusCode(),
            error.path("code").asText("unknown"),
            error.path("what").asText(""),
            error.path("remedy").asText(""),
            error.path("values").valueStream().map(JsonNode::asText).toList());
      }
      return answer;
    } catch (ConnectException e) {
      // a process that was killed leaves its door file behind
      throw DoorClosed.nobody(process, "nobody listens at port " + address.path("port").asInt());
    } catch (IOException e) {
      String why = e.getMessage();
      throw new DoorClosed(process, why == null ? e.getClass().getSimpleName() : why);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DoorClosed(process, "interrupted");
    }
  }
}
