package sorte.trading.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import sorte.trading.home.Home;

/// A process's door. Opened last, when the process is ready to answer: its file below `run/` is the
/// sign that it is up.
public final class Door implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("sorte.door");

  /// The largest request body, in bytes.
  public static final int LARGEST_BODY = 4 * 1024 * 1024;

  private static final int BACKLOG = 64;

  /// Answers a GET: any value that can be written as JSON.
  public interface Getter {
    Object answer(Query query) throws Exception;
  }

  /// Answers a POST.
  public interface Poster {
    Object answer(Query query, JsonNode body) throws Exception;
  }

  /// The routes of one door. A part in braces matches one segment: `/changes/{id}`.
  public static final class Routes {
    private final List<Route> routes = new ArrayList<>();

    public Routes get(String pattern, Getter getter) {
      routes.add(new Route("GET", segments(pattern), (query, _) -> getter.answer(query)));
      return this;
    }

    public Routes post(String pattern, Poster poster) {
      routes.add(new Route("POST", segments(pattern), poster));
      return this;
    }

    /// `GET /status` and the like, for the test that compares routes with the published
    /// specification.
    public List<String> names() {
      return routes.stream().map(r -> r.method + " /" + String.join("/", r.segments)).toList();
    }
  }

  /// An answer, and what is to be done once it was given: what would close the door on it.
  public record Then(Object answer, Runnable after) {}

  private record Route(String method, List<String> segments, Poster poster) {}

  private final HttpServer server;
  private final Path file;
  private final byte[] token;
  private final List<Route> routes;

  private Door(HttpServer server, Path file, String token, List<Route> routes) {
    this.server = server;
    this.file = file;
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.routes = List.copyOf(routes);
  }

  /// Opens the door of `process` on any free port.
  public static Door open(Home home, String process, Consumer<Routes> configure)
      throws IOException {
    return open(home, process, 0, configure);
  }

  /// Opens the door of `process` on `port` (0: any free one).
  ///
  /// @throws PortInUse when somebody else listens there
  public static Door open(Home home, String process, int port, Consumer<Routes> configure)
      throws IOException {
    Routes routes = new Routes();
    configure.accept(routes);
    HttpServer server;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
              BACKLOG);
    } catch (BindException e) {
      throw new PortInUse(port, e);
    }
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    Door door = new Door(server, home.doorFile(process), token, routes.routes);
    server.createContext("/", door::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    door.publish(process, token);
    return door;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "door file not removed: " + file, e);
    }
    server.stop(0);
  }

  private void publish(String process, String token) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var content =
        Json.object()
            .put("process", process)
            .put("port", port())
            .put("token", token)
            .put("pid", ProcessHandle.current().pid());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, Json.bytes(content));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      try {
        Object answer = answer(exchange);
        if (answer instanceof Then(Object given, Runnable after)) {
          try {
            send(exchange, 200, given);
          } finally {
            after.run();
          }
        } else {
          send(exchange, 200, answer);
        }
      } catch (DoorError e) {
        send(exchange, e.status(), error(e));
      } catch (Exception e) {
        LOG.log(System.Logger.Level.ERROR, "failed: " + exchange.getRequestURI().getPath(), e);
        send(
            exchange,
            500,
            error(
                new DoorError(
                    500, "fault", String.valueOf(e.getMessage()), "look at this process's log")));
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the caller went away", e);
    }
  }

  private Object answer(HttpExchange exchange) throws Exception {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] expected =
        ("Bearer " + new String(token, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected)) {
      throw new DoorError(401, "no-token", "the token is missing or wrong", "read it in run/");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new DoorError(
          413, "too-large", "a request holds at most " + LARGEST_BODY + " bytes", "send less");
    }
    List<String> path = segments(exchange.getRequestURI().getPath());
    for (Route route : routes) {
      if (route.method.equals(exchange.getRequestMethod())) {
        List<String> variables = match(route.segments, path);
        if (variables != null) {
          JsonNode json = body.length == 0 ? Json.object() : Json.read(body);
          return route.poster.answer(Query.of(variables, exchange.getRequestURI()), json);
        }
      }
    }
    throw DoorError.notFound(
        "no-route",
        exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " is not here",
        "see docs/openapi");
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (!part.isEmpty()) {
        segments.add(part);
      }
    }
    return List.copyOf(segments);
  }

  private static @org.jspecify.annotations.Nullable List<String> match(
      List<String> pattern, List<String> path) {
    if (pattern.size() != path.size()) {
      return null;
    }
    List<String> variables = new ArrayList<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).startsWith("{")) {
        variables.add(path.get(i));
      } else if (!pattern.get(i).equals(path.get(i))) {
        return null;
      }
    }
    return variables;
  }

  private static Object error(DoorError e) {
    var node = Json.object();
    ObjectNode error = node.putObject("error");
    error.put("code", e.code()).put("what", e.what()).put("remedy", e.remedy());
    if (!e.values().isEmpty()) {
      e.values().forEach(error.putArray("values")::add);
    }
    return node;
  }

  private static void send(HttpExchange exchange, int status, Object value) throws IOException {
    byte[] bytes = Json.bytes(value);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().close();
  }
}
