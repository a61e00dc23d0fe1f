package sorte.data.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// Asks an exchange over HTTP. One request at a time; bounded in time and size.
final class RestClient {

  /// The largest answer that is read, in bytes.
  static final int LARGEST_ANSWER = 8 * 1024 * 1024;

  /// The longest that an exchange can ask to be left alone.
  static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /// The wait where an exchange that is asked too often names none.
  static final Duration USUAL_WAIT = Duration.ofSeconds(30);

  private static final int BAD_REQUEST = 400;
  private static final int BANNED = 418;
  private static final int TOO_MANY = 429;
  private static final int OK = 200;

  private final HttpClient http;
  private final URI base;
  private final Duration patience;

  RestClient(HttpClient http, URI base, Duration patience) {
    this.http = http;
    this.base = base;
    this.patience = patience;
  }

  /// An answer with its status, 200 or 400: what a 400 means is the exchange's own.
  record Answer(int status, JsonNode body) {}

  Answer get(String path) throws ExchangeFailure, InterruptedException {
    URI address = URI.create(base.toString().replaceAll("/+$", "") + path);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        int status = response.statusCode();
        if (status == TOO_MANY || status == BANNED) {
          throw ExchangeFailure.tooOften(
              address + " was asked too often (status " + status + ")", wait(response));
        }
        if (status != OK && status != BAD_REQUEST) {
          throw ExchangeFailure.unreachable(address + " answered with status " + status);
        }
        return new Answer(status, json(address, body.readNBytes(LARGEST_ANSWER + 1)));
      }
    } catch (ExchangeFailure failure) {
      throw failure;
    } catch (IOException e) {
      throw ExchangeFailure.unreachable(address + " cannot be reached: " + e);
    }
  }

  private static JsonNode json(URI address, byte[] body) throws ExchangeFailure {
    if (body.length > LARGEST_ANSWER) {
      throw ExchangeFailure.nonsense(
          address + " answered with more than " + LARGEST_ANSWER + " bytes");
    }
    try {
      return Json.read(body);
    } catch (DoorError e) {
      throw ExchangeFailure.nonsense(address + " answered with what is not JSON: " + e.what());
    }
  }

  private static Duration wait(HttpResponse<?> response) {
    String said = response.headers().firstValue("Retry-After").orElse("");
    if (!said.matches("[0-9]{1,6}")) {
      return USUAL_WAIT;
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(said));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
