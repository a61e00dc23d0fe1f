package sorte.data.played;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import sorte.trading.market.Bar;

/// The exchange: one port on loopback for requests and streams. Its market stands still until it is
/// told to go on, bar after bar; its faults are told, too.
public final class PlayedExchange implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("sorte.played");
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int LONGEST_LINE = 8_192;

  private final PlayedMarket market;
  private final PlayedAnswers answers;
  private final CopyOnWriteArrayList<Socket> streams = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Socket> callers = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile ServerSocket server;
  private volatile boolean mute;
  private volatile boolean pongs = true;
  private volatile Function<String, String> fault = _ -> "";

  private PlayedExchange(PlayedMarket market, PlayedAnswers answers, ServerSocket server) {
    this.market = market;
    this.answers = answers;
    this.server = server;
  }

  /// Opens an exchange whose market holds `size` bars of `millis`, the first at `start`, of which
  /// the first `over` are over.
  public static PlayedExchange open(
      String symbol, String interval, long millis, long seed, long start, int size, int over)
      throws IOException {
    return open(0, symbol, interval, millis, seed, start, size, over);
  }

  /// @param port 0 for any free one
  public static PlayedExchange open(
      int port,
      String symbol,
      String interval,
      long millis,
      long seed,
      long start,
      int size,
      int over)
      throws IOException {
    PlayedMarket market = new PlayedMarket(seed, start, millis, size);
    PlayedAnswers answers = new PlayedAnswers(market, symbol, interval, over);
    PlayedExchange exchange = new PlayedExchange(market, answers, listen(port));
    exchange.serve();
    return exchange;
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return server;
  }

  private void serve() {
    ServerSocket own = server;
    Thread.ofVirtual()
        .start(() -> {
          while (!own.isClosed()) {
            try {
              Socket caller = own.accept();
              Thread.ofVirtual().start(() -> handle(own, caller));
            } catch (IOException e) {
              LOG.log(System.Logger.Level.DEBUG, "no longer listening: {0}", e.getMessage());
            }
          }
        });
  }

  public int port() {
    return server.getLocalPort();
  }

  public URI rest() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public URI stream() {
    return URI.create("ws://127.0.0.1:" + port());
  }

  // ---- the market ----

  /// How many bars are over.
  public int over() {
    return answers.over();
  }

  public Bar bar(int number) {
    return market.bar(number);
  }

  /// The next bar happens: its trades and changes are streamed, then it is over, in requests and in
  /// the stream.
  public void next() {
    int number = answers.over();
    for (PlayedMarket.Trade trade : market.trades(number)) {
      say(answers.trade(trade));
      say(answers.kline(market.bar(number), false));
    }
    answers.over(number + 1);
    say(answers.kline(market.bar(number), true));
  }

  /// The next bar happens, and the stream states a close that no trade had.
  public void nextFalsely(double close) {
    int number = answers.over();
    market.trades(number).forEach(trade -> say(answers.trade(trade)));
    answers.over(number + 1);
    Bar bar = market.bar(number);
    say(
        answers.kline(
            new Bar(
                bar.time(),
                bar.open(),
                Math.max(bar.high(), close),
                bar.low(),
                close,
                bar.volume()),
            true));
  }

  /// The next bar happens, and the stream says nothing of it.
  public void nextInSilence() {
    answers.over(answers.over() + 1);
  }

  /// Says to every stream that this bar is over.
  public void sayClosed(Bar bar) {
    say(answers.kline(bar, true));
  }

  /// Says to every stream that this bar is where it is.
  public void sayOpen(Bar bar) {
    say(answers.kline(bar, false));
  }

  /// Says any text to every stream.
  public void say(String text) {
    each(out -> Frames.text(out, text));
  }

  /// Says that this bar is over, in frames of `size` bytes with a ping between the first two texts.
  public void sayInFragments(Bar bar, int size) {
    each(out -> {
      Frames.write(out, Frames.PING, true, new byte[] {1, 2});
      Frames.fragmented(out, answers.kline(bar, true), size);
    });
  }

  private interface Saying {
    void to(OutputStream out) throws IOException;
  }

  private void each(Saying saying) {
    if (mute) {
      return;
    }
    for (Socket stream : streams) {
      try {
        synchronized (stream) {
          saying.to(stream.getOutputStream());
        }
      } catch (IOException _) {
        streams.remove(stream);
      }
    }
  }

  // ---- its faults ----

  /// Streams stay open and say nothing.
  public void mute(boolean now) {
    mute = now;
  }

  /// Whether pings are answered.
  public void pongs(boolean now) {
    pongs = now;
  }

  /// What a request gets instead of its answer: a whole HTTP response by path; empty for none.
  public void fault(Function<String, String> now) {
    fault = now;
  }

  /// A whole response with this status, such as `429 Too Many Requests`.
  ///
  /// @param header one more, or empty
  public static String response(String status, String header, String body) {
    return PlayedAnswers.response(status, header, body);
  }

  /// Milliseconds that its clock is ahead of where its market stands.
  public void clockAhead(long millis) {
    answers.clockAhead(millis);
  }

  /// The exchange's clock is this machine's, and not where its market stands.
  public void trueClock() {
    answers.trueClock();
  }

  /// Bars that requests are not given, though they are over.
  public void hold(int bars) {
    answers.hold(bars);
  }

  /// A bar that the exchange never had.
  public void without(int number) {
    answers.without(number);
  }

  /// Cuts every stream without a word.
  public void drop() {
    for (Socket stream : streams) {
      streams.remove(stream);
      shut(stream);
    }
  }

  /// Says goodbye to every stream.
  public void sayClose() {
    each(out -> Frames.write(out, Frames.CLOSE, true, new byte[] {3, (byte) 0xe8}));
  }

  /// Goes away: nobody listens, every connection is cut.
  public void goAway() throws IOException {
    server.close();
    drop();
    List.copyOf(callers).forEach(PlayedExchange::shut);
  }

  /// Comes back at the same port.
  public void comeBack() throws IOException {
    server = listen(server.getLocalPort());
    serve();
  }

  /// How many streams are open.
  public int streams() {
    return streams.size();
  }

  /// How many streams were ever opened.
  public int connections() {
    return connections.get();
  }

  /// How many requests were ever sent.
  public int requests() {
    return requests.get();
  }

  // ---- one caller ----

  /// Serves a caller for as long as the exchange has not gone away: one that was let in at that
  /// very moment hears nothing either.
  private void handle(ServerSocket own, Socket caller) {
    callers.add(caller);
    try {
      caller.setTcpNoDelay(true);
      DataInputStream in =
          new DataInputStream(new java.io.BufferedInputStream(caller.getInputStream()));
      OutputStream out = new BufferedOutputStream(caller.getOutputStream());
      String request = line(in);
      while (request.startsWith("GET ") && !own.isClosed()) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
          int colon = header.indexOf(':');
          headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        if (headers.containsKey("Sec-WebSocket-Key")) {
          stream(caller, in, headers.getOrDefault("Sec-WebSocket-Key", ""));
          return;
        }
        requests.incrementAndGet();
        String path = request.split(" ")[1];
        String instead = fault.apply(path);
        out.write(
            (instead.isEmpty() ? answers.answer(path) : instead).getBytes(StandardCharsets.UTF_8));
        out.flush();
        request = line(in);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a caller went away: {0}", e.getMessage());
    } finally {
      streams.remove(caller);
      callers.remove(caller);
      shut(caller);
    }
  }

  private void stream(Socket caller, DataInputStream in, String key) throws IOException {
    synchronized (caller) {
      String agreed = Base64.getEncoder().encodeToString(sha1(key + MAGIC));
      caller
          .getOutputStream()
          .write(
              ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      + "Sec-WebSocket-Accept: "
                      + agreed
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      streams.add(caller);
      connections.incrementAndGet();
    }
    while (true) {
      Frames.Frame frame = Frames.read(in);
      if (frame.opcode() == Frames.CLOSE) {
        return;
      }
      if (frame.opcode() == Frames.PING && pongs) {
        synchronized (caller) {
          Frames.write(caller.getOutputStream(), Frames.PONG, true, frame.payload());
        }
      }
    }
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() > LONGEST_LINE) {
        throw new IOException("a line of more than " + LONGEST_LINE + " characters");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static byte[] sha1(String text) {
    try {
      // RFC 6455 names this digest; nothing is kept secret by it
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "not closed: {0}", e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    List.copyOf(callers).forEach(PlayedExchange::shut);
  }
}
