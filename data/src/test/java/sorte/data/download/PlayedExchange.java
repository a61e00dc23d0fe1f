package sorte.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The exchange's archive and REST interface, played on this machine, with the faults that the real
/// ones have. Bars are a rule of their time, so that everybody knows what must come.
final class PlayedExchange implements AutoCloseable {
  static final long HOUR = 3_600_000;

  /// Does something with a request.
  interface Play {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, Deque<Play>> faults = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private Instant now;

  PlayedExchange(Instant now) throws IOException {
    this.now = now;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void now(Instant later) {
    now = later;
  }

  List<String> asked() {
    return List.copyOf(asked);
  }

  /// What is done with the next requests for a path instead of answering them.
  @SafeVarargs
  final void fault(String path, Play... plays) {
    faults.computeIfAbsent(path, _ -> new ArrayDeque<>()).addAll(Arrays.asList(plays));
  }

  /// The exchange's bar that starts at this time, as its REST interface writes it.
  static String row(long time, boolean micros) {
    long hour = Math.floorDiv(time, HOUR);
    long base = 100 + Math.floorMod(hour, 50);
    long unit = micros ? 1_000 : 1;
    return "%d,\"%d.0\",\"%d.5\",\"%d.25\",\"%d.125\",\"%d\",%d,\"1\",7,\"1\",\"1\",\"0\""
        .formatted(
            time * unit, base, base + 1, base - 1, base, hour % 9 + 1, (time + HOUR - 1) * unit);
  }

  static double open(long time) {
    return 100 + Math.floorMod(Math.floorDiv(time, HOUR), 50);
  }

  static String csv(LocalDate from, LocalDate to, boolean micros) {
    return rows(from, to, micros).stream()
        .map(row -> row.replace("\"", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static List<String> rows(LocalDate from, LocalDate to, boolean micros) {
    List<String> rows = new ArrayList<>();
    long end = to.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    long at = from.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    for (; at < end; at += HOUR) {
      rows.add(row(at, micros));
    }
    return rows;
  }

  static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  static String path(String stretch) {
    String kind = stretch.length() == 7 ? "monthly" : "daily";
    return "/data/spot/" + kind + "/klines/BTCUSDT/1h/BTCUSDT-1h-" + stretch + ".zip";
  }

  /// Puts a file into the archive, with its checksum.
  void archive(String stretch, String csv) throws IOException {
    archive(
        stretch, zip("BTCUSDT-1h-" + stretch + ".csv", csv.getBytes(StandardCharsets.US_ASCII)));
  }

  void archive(String stretch, byte[] zip) {
    files.put(path(stretch), zip);
    String line = ArchiveZip.sha256(zip) + "  BTCUSDT-1h-" + stretch + ".zip\n";
    files.put(path(stretch) + ".CHECKSUM", line.getBytes(StandardCharsets.US_ASCII));
  }

  byte[] file(String path) {
    return files.get(path).clone();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestURI().toString());
    Deque<Play> plays = faults.getOrDefault(path, new ArrayDeque<>());
    try (exchange) {
      Play play = plays.poll();
      if (play != null) {
        play.answer(exchange);
      } else if (path.equals("/api/v3/klines")) {
        send(exchange, 200, klines(exchange.getRequestURI().getQuery()));
      } else if (files.containsKey(path)) {
        send(exchange, 200, files.get(path));
      } else {
        send(exchange, 404, "NoSuchKey".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private byte[] klines(String query) {
    Map<String, String> asked =
        Arrays.stream(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    long end = Long.parseLong(asked.get("endTime"));
    List<String> rows = new ArrayList<>();
    for (long at = Math.ceilDiv(Long.parseLong(asked.get("startTime")), HOUR) * HOUR;
        at <= Math.min(end, now.toEpochMilli())
            && rows.size() < Integer.parseInt(asked.get("limit"));
        at += HOUR) {
      rows.add("[" + row(at, false) + "]");
    }
    return ("[" + String.join(",", rows) + "]").getBytes(StandardCharsets.US_ASCII);
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  static Play status(int status, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      send(exchange, status, "{\"code\":-1}".getBytes(StandardCharsets.US_ASCII));
    };
  }

  static Play body(byte[] body) {
    return exchange -> send(exchange, 200, body);
  }

  /// Promises a whole body and drops the connection in the middle of it.
  static Play dropped(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body, 0, body.length / 2);
      exchange.getResponseBody().flush();
    };
  }

  /// Sends the beginning of a body and then nothing.
  static Play silent(byte[] body, long millis) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body, 0, 1);
      exchange.getResponseBody().flush();
      try {
        Thread.sleep(millis);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
